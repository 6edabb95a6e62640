import Specs
import Statistics

/// One comparison of an answer: two contenders on one problem by one quantity.
public struct PairedComparison: Sendable {
  /// The problem's position.
  public let problem: Int
  /// The quantity.
  public let quantity: Quantity
  /// The positions of the two contenders on the problem.
  public let one: Int, other: Int
  /// How many pairs there are.
  public let count: Int
  /// How many times as much the first one takes as the other (times, losses), or how much more it has
  /// (metrics): the Hodges-Lehmann estimate.
  public let effect: Double
  /// Whether the effect is a ratio.
  public let isRatio: Bool
  /// Where the effect lies, at the level at which the family holds together; it holds "no effect"
  /// exactly when the verdict is not clear. Nil with too few pairs.
  public let interval: Interval?
  /// The p value over the seeds.
  public let seedsProbability: Double
  /// The p value that allows for all seeds sharing the same rows; nil where that does not apply.
  public let dataProbability: Double?
  /// The p value adjusted for all comparisons of the family (Holm).
  public let adjustedProbability: Double
  /// What is told of the first one.
  public let verdict: Verdict
  /// Whether a clear verdict would be none without some one of the seeds.
  public let isFragile: Bool
  /// The level of an interval of this comparison if none of the family was rejected.
  private let firstLevel: Double
  /// Makes the test once more: its differences may be too many to be held for all pairs.
  private let test: @Sendable () -> PairedTest?

  /// The p value of the comparison alone: the larger of the two.
  public var probability: Double { max(seedsProbability, dataProbability ?? 0) }

  /// The effect of none.
  public var neutral: Double { isRatio ? 1 : 0 }

  /// A test in a family.
  ///
  /// - Parameters:
  ///   - adjusted: its p value for all comparisons of the family.
  ///   - level: the level of its interval.
  ///   - fewestSeeds: with how many seeds comparisons of so large a family can tell anything.
  ///   - margins: the effects that count as none.
  /// - Returns: nil where there is nothing to test.
  init?(
    _ pair: ContenderPair, in results: ProblemComparison, adjusted: Double, level: Double,
    firstLevel: Double, fewestSeeds: Int, margins: Margins
  ) {
    let makeTest = { @Sendable in results.test(pair.quantity, pair.one, pair.other) }
    guard let test = makeTest() else { return nil }
    self.test = makeTest
    (problem, quantity, one, other) = (pair.problem, pair.quantity, pair.one, pair.other)
    count = test.differences.count
    isRatio = test.isRatio
    let isRejected = adjusted < 0.05
    let interval = test.interval(level: level, isRejected: isRejected)
    self.interval = interval
    // Where many pairs are ties the estimate can be "no effect" although the test rejects it.
    effect = interval.map { min(max(test.effect, $0.low), $0.high) } ?? test.effect
    seedsProbability = test.seedsProbability
    dataProbability = test.dataProbability
    adjustedProbability = adjusted
    self.firstLevel = firstLevel
    let margin = results.margin(quantity, margins)
    let isWithin =
      test.hasSharedValues
      && interval.map { margin.contains($0.low) && margin.contains($0.high) } ?? false
    let neutral = test.isRatio ? 1.0 : 0
    verdict =
      if results.areSameRuns(one, other, by: quantity) { .same } else if count < fewestSeeds {
        .tooFewSeeds
      } else if isWithin {
        .equal
      } else if isRejected, let interval {
        (interval.high < neutral) == test.isLowerBetter ? .better : .worse
      } else { .undecided }
    isFragile = verdict.isClear && test.isFragile(level: level)
  }

  /// What would probably settle it, where it is undecided.
  public var outlook: Outlook? {
    verdict == .undecided ? test()?.outlook(level: firstLevel) : nil
  }

  private init(reversing comparison: PairedComparison) {
    (problem, quantity) = (comparison.problem, comparison.quantity)
    (one, other) = (comparison.other, comparison.one)
    count = comparison.count
    isRatio = comparison.isRatio
    func turned(_ value: Double) -> Double { comparison.isRatio ? 1 / value : -value }
    effect = turned(comparison.effect)
    interval = comparison.interval.map { Interval(low: turned($0.high), high: turned($0.low)) }
    seedsProbability = comparison.seedsProbability
    dataProbability = comparison.dataProbability
    adjustedProbability = comparison.adjustedProbability
    verdict = comparison.verdict.reversed
    isFragile = comparison.isFragile
    firstLevel = comparison.firstLevel
    test = comparison.test
  }

  /// The same comparison, told of the other one.
  public var reversed: PairedComparison { PairedComparison(reversing: self) }
}

/// Two contenders on a problem and the quantity that they are compared by.
struct ContenderPair: Hashable, Sendable {
  var problem: Int
  var quantity: Quantity
  var one: Int
  var other: Int
}
