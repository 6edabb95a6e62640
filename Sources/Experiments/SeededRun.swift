import Training

/// What became of a run, and the repetition that it was.
public struct SeededRun: Sendable {
  /// The repetition.
  public let seed: UInt32
  /// How the run ended.
  public let outcome: RunOutcome
  private let read: @Sendable () -> RunRecord

  /// A run of a seed.
  ///
  /// - Parameter read: its whole record, whenever that is asked for.
  public init(seed: UInt32, outcome: RunOutcome, read: @escaping @Sendable () -> RunRecord) {
    self.seed = seed
    self.outcome = outcome
    self.read = read
  }

  /// The whole record with its curve, read anew each time: not to be held for many runs at once.
  public var record: RunRecord { read() }
}

extension SeededRun: Equatable {
  /// Whether two runs are the same, bit by bit, whatever made them.
  public static func == (one: SeededRun, other: SeededRun) -> Bool {
    one.seed == other.seed && one.outcome == other.outcome && one.record == other.record
  }
}
