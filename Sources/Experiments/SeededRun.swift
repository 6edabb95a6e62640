import Training

/// Who knows what became of runs.
protocol RunSource: AnyObject, Sendable {
  /// How the run at a place ended.
  func outcome(at place: Int) -> RunOutcome
  /// The whole record of the run at a place.
  func record(at place: Int) -> RunRecord
}

/// What became of a run, and the repetition that it was.
///
/// It holds neither outcome nor record, of which there may be a million, but leads to them.
public struct SeededRun: Sendable {
  /// The repetition.
  public let seed: UInt32
  private let source: any RunSource
  private let place: Int

  init(seed: UInt32, in source: any RunSource, at place: Int) {
    self.seed = seed
    self.source = source
    self.place = place
  }

  /// A run of a seed.
  ///
  /// - Parameter read: its whole record, whenever that is asked for.
  public init(seed: UInt32, outcome: RunOutcome, read: @escaping @Sendable () -> RunRecord) {
    self.init(seed: seed, in: SingleRun(outcome, read), at: 0)
  }

  /// How the run ended.
  public var outcome: RunOutcome { source.outcome(at: place) }

  /// The whole record with its curve, read anew each time: not to be held for many runs at once.
  public var record: RunRecord { source.record(at: place) }
}

extension SeededRun: Equatable {
  /// Whether two runs are the same, bit by bit, whatever made them.
  public static func == (one: SeededRun, other: SeededRun) -> Bool {
    one.seed == other.seed && one.outcome == other.outcome && one.record == other.record
  }
}

/// A run that belongs to no plan.
private final class SingleRun: RunSource {
  private let outcome: RunOutcome
  private let read: @Sendable () -> RunRecord

  init(_ outcome: RunOutcome, _ read: @escaping @Sendable () -> RunRecord) {
    self.outcome = outcome
    self.read = read
  }

  func outcome(at place: Int) -> RunOutcome { outcome }
  func record(at place: Int) -> RunRecord { read() }
}
