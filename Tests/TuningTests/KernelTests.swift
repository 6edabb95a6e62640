import Kernels
import Testing

@testable import Tuning

/// The parts of TPE, each by hand; that they make Optuna's trials is for `OptunaTests`.
@Suite struct KernelTests {
  /// 1 each and the prior's 1; of 27 the older two have 1/27 and 1, of 26 the oldest has 1/26.
  @Test func weightsFadeWithAge() {
    #expect(kernelWeights(count: 0) == [1])
    #expect(kernelWeights(count: 3) == [0.25, 0.25, 0.25, 0.25])
    #expect(Set(kernelWeights(count: 25)) == [1.0 / 26])
    let one = kernelWeights(count: 26)
    #expect(abs(one[0] / one[1] - 1.0 / 26) < 1e-15)
    let three = kernelWeights(count: 28)
    #expect(abs(three[0] / three[27] - 1.0 / 28) < 1e-15)
    #expect(abs(three[1] / three[27] - (1 + 1.0 / 28) / 2) < 1e-15)
    #expect(three[2] == three[27] && three[28] == three[27])
    #expect(abs(three.reduce(0, +) - 1) < 1e-15)
  }

  /// A tenth, rounded up, and at most 25; the older of equals first; sets in the order told; ∞ is the worst.
  @Test func theBestTenthIsBelow() {
    var history = TrialHistory()
    let values: [Double] = [3, .infinity, 1, 2, 1, -.infinity, 5, 1, 9, 9]
    for value in values { history.append(value) }
    #expect(history.split().below == [5])
    history.append(1)
    #expect(history.split().below == [2, 5])
    #expect(history.split().above == [0, 1, 3, 4, 6, 7, 8, 9, 10])
    for _ in 0..<289 { history.append(.infinity) }
    let (below, above) = history.split()
    #expect(below.count == 25 && above.count == 275)
    #expect(below == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] + Array(11..<25))
  }

  /// Gaps 1, 2 and 4 between 1, 2, 4 and 8 in a range from 0 to 10: the larger one, and no less than 10/6.
  @Test func widthsAreTheLargerGaps() {
    let scale = KernelScale(SearchRange(low: 0, high: 10))
    #expect(kernelWidths(around: [4, 1, 8, 2], on: scale) == [4, 10.0 / 6, 4, 2])
    #expect(kernelWidths(around: [3], on: scale) == [7])
    #expect(kernelWidths(around: [], on: scale) == [])
    let many = kernelWidths(around: (0..<200).map { 5 + Double($0) * 1e-3 }, on: scale)
    #expect(many.allSatisfy { $0 == 0.1 })
  }

  /// Half-way places go to the whole number that is an even number of steps from the lowest.
  @Test func placesBecomeValues() {
    let odd = KernelScale(SearchRange(low: 3, high: 9, isInteger: true))
    #expect((odd.low, odd.high) == (2.5, 9.5))
    #expect([2.5, 3.5, 4.5, 5.5, 8.6, 9.5].map(odd.value) == [3, 3, 5, 5, 9, 9])
    let ratios = KernelScale(SearchRange(low: 1, high: 100, scale: .log, isInteger: true))
    #expect(ratios.low == log(0.5) && ratios.high == log(100.5))
    #expect([ratios.low, log(1.4), log(42.4), ratios.high].map(ratios.value) == [1, 1, 42, 100])
  }

