import Statistics

/// Whether one contender needs less of something than another, by the interval of a paired effect.
public enum Verdict: Hashable, Sendable {
  /// The whole interval is on the first one's side.
  case less
  /// The whole interval is on the other one's side.
  case more
  /// The interval holds "no effect".
  case undecided
  /// There are too few seeds for an interval.
  case tooFewSeeds

  /// The verdict that an interval gives, where `neutral` means no effect.
  public init(_ interval: Interval?, neutral: Double) {
    guard let interval else {
      self = .tooFewSeeds
      return
    }
    if interval.high < neutral {
      self = .less
    } else if interval.low > neutral {
      self = .more
    } else {
      self = .undecided
    }
  }
}
