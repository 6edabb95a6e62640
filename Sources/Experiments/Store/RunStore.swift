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
    var runs: KeptRuns
    var writer: SegmentWriter
    var open: OpenSegments
    /// Whether nothing more is written.
    var isFull = false
  }

  /// Where they are.
  public let place: StorePlace
  private let segments: [KeptFolder.File]
  private let say: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Opens the runs that are kept somewhere; there need be none.
  ///
  /// - Parameters:
  ///   - writer: the program, for who wonders where a run came from.
  ///   - say: told in a line what is wrong with the store.
  public init(
    at place: StorePlace, writer: String, say: @escaping @Sendable (String) -> Void
  ) {
    self.place = place
    self.say = say
    segments = KeptFolder.files(in: place.folder, ending: StorePlace.ending)
    var runs = KeptRuns()
    var disputed: Set<Digest> = []
    var writers: [String: String] = [:]
    var open = OpenSegments(in: place.folder)
    for segment in segments {
      let name = segment.name
      guard let file = ReadableParts(path: "\(place.folder)/\(name)") else {
        say("kept runs: \(name) cannot be read; its runs are made again")
        continue
      }
      let index = SegmentIndex(file)
      writers[name] = index.writer
      // Who writes just now is not at its end yet.
      if let damage = index.damage, !segment.isInUse {
        say("kept runs: \(name) \(damage); what is missing is made again")
      }
      runs.reserve(index.entries.count)
      for entry in index.entries {
        guard let other = runs.add(entry, in: name), disputed.insert(entry.key).inserted else {
          continue
        }
        let found = runs.places(of: entry.key).compactMap { segment, location in
          open.segment(segment, to: location.end).flatMap {
            location.run(of: entry.key, in: $0.file)
          }
        }
        let dispute = found.count > 1 ? ResultDispute(found[1], found[0]) : nil
        say(
          "FAULT OF DETERMINISM: \(other) (\(writers[other] ?? "")) and \(name) (\(index.writer)) "
            + "hold different results of \(dispute?.description ?? "the run \(entry.key)"); "
            + "it is made again")
      }
    }
    for digest in disputed { runs.remove(digest) }
    state = Mutex(
      State(
        runs: runs, writer: SegmentWriter(at: place, writer: writer),
        open: open))
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
    keep(StoredRun(request: request.canonicalBytes, record: record.encoded))
  }

  /// The digests of all runs, in their own order.
  var digests: [Digest] { state.withLock { $0.runs.digests } }

  /// The segments that were there at the start, and that nobody writes any more.
  var closedSegments: [KeptFolder.File] {
    segments.filter { !$0.isInUse }
  }

  /// How many bytes all segments had at the start.
  public var byteCount: Int { segments.map(\.size).reduce(0, +) }

  /// How many segments there were at the start.
  public var segmentCount: Int { segments.count }

  /// A run by its digest; nil where it is not kept, or torn or corrupt, which is told.
  func run(of digest: Digest) -> StoredRun? {
    for (name, location) in state.withLock({ $0.runs.places(of: digest) }) {
      let segment = state.withLock { $0.open.segment(name, to: location.end) }
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