  /// Whole numbers half-way go to an even number of steps for Optuna 4 and up for Optuna 5; others stay below the end.
  @Test func theStartRoundsAsItsVersion() {
    let (four, five) = (TPEStart(seed: 0, version: .four), TPEStart(seed: 0, version: .five))
    let steps = KernelScale(SearchRange(low: 3, high: 9, isInteger: true))
    #expect(
      [2.5, 3.5, 4.5, 5.5, 6.5, 9.5].map { four.value(at: $0, on: steps) } == [3, 3, 5, 5, 7, 9])
    #expect(
      [2.5, 3.5, 4.5, 5.5, 6.5, 9.5].map { five.value(at: $0, on: steps) } == [3, 4, 5, 6, 7, 9])
    let real = KernelScale(SearchRange(low: 0.5, high: 2))
    let ratios = KernelScale(SearchRange(low: 0.5, high: 2, scale: .log))
    for start in [four, five] {
      #expect(start.value(at: real.high, on: real) == 2.0.nextDown)
      #expect(start.value(at: ratios.high, on: ratios) == 2.0.nextDown)
      #expect(start.value(at: real.low, on: real) == 0.5)
    }
    let far = KernelScale(SearchRange(low: 0, high: 1e300))
    #expect(four.value(at: far.high, on: far) == 1e300)
  }

  @Test func theFirstMaximumWins() {
    #expect(firstMaximum([1, 3, 2, 3]) == 1)
    #expect(firstMaximum([1, 3, .nan, .nan, 4]) == 2)
  }

  /// Masses of short and long intervals beside every kernel against those by logarithms, which mpmath has checked.
  @Test(arguments: [(0, 1), (0, 20), (1, 300), (0, 999), (1, 1_000_000), (0, 1_000_000_000)])
  func wholeNumbersHaveTheirMass(low: Double, high: Double) {
    for scale in [SearchScale.linear, .log] where scale == .linear || low > 0 {
      let range = SearchRange(low: low, high: high, scale: scale, isInteger: true)
      var axis = ObservedAxis(range)
      for share in [0.5, 0.1, 0.11, 0.9, 0.0, 0.33] { axis.append(range.value(at: share)) }
      let trials = Array(0..<6)
      let kernels = axis.kernels(of: trials)
      let weights = kernelWeights(count: 6)
      var mixture = KernelMixture(weights: weights, axes: [kernels])
      for share in [0.0, 0.2, 0.5, 0.95] {
        let value = range.value(at: share)
        let interval = kernels.scale.interval(of: value)
        let mass = weights.indices.reduce(0.0) { total, kernel in
          let (mean, width) = (kernels.means[kernel], kernels.widths[kernel])
          let ends = kernels.ends(of: kernel)
          let part = logNormalMass(
            from: (interval.low - mean) / width, to: (interval.high - mean) / width)
          return total + weights[kernel] * exp(part - logNormalMass(from: ends.low, to: ends.high))
        }
        let exact = mass * kernels.scale.length / (interval.high - interval.low)
        // The differences of logarithms lose digits as intervals get short.
        let tolerance = 1e-11 + 1e-15 * kernels.scale.length / (interval.high - interval.low)
        #expect(abs(mixture.density(at: [value]) / exact - 1) < tolerance, "\(value), \(scale)")
      }
    }
  }

  /// Densities of a hyperparameter have the integral 1, by the rule of midpoints, those of two together too.
  @Test func densitiesAreNormalized() {
    let range = SearchRange(low: 1e-3, high: 10, scale: .log)
    var axis = ObservedAxis(range)
    for share in [0.2, 0.25, 0.7, 1] { axis.append(range.value(at: share)) }
    let kernels = axis.kernels(of: [0, 1, 2, 3])
    var one = KernelMixture(weights: kernelWeights(count: 4), axes: [kernels])
    var both = KernelMixture(weights: kernelWeights(count: 4), axes: [kernels, kernels])
    let values = (0..<200).map { range.value(at: (Double($0) + 0.5) / 200) }
    let sum = values.reduce(0) { $0 + one.density(at: [$1]) } / 200
    #expect(abs(sum - 1) < 1e-4)
    let sums = values.map { first in values.reduce(0) { $0 + both.density(at: [first, $1]) } / 200 }
    #expect(abs(sums.reduce(0, +) / 200 - 1) < 1e-4)
    #expect(one.density(at: [10.001]) == 0)
  }

  /// What is kept from trial to trial does not change what comes out.
  @Test func keptWidthsAreThoseOfNewKernels() {
    let range = SearchRange(low: 0, high: 1)
    var kept = ObservedAxis(range)
    var stream = PhiloxStream(seed: 1, purpose: "test", name: "kernels")
    var values: [Double] = []
    for count in 1...120 {
      values.append(stream.uniform())
      kept.append(values[count - 1])
      let trials = (0..<count).filter { ($0 + count) % 3 > 0 }
      var new = ObservedAxis(range)
      for value in values { new.append(value) }
      let (one, other) = (kept.kernels(of: trials), new.kernels(of: trials))
      #expect(one.logFactors == other.logFactors && one.logMasses == other.logMasses)
    }
  }
}
