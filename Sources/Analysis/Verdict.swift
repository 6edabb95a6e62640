/// What the runs tell of two contenders.
public enum Verdict: Hashable, Sendable, CaseIterable {
  /// The runs of both are the same with every seed, bit by bit.
  case same
  /// No p of so few seeds can be small enough.
  case tooFewSeeds
  /// The interval lies within the margin.
  case equal
  /// The first one is clearly better.
  case better
  /// The first one is clearly worse.
  case worse
  /// None of these.
  case undecided

  /// Its name in tables of data.
  public var name: String {
    switch self {
    case .same: "same"
    case .tooFewSeeds: "too few seeds"
    case .equal: "practically equal"
    case .better: "better"
    case .worse: "worse"
    case .undecided: "undecided"
    }
  }

  /// The verdict of that name; nil for none.
  public init?(name: String) {
    guard let verdict = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = verdict
  }

  /// Whether it tells the two apart.
  public var isClear: Bool { self == .better || self == .worse }

  /// The same of the second one.
  var reversed: Verdict {
    switch self {
    case .better: .worse
    case .worse: .better
    case .same, .tooFewSeeds, .equal, .undecided: self
    }
  }
}

/// What would probably settle what is undecided.
public enum Outlook: Hashable, Sendable {
  /// So many seeds, if those that ran are typical.
  case seeds(Int)
  /// More data, not more seeds: the data at hand cannot show so small a difference.
  case data
  /// Nothing that was tried: not even the most seeds.
  case none
}
