import Kernels
import Testing

@testable import Statistics

@Suite struct StratifiedBootstrapTests {
  @Test(arguments: try ResamplingReference.read().middleMeans)
  func theMiddleMeanIsThatOfSciPy(_ reference: ResamplingReference.MiddleMean) throws {
    let mean = try #require(interquartileMean(reference.values.sorted()))
    #expect(abs(mean - reference.expected) <= 4 * mean.ulp)
  }

  /// The ends must lie where 200,000 resamples of NumPy put the .019 to .031 and .969 to .981 quantiles.
  @Test(arguments: try ResamplingReference.read().stratified)
  func agreesWithNumPy(_ reference: ResamplingReference.Stratified) throws {
    let bootstrap = try #require(
      StratifiedBootstrap(interquartileMeanOf: reference.strata))
    #expect(bootstrap.resampled.count == 10_000)
    let interval = bootstrap.interval(level: 0.95)
    #expect((reference.lowLeast...reference.lowGreatest).contains(interval.low))
    #expect((reference.highLeast...reference.highGreatest).contains(interval.high))
  }

  /// Each resample has the middle mean of what the same draws pick.
  @Test func meansAreThoseOfTheDrawnValues() throws {
    var random = RandomDifferences("strata")
    for trial in 0..<40 {
      let strata = [random.next(trial % 3), random.next(1 + trial), random.next(4)].map { values in
        values.map { $0 == -.infinity ? .infinity : $0 }
      }
      let values = strata.flatMap { $0 }
      var draws = StratifiedDraws(
        sizes: strata.map(\.count),
        stream: PhiloxStream(seed: 9, purpose: "bootstrap", name: "middle"))
      var counts = [Int32](repeating: 0, count: values.count)
      let means = (0..<50).map { _ in
        draws.count(at: values.indices.map(Int32.init), into: &counts)
        let drawn = zip(values, counts).flatMap { Array(repeating: $0, count: Int($1)) }
        return interquartileMean(drawn.sorted()) ?? .nan
      }.sorted()
      let bootstrap = try #require(
        StratifiedBootstrap(
          interquartileMeanOf: strata, seed: 9, name: "middle", resampleCount: 50))
      for (mean, expected) in zip(bootstrap.resampled, means) {
        #expect(mean == expected || abs(mean - expected) <= 1e-13 * (1 + abs(expected)))
      }
    }
  }

  /// Every member of every stratum is drawn equally often, and as many as the stratum has.
  @Test func drawsAreUniformWithinStrata() {
    let sizes = [3, 1, 0, 7, 70_000]
    var draws = StratifiedDraws(
      sizes: sizes, stream: PhiloxStream(seed: 2, purpose: "test", name: "draws"))
    let places = (0..<11).map(Int32.init) + (0..<70_000).map { 11 + Int32($0 / 7_000) }
    var counts = [Int32](repeating: 0, count: 21)
    var totals = [Int](repeating: 0, count: 21)
    for _ in 0..<300 {
      draws.count(at: places, into: &counts)
      #expect(counts.prefix(3).reduce(0, +) == 3 && counts[3] == 1)
      #expect(counts[4..<11].reduce(0, +) == 7 && counts[11...].reduce(0, +) == 70_000)
      for index in counts.indices { totals[index] += Int(counts[index]) }
    }
    // Five standard errors of a count with the mean m are below 5 √m.
    for total in totals[0..<3] + totals[4..<11] { #expect(abs(total - 300) < 87) }
    for total in totals[11...] { #expect(abs(total - 2_100_000) < 7_250) }
  }

  @Test func sameSeedSameInterval() {
    let strata = [[1.0, 2, 5, 9, 4], [2.0, 3, 8]]
    let one = StratifiedBootstrap(interquartileMeanOf: strata, resampleCount: 100)?.resampled
    #expect(
      one == StratifiedBootstrap(interquartileMeanOf: strata, resampleCount: 100)?.resampled)
    #expect(
      one
        != StratifiedBootstrap(interquartileMeanOf: strata, seed: 1, resampleCount: 100)?.resampled)
    #expect(StratifiedBootstrap(interquartileMeanOf: [[]]) == nil)
    #expect(StratifiedBootstrap(interquartileMeanOf: strata, resampleCount: 0) == nil)
  }
}
