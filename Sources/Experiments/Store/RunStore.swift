import Files
import Synchronization
import Training

/// Runs that were made before, by the digest of all that they depend on.
///
/// Each process appends to segments of its own, so that there is no lock. What is torn or corrupt is told,
/// set aside and made again; where nothing can be written that is told once, and the report is made all the
/// same.
public final class RunStore: Sendable {
  private struct State: ~Copyable {
    var runs = KeptRuns()
    var reading: StoreReading
    var writer: SegmentWriter
    /// Whether nothing more is written.
    var isFull = false
  }

  /// Where they are.
  public let place: StorePlace
  private let say: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Opens the runs that are kept somewhere; there need be none.
  ///
  /// - Parameters:
  ///   - writer: the program, for who wonders where a run came from.
  ///   - isRead: whether what is there is looked at; where not, the store begins empty.
  ///   - say: told in a line what is wrong with the store.
  public init(
    at place: StorePlace, writer: String, isRead: Bool = true,
    say: @escaping @Sendable (String) -> Void
  ) {
    self.place = place
    self.say = say
    state = Mutex(
      State(
        reading: StoreReading(in: place.folder, say),
        writer: SegmentWriter(at: place, writer: writer)))
    if isRead { refresh() }
  }

  /// Looks for what other processes have kept since the last look: only at segments that are new or have grown.
  public func refresh() {
    state.withLock { state in state.reading.update(&state.runs) }
  }

  /// How many runs there are.
  public var count: Int { state.withLock { $0.runs.count } }

  /// Whether a run is kept, as far as the indexes of segments tell.
  public func holds(_ request: RunRequest) -> Bool {
    let key = request.key
    return state.withLock { $0.runs.holds(key) }
  }

  /// What became of a run; nil where it is not kept, or not as it was.
  public func record(of request: RunRequest) -> RunRecord? {
    guard let run = run(of: request.key), run.request == request.canonicalBytes,
      let record = try? RunRecord(encoded: run.record)
    else { return nil }
    return record
  }

  /// Keeps what became of a run.
  ///
  /// - Returns: whether it is kept; where it cannot be, that is told once.
  @discardableResult
  public func keep(_ record: RunRecord, of request: RunRequest) -> Bool {
    keep(
      StoredRun(key: request.key, request: request.canonicalBytes, record: record.encoded))
  }

  /// The order in which the runs of a plan are read fastest: as they lie in their segments, one after another,
  /// then those that are not kept.
  func readingOrder(of plan: Plan) -> [Int] {
    let positions = plan.runs.map { run in
      let key = plan.request(for: run).key
      return state.withLock { $0.runs.position(of: key) } ?? (.max, .max)
    }
    return positions.indices.sorted {
      let (one, other) = (positions[$0], positions[$1])
      return (one.segment, one.offset, $0) < (other.segment, other.offset, $1)
    }
  }

  /// The digests of all runs, in their own order.
  var digests: [Digest] { state.withLock { $0.runs.digests } }

  /// The segments that were there at the last look, and that nobody writes any more.
  var closedSegments: [KeptFolder.File] {
    state.withLock { $0.reading.segments.filter { !$0.isInUse } }
  }

  /// How many bytes all segments had at the last look.
  public var byteCount: Int { state.withLock { $0.reading.segments.map(\.size).reduce(0, +) } }

  /// How many segments there were at the last look.
  public var segmentCount: Int { state.withLock { $0.reading.segments.count } }

  /// A run by its digest; nil where it is not kept, or torn or corrupt, which is told.
  func run(of digest: Digest) -> StoredRun? {
    for (name, location) in state.withLock({ $0.runs.places(of: digest) }) {
      let segment = state.withLock { $0.reading.open.segment(name, to: location.end) }
      if let segment, let run = location.run(of: digest, in: segment.file) { return run }
      say("kept runs: a run in \(name) is corrupt; it is made again")
    }
    return nil
  }

  /// Keeps a run.
  ///
  /// - Returns: whether it is kept; where it cannot be, that is told once.
  @discardableResult
  func keep(_ run: StoredRun) -> Bool {
    let (isKept, fault) = state.withLock { state -> (Bool, String?) in
      guard !state.isFull else { return (false, nil) }
      switch state.writer.append(run) {
      case .success(let place):
        state.runs.add(place.entry, in: place.segment)
        return (true, nil)
      case .failure(let fault):
        state.isFull = true
        return (false, fault.reason)
      }
    }
    if let fault { say("kept runs: nothing more can be kept in \(place.folder): \(fault)") }
    return isKept
  }

  /// Ends what this process writes; nothing is kept any more.
  public func close() {
    state.withLock { state in
      state.writer.closeSegment()
      state.isFull = true
    }
  }
}
