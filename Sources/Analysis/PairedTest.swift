import Kernels
import Statistics

/// What the runs of two contenders say of one quantity, paired by seed, before it is known which other
/// comparisons are made with it.
///
/// Times, losses and counts are compared by the logarithm of their ratio, so that both directions
/// agree, metrics by their difference. A run that failed counts as ∞; a pair in which both did favours
/// neither.
struct PairedTest: Sendable {
  /// Whether effects are ratios, tested by their logarithms.
  let isRatio: Bool
  /// Whether less is better.
  let isLowerBetter: Bool
  /// The differences by seed, or the logarithms of the ratios.
  let differences: [Double]
  /// Whether both have the same value with every seed.
  let areSame: Bool
  /// Whether both have a value in more than half of the pairs. Else the two can be told apart by who failed,
  /// but their values show no equality.
  let hasSharedValues: Bool
  /// The p value over the seeds (Wilcoxon's signed-rank test).
  let seedsProbability: Double
  /// The p value that allows for all seeds sharing the same rows (Nadeau and Bengio's corrected t-test);
  /// nil for a quantity that is not of held-out rows.
  let dataProbability: Double?
  /// Test rows over training rows; nil for a quantity that is not of held-out rows.
  private let heldOutShare: Double?

  /// The difference, or logarithm of a ratio, that the tests are of.
  private let shift: Double
  /// The differences as they can be: times are known up to a gap, some widths are lower bounds.
  private let variants: [[Double]]
  private let effects: [HodgesLehmann]
  private let corrected: CorrectedResampledTest?

  /// The two p values in one: the larger.
  var probability: Double { max(seedsProbability, dataProbability ?? 0) }

  /// Compares `one` with `other` at the seeds that both have.
  ///
  /// - Parameters:
  ///   - worst: what a failure counts as.
  ///   - heldOutShare: test rows over training rows, for a quantity of held-out rows.
  ///   - shift: the difference, or logarithm of a ratio, that the tests are of instead of 0.
  /// - Returns: nil without such seeds, and where all runs of both failed.
  init?(
    _ one: Observations, _ other: Observations, isRatio: Bool, worst: Double, heldOutShare: Double?,
    shift: Double = 0
  ) {
    let (one, other) = one.paired(with: other)
    guard !one.values.isEmpty,
      zip(one.values, other.values).contains(where: { $0 != nil || $1 != nil })
    else { return nil }
    func differences(_ one: [Double?], _ other: [Double?]) -> [Double] {
      // Where both failed neither is favoured, whatever the shift.
      zip(one, other).map {
        $0 == nil && $1 == nil
          ? 0 : Self.difference($0, $1, isRatio: isRatio, worst: worst) - shift
      }
    }
    self.shift = shift
    self.isRatio = isRatio
    isLowerBetter = worst > 0
    areSame = one.values == other.values
    let shared = zip(one.values, other.values).count { $0 != nil && $1 != nil }
    hasSharedValues = 2 * shared > one.values.count
    self.differences = differences(one.values, other.values)
    self.heldOutShare = heldOutShare
    // Times are known up to the gap between two recorded epochs, some widths are lower bounds: both
    // ends must agree.
    var variants = [self.differences]
    if one.earliest != one.greatest || other.earliest != other.greatest {
      variants += [
        differences(one.earliest, other.greatest), differences(one.greatest, other.earliest),
      ]
    }
    self.variants = variants
    effects = variants.compactMap { HodgesLehmann($0) }
    let tests = variants.compactMap { SignedRankTest($0)?.probability }
    let isContrary = effects.contains { $0.lean < 0 } && effects.contains { $0.lean > 0 }
    seedsProbability = isContrary ? 1 : tests.max() ?? 1
    corrected = heldOutShare.flatMap {
      CorrectedResampledTest(variants[0], testShare: $0)
    }
    dataProbability = corrected?.probability
  }

  private static func difference(
    _ one: Double?, _ other: Double?, isRatio: Bool, worst: Double
  ) -> Double {
    switch (one, other) {
    case (nil, nil): 0
    case (.some, nil): -worst
    case (nil, .some): worst
    case (let one?, let other?):
      one == other ? 0 : isRatio ? log(one) - log(other) : one - other
    }
  }

  /// The effect: a ratio or a difference.
  var effect: Double { scaled((effects.first?.estimate ?? 0) + shift) }

  /// Whether the first one has less than the shift allows, as far as the ranks tell.
  var isBelowShift: Bool { (effects.first?.lean ?? 0) < 0 }

  /// Where the effect lies: the union of what both tests do not reject.
  ///
  /// - Parameters:
  ///   - level: the level, such as .95.
  ///   - isRejected: whether the effect differs from none at that level, so that the interval agrees.
  /// - Returns: nil where there are too few seeds for that level.
  func interval(level: Double, isRejected: Bool) -> Interval? {
    var hull: Interval?
    func include(_ interval: Interval) {
      hull = Interval(
        low: min(hull?.low ?? .infinity, interval.low),
        high: max(hull?.high ?? -.infinity, interval.high))
    }
    for effect in effects {
      guard let interval = effect.interval(level: level, isRejected: isRejected) else { return nil }
      include(interval)
    }
    if let corrected { include(corrected.interval(level: level)) }
    return hull.map { Interval(low: scaled($0.low + shift), high: scaled($0.high + shift)) }
  }

  /// Whether the test would not reject any more without some one of the seeds, where so few can at all.
  ///
  /// - Parameter level: the level at which it rejects, such as .95.
  func isFragile(level: Double) -> Bool {
    let count = variants[0].count
    let alpha = 1 - level
    // 2^(2 − n) is the least p of one seed fewer.
    guard count > 2, pow(2, Double(2 - count)) <= alpha else { return false }
    let isUp = (effects.first?.lean ?? 0) > 0
    for variant in variants {
      // Without the farthest seed on the winning side the others keep their ranks, and the sum of the
      // losing side is as large as it can be.
      let farthest = variant.indices.filter { isUp ? variant[$0] > 0 : variant[$0] < 0 }
        .max { variant[$0].magnitude < variant[$1].magnitude }
      guard let farthest else { continue }
      var rest = variant
      rest.remove(at: farthest)
      if let test = SignedRankTest(rest), test.probability > alpha { return true }
    }
    guard let heldOutShare else { return false }
    return variants[0].indices.contains { place in
      var rest = variants[0]
      rest.remove(at: place)
      let test = CorrectedResampledTest(rest, testShare: heldOutShare)
      return test.map { $0.probability > alpha } ?? false
    }
  }

  /// What would probably tell the two apart.
  ///
  /// - Parameter level: the level of the test that would have to reject, such as .95.
  func outlook(level: Double) -> Outlook {
    if let heldOutShare, let corrected {
      // With ever more seeds the corrected statistic goes to mean / √(share · variance).
      let limit = corrected.mean.magnitude / (heldOutShare * corrected.variance).squareRoot()
      if !(limit > normalQuantile(1 - (1 - level) / 2)) { return .data }
    }
    // All of them would have to agree.
    var most = 0
    for variant in variants {
      guard let count = settlingSeeds(variant, level: level, testShare: heldOutShare) else {
        return .none
      }
      most = max(most, count)
    }
    return .seeds(most)
  }

  private func scaled(_ value: Double) -> Double { isRatio ? exp(value) : value }
}
