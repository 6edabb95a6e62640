import Kernels

/// What is said of the best of n trials.
public enum BestOfDrawsStatistic: Hashable, Sendable {
  /// Its expectation.
  case expectation
  /// Its quantile with a probability in [0, 1].
  case quantile(Double)
}

extension ExpectedBest {
  /// The percentile bootstrap's interval for each n from 1 to N: the statistic is taken of N trials
  /// drawn from all with replacement, again and again, and the interval holds `level` of the
  /// results (Efron 1979).
  ///
  /// Diverged trials are drawn like others, so that an end may be ∞. No resample knows a value
  /// below the best seen, so that the interval gets too short as n grows. In simulations with
  /// uniform, exponential and log-normal values and 20 or 50 trials, intervals at .95 held the
  /// truth in .83 to .96 of searches up to n = N/4, .72 to .82 at N/2, and about half at N: a
  /// figure should stop at N/4, or say so.
  ///
  /// - Parameters:
  ///   - statistic: what is said of the best of n.
  ///   - level: in (0, 1).
  ///   - seed: the seed of the draws; the same for all n, and for all statistics.
  ///   - resampleCount: how many resamples are drawn, at least 1.
  /// - Returns: one interval for each n.
  /// - Complexity: N numbers a resample are kept, and the expectation takes about 40 N log N steps
  ///   each: a quarter of a second for 10,000 resamples of 200 trials, 1.5 s for 1,000 trials.
  public func intervals(
    of statistic: BestOfDrawsStatistic, level: Double = 0.95, seed: UInt64 = 0,
    resampleCount: Int = 10_000
  ) -> [Interval] {
    let resampled: [[Double]]
    switch statistic {
    case .expectation: resampled = expectations(ofResamples: resampleCount, seed: seed)
    case .quantile(let probability):
      resampled = quantiles(probability, ofResamples: resampleCount, seed: seed)
    }
    let tail = (1 - level) / 2
    return resampled.map { results in
      let results = results.sorted()
      return Interval(
        low: quantile(ofSorted: results, tail) ?? .nan,
        high: quantile(ofSorted: results, 1 - tail) ?? .nan)
    }
  }

  /// The quantiles of the best of n in each resample, for each n.
  private func quantiles(
    _ probability: Double, ofResamples resampleCount: Int, seed: UInt64
  ) -> [[Double]] {
    let ranks = (1...count).map {
      BestOfDraws(count: count, drawn: $0).quantileRanks(probability)
    }
    var results = Array(repeating: [Double](), count: count)
    forEachResample(resampleCount, seed: seed) { values in
      for (index, ranks) in ranks.enumerated() {
        results[index].append(middle(values[ranks.low - 1], values[ranks.high - 1]))
      }
    }
    return results
  }

  /// The expected best of n in each resample, for each n.
  func expectations(ofResamples resampleCount: Int, seed: UInt64) -> [[Double]] {
    let survivals = (1...count).map(survivals(of:))
    var results = Array(repeating: [Double](), count: count)
    var block = ResampleBlock(count: count)
    func finish() {
      for (index, survivals) in survivals.enumerated() {
        results[index].append(contentsOf: block.expectations(survivals, drawn: index + 1))
      }
      block.removeAll()
    }
    forEachResample(resampleCount, seed: seed) { values in
      block.append(values)
      if block.isFull { finish() }
    }
    finish()
    return results
  }

  /// Sᵢ from i = 1 on, which depends on nothing that is drawn, up to where the rest adds less than
  /// 2⁻⁶⁰ of what the trials' own expectation lies above the best.
  private func survivals(of drawn: Int) -> [Double] {
    guard finiteCount > 0, sorted[finiteCount - 1] > sorted[0] else { return [] }
    let least = 0x1p-60 * excess(of: drawn) / (sorted[finiteCount - 1] - sorted[0])
    var survivals: [Double] = []
    BestOfDraws(count: count, drawn: drawn).forEachSurvival { _, survival in
      survivals.append(survival)
      return survival > least
    }
    return survivals
  }

  /// Draws resamples of the trials.
  ///
  /// - Parameter body: called with the values of each in rising order.
  func forEachResample(
    _ resampleCount: Int, seed: UInt64, _ body: (_ values: [Double]) -> Void
  ) {
    var draws = StratifiedDraws(
      sizes: [count],
      stream: PhiloxStream(seed: seed, purpose: "bootstrap", name: "expected best"))
    let places = (0..<Int32(count)).map { $0 }
    var counts = [Int32](repeating: 0, count: count)
    var values = sorted
    for _ in 0..<resampleCount {
      draws.count(at: places, into: &counts)
      var next = 0
      for (value, count) in zip(sorted, counts) {
        for _ in 0..<count {
          values[next] = value
          next += 1
        }
      }
      body(values)
    }
  }
}

/// Eight resamples side by side, so that one weight serves eight sums.
private struct ResampleBlock {
  private var size = 0
  private var best = SIMD8<Double>()
  /// xᵢ₊₁ − xᵢ for i from 1 on; 0 where xᵢ₊₁ diverged.
  private var gaps: [SIMD8<Double>]
  /// How many trials of each diverged.
  private var diverged: [Int] = []

  init(count: Int) { gaps = Array(repeating: SIMD8(), count: count - 1) }

  var isFull: Bool { size == 8 }

  mutating func removeAll() { (size, diverged) = (0, []) }

  /// Adds the values of a resample, which rise.
  mutating func append(_ values: [Double]) {
    best[size] = values[0]
    for index in gaps.indices {
      gaps[index][size] = values[index + 1].isFinite ? values[index + 1] - values[index] : 0
    }
    diverged.append(values.count { !$0.isFinite })
    size += 1
  }

  /// x₁ + Σᵢ Sᵢ (xᵢ₊₁ − xᵢ) of each; ∞ while there are as many diverged trials as are drawn.
  func expectations(_ survivals: [Double], drawn: Int) -> [Double] {
    var sums = SIMD8<Double>()
    for (survival, gap) in zip(survivals, gaps) { sums += survival * gap }
    return (0..<size).map { drawn > diverged[$0] ? best[$0] + sums[$0] : .infinity }
  }
}
