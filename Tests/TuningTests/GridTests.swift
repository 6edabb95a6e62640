import Testing

@testable import Tuning

/// Grids, by hand.
@Suite struct GridTests {
  private static func points(
    _ space: SearchSpace, points: Int?, trials: Int
  ) -> [[Double]] {
    let method = SamplerConfiguration(GridSampling(points: points))
    var sampler = method.makeSampler(for: space, trials: trials, study: 0)
    return (0..<method.trialCount(in: space, trials: trials)).map { _ in sampler.ask() }
  }

  @Test func theFirstKeyIsTheSlowest() {
    let space = SearchSpace([
      SearchKey(name: "a", range: SearchRange(low: 0, high: 2), dimension: 0),
      SearchKey(name: "b", range: SearchRange(low: 10, high: 20), dimension: 1),
    ])
    let three: [[Double]] = [0.0, 1, 2].flatMap { slow in [10.0, 15, 20].map { [slow, $0] } }
    #expect(Self.points(space, points: 3, trials: 9) == three)
    #expect(Self.points(space, points: nil, trials: 15) == three)
    #expect(Self.points(space, points: nil, trials: 8).count == 4)
  }

  @Test func theMostPointsFitTheTrials() {
    #expect(GridSampling.mostPoints(keys: 1, trials: 7) == 7)
    #expect(GridSampling.mostPoints(keys: 2, trials: 100) == 10)
    #expect(GridSampling.mostPoints(keys: 3, trials: 26) == 2)
    #expect(GridSampling.mostPoints(keys: 3, trials: 27) == 3)
    #expect(GridSampling.mostPoints(keys: 5, trials: 10) == 1)
    #expect(GridSampling.mostPoints(keys: 0, trials: 10) == 1)
  }

  @Test func endsAreExactOnALogarithmicScale() {
    let range = SearchRange(low: 1e-5, high: 1e-1, scale: .log)
    let space = SearchSpace([SearchKey(name: "a", range: range, dimension: 0)])
    let values = Self.points(space, points: 5, trials: 5).map { $0[0] }
    #expect(values.first == 1e-5 && values.last == 1e-1)
    for (value, exact) in zip(values, [1e-5, 1e-4, 1e-3, 1e-2, 1e-1]) {
      #expect(abs(value / exact - 1) < 1e-14)
    }
  }

  @Test func wholeNumbersAreNotRepeated() {
    let few = SearchRange(low: 1, high: 4, isInteger: true)
    let space = SearchSpace([SearchKey(name: "a", range: few, dimension: 0)])
    #expect(Self.points(space, points: 9, trials: 9) == [[1], [2], [3], [4]])
  }
}
