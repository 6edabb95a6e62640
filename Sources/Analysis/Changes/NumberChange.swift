import Models
import Specs
import Statistics

/// How a quantity of a contender changed from one report to the next.
public struct NumberChange: Sendable {
  /// What the change amounts to, in the order in which it is looked for.
  public enum Verdict: Hashable, Sendable {
    /// Each seed has the same value, bit by bit.
    case same
    /// Nothing depends on the seed, so any change is one.
    case changed
    /// No p of so few seeds can be small enough.
    case tooFewSeeds
    /// The interval of the change lies within the margin.
    case equal
    /// The new values are clearly better.
    case better
    /// The new values are clearly worse.
    case worse
    /// The seeds cannot tell it from noise.
    case noise

    /// Whether it is more than the seeds' noise.
    public var isClear: Bool { self == .changed || self == .better || self == .worse }
  }

  /// Whose quantity it is.
  public let contender: ContenderName
  /// The quantity.
  public let quantity: Quantity
  /// The metric of the problem.
  public let metric: Metric?
  /// The old and the new median, over the seeds that are compared.
  public let old: Double, new: Double
  /// How many seeds, or pairs of them, are compared.
  public let count: Int
  /// Whether old and new runs are paired by seed; else the seeds differ, and the two are independent.
  public let isPaired: Bool
  /// How many times as much the new ones have (times, losses), or how much more (metrics).
  public let effect: Double
  /// Where the effect lies, at the level at which all changes hold together; nil with too few seeds, and
  /// where the seeds differ.
  public let interval: Interval?
  /// The p value adjusted for all changes between the two reports (Holm).
  public let adjustedProbability: Double
  /// What it amounts to.
  public let verdict: Verdict

  /// Whether the effect is a ratio.
  public var isRatio: Bool { quantity.isRatioScaled }
}

/// A change before all of them are adjusted.
struct NumberChangeDraft {
  let contender: ContenderName
  let quantity: Quantity
  let metric: Metric?
  let dependsOnSeed: Bool
  private let old: Observations, new: Observations
  private let worst: Double
  /// The test where the reports share seeds.
  private let paired: PairedTest?

  /// - Returns: nil where neither has anything but failures.
  init?(
    _ contender: ContenderName, _ quantity: Quantity, metric: Metric?, dependsOnSeed: Bool,
    old: Observations, new: Observations
  ) {
    self.contender = contender
    self.quantity = quantity
    self.metric = metric
    self.dependsOnSeed = dependsOnSeed
    worst = quantity.worst(metric)
    let (oldPaired, newPaired) = old.paired(with: new)
    let sharesSeeds = !oldPaired.values.isEmpty
    (self.old, self.new) = sharesSeeds ? (oldPaired, newPaired) : (old, new)
    let values = self.old.values + self.new.values
    guard values.contains(where: { $0 != nil }) else { return nil }
    paired =
      sharesSeeds
      ? PairedTest(
        newPaired, oldPaired, isRatio: quantity.isRatioScaled, worst: worst, heldOutShare: nil)
      : nil
  }

  /// Whether nothing changed: then there is nothing to test, whatever the signs of other changes.
  var isSame: Bool { paired?.areSame ?? false }

  /// The p value of the change alone: the signed-rank test over pairs, else the Mann-Whitney test.
  var probability: Double {
    paired?.probability
      ?? MannWhitneyTest(old.filled(with: worst), new.filled(with: worst))?.probability ?? 1
  }

  /// The change in the family of all of them.
  func change(
    adjusted: Double, level: Double, size: Int, margins: Margins
  ) -> NumberChange {
    let (old, new) = (old.median(worst), new.median(worst))
    let isRejected = adjusted < 0.05
    let interval = paired?.interval(level: level, isRejected: isRejected)
    let margin = margin(old, new, margins)
    let isWithin = interval.map { margin.contains($0.low) && margin.contains($0.high) } ?? false
    let count = paired?.differences.count ?? min(self.old.values.count, self.new.values.count)
    let isCarried = paired == nil || count >= HolmFamily.fewestSeeds(comparisons: max(1, size))
    let effect = paired?.effect ?? (quantity.isRatioScaled ? new / old : new - old)
    let neutral = quantity.isRatioScaled ? 1.0 : 0
    let verdict: NumberChange.Verdict =
      if isSame { .same } else if !dependsOnSeed { .changed } else if !isCarried {
        .tooFewSeeds
      } else if isWithin { .equal } else if isRejected {
        (interval.map { $0.high < neutral } ?? (new < old)) == (worst > 0) ? .better : .worse
      } else { .noise }
    return NumberChange(
      contender: contender, quantity: quantity, metric: metric, old: old, new: new, count: count,
      isPaired: paired != nil, effect: effect, interval: interval, adjustedProbability: adjusted,
      verdict: verdict)
  }

  /// The effects that count as none.
  private func margin(_ old: Double, _ new: Double, _ margins: Margins) -> Interval {
    if quantity.isRatioScaled {
      return Interval(low: 1 / (1 + margins.time), high: 1 + margins.time)
    }
    let width =
      metric == .accuracy
      ? margins.accuracy : margins.rootMeanSquareError * min(old.magnitude, new.magnitude)
    return Interval(low: -width, high: width)
  }
}

extension Observations {
  /// The values, failures as `worst`.
  fileprivate func filled(with worst: Double) -> [Double] { values.map { $0 ?? worst } }

  /// The median, failures as `worst`.
  fileprivate func median(_ worst: Double) -> Double {
    Summary(of: values, worst: worst)?.median ?? worst
  }
}
