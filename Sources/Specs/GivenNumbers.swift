/// What a spec says of a heat map: a number for every pair of two settings.
public struct HeatMapNumbers: Hashable, Sendable {
  /// The names of the columns, from left to right, without repeats.
  public var x: [String]
  /// The names of the rows, from bottom to top, without repeats.
  public var y: [String]
  /// A row for each of `y` with a number for each of `x`; nil where it failed.
  public var values: [[Double?]]
  /// What the numbers are.
  public var label: String?
  /// Whether equal ratios differ equally in colour; nil: found from the numbers.
  public var isLogarithmic: Bool?
  /// The numbers of the first and the last colour, which those beyond have too; nil: the least and the
  /// greatest.
  public var limits: [Double]?
}

/// What a spec says of parallel coordinates: the settings of trials and what came of them.
public struct ParallelNumbers: Hashable, Sendable {
  /// The axis of one setting.
  public struct Axis: Hashable, Sendable {
    /// What is set.
    public var name: String
    /// Whether equal ratios take equal room; then every number on it is above 0.
    public var isLogarithmic: Bool
  }

  /// The axes, from left to right.
  public var axes: [Axis]
  /// A row for each trial with a number for each axis.
  public var rows: [[Double]]
  /// What came of each trial.
  public var objective: [Double]
  /// Which objective is the best.
  public var better: BetterEnd
}

/// What a spec says of importance bars.
public struct ImportanceNumbers: Hashable, Sendable {
  /// What the bars are the importance of, without repeats.
  public var names: [String]
  /// The importance of each.
  public var values: [Double]
  /// Intervals of the values, as many, their lower ends not above their upper ends; nil for none.
  public var intervals: [ClosedRange<Double>]?
}

/// What a spec says of a parity plot.
public struct ParityNumbers: Hashable, Sendable {
  /// What was measured.
  public var observed: [Double]
  /// What was predicted of each.
  public var predicted: [Double]
}

/// What a spec says of a search: the objective of every trial.
public struct SearchNumbers: Hashable, Sendable {
  /// The objectives in the order of the trials; nil for a trial that failed.
  public var values: [Double?]
  /// Which objective is the best.
  public var better: BetterEnd
}

/// Which of two objectives is the better one.
public enum BetterEnd: String, Hashable, Sendable, CaseIterable {
  /// The lower one, as with losses.
  case lower
  /// The higher one, as with accuracies.
  case higher
}
