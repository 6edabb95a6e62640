import Statistics

/// What an author says that the runs show, stated before they ran.
public struct Claim: Hashable, Sendable {
  /// What is compared.
  public var quantity: Quantity
  /// The position in the spec of the optimizer that is said to be better.
  public var better: Int
  /// The position of the other one.
  public var than: Int
  /// The problems that it is claimed of, by position.
  public var problems: [Int]
  /// How much better: at least by this factor (times, losses) or difference (metrics); nil for any.
  public var by: Double?
  /// Whether the two are said to be practically equal instead.
  public var isEqual: Bool
  /// Whether it is claimed of the problems as a sample, not of each of them.
  public var isAcross: Bool

  /// What is claimed.
  public init(
    quantity: Quantity, better: Int, than: Int, problems: [Int], by: Double? = nil,
    isEqual: Bool = false, isAcross: Bool = false
  ) {
    self.quantity = quantity
    self.better = better
    self.than = than
    self.problems = problems
    self.by = by
    self.isEqual = isEqual
    self.isAcross = isAcross
  }
}

/// What the runs say of a claim.
public struct ClaimJudgement: Sendable {
  /// Whether they carry it.
  public enum Verdict: String, Hashable, Sendable {
    /// The data carry it.
    case supported
    /// The data carry the opposite.
    case contradicted
    /// Neither.
    case undecided
  }

  /// Why a part is as it is.
  public enum Reason: Hashable, Sendable {
    /// The effect lies where it must, or must not.
    case effect
    /// Both are practically equal.
    case equal
    /// Both are the same with every seed.
    case same
    /// No p of so few pairs can be small enough.
    case tooFewPairs
    /// In half of the pairs or more one of the two failed, so that values show no equality.
    case fewShared
    /// Nothing depends on the seed: there is one observation.
    case oneObservation
    /// Times to the target compare nothing.
    case obstacle(TimeObstacle)
    /// One of the two has no such values.
    case noValues
    /// Both failed everywhere: with every seed, or across problems in the median of every problem.
    case bothFailed
  }

  /// One test that the claim rests on.
  public struct Part: Sendable {
    /// The problem's position; nil across problems.
    public let problem: Int?
    /// What it says by itself.
    public let verdict: Verdict
    /// Why.
    public let reason: Reason
    /// How many pairs there are.
    public let count: Int
    /// The effect, a ratio or a difference, with its interval.
    public let effect: Double?
    /// Where the effect lies, at the level at which all claims hold together.
    public let interval: Interval?
    /// Whether the effect is a ratio.
    public let isRatio: Bool
    /// The effects that count as none.
    public let margin: Interval
    /// The p value adjusted for all claims of the report; nil without a test.
    public let adjustedProbability: Double?
    /// What would probably settle it, where it is undecided for want of it.
    public let outlook: Outlook?
  }

  /// Whether the runs carry the claim.
  public let verdict: Verdict
  /// What it rests on, one part a problem.
  public let parts: [Part]
}
