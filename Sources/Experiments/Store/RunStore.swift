import Files
import Synchronization
import Training

/// Runs that were made before, by the digest of all that they depend on.
///
/// Each process appends to segments of its own, so that there is no lock. What is torn or corrupt is told,
/// set aside and made again; where nothing can be written that is told once, and the report is made all the
/// same.
public final class RunStore: Sendable {
  /// Where a kept run lies.
  struct Location {
    var segment: String
    var entry: SegmentIndex.Entry
  }

  private struct State: ~Copyable {
    /// By key, what was written last at the end.
    var locations: [[UInt8]: [Location]]
    var writer: SegmentWriter
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
    var locations: [[UInt8]: [Location]] = [:]
    var disputed: Set<[UInt8]> = []
    var writers: [String: String] = [:]
    for segment in segments {
      let name = segment.name
      guard let file = ReadableParts(path: "\(place.folder)/\(name)") else {
        say("kept runs: \(name) cannot be read; its runs are made again")
        continue
      }
      let index = SegmentIndex(file)
      writers[name] = index.writer
      // Who writes just now is not at its end yet.
      if let damage = index.damage, !KeptFolder.isWriting(name) {
        say("kept runs: \(name) \(damage); what is missing is made again")
      }
      for entry in index.entries {
        if let other = locations[entry.key]?.first, other.entry.digest != entry.digest,
          disputed.insert(entry.key).inserted
        {
          say(
            "FAULT OF DETERMINISM: \(other.segment) (\(writers[other.segment] ?? "")) and "
              + "\(name) (\(index.writer)) hold different results of the run \(Self.hex(entry.key)); it is "
              + "made again")
        }
        locations[entry.key, default: []].append(Location(segment: name, entry: entry))
      }
    }
    for key in disputed { locations[key] = nil }
    state = Mutex(
      State(locations: locations, writer: SegmentWriter(at: place, writer: writer)))
  }

  /// How many runs there are.
  public var count: Int { state.withLock { $0.locations.count } }

  /// Whether a run is kept, as far as the indexes of segments tell.
  public func holds(_ request: RunRequest) -> Bool {
    let key = SHA256.digest(of: Array(request.canonicalText.utf8)[...])
    return state.withLock { $0.locations[key] != nil }
  }

  /// What became of a run; nil where it is not kept, or not as it was.
  public func record(of request: RunRequest) -> RunRecord? {
    let text = Array(request.canonicalText.utf8)
    guard let run = run(of: SHA256.digest(of: text[...])), run.request == text,
      let record = try? RunRecord(encoded: run.record)
    else { return nil }
    return record
  }

  /// Keeps what became of a run.
  ///
  /// - Returns: whether it is kept; where it cannot be, that is told once.
  @discardableResult
  public func keep(_ record: RunRecord, of request: RunRequest) -> Bool {
    keep(StoredRun(request: Array(request.canonicalText.utf8), record: record.encoded))
  }

  /// The keys of all runs, in their own order.
  var keys: [[UInt8]] {
    state.withLock { $0.locations.keys.sorted { $0.lexicographicallyPrecedes($1) } }
  }

  /// The segments that were there at the start, and that nobody writes any more.
  var closedSegments: [KeptFolder.File] {
    segments.filter { !KeptFolder.isWriting($0.name) }
  }

  /// How many bytes all segments had at the start.
  public var byteCount: Int { segments.map(\.size).reduce(0, +) }

  /// How many segments there were at the start.
  public var segmentCount: Int { segments.count }

  /// A run by its key; nil where it is not kept, or torn or corrupt, which is told.
  func run(of key: [UInt8]) -> StoredRun? {
    // Of several the last: what is corrupt was made again after it.
    for location in state.withLock({ $0.locations[key] ?? [] }).reversed() {
      let name = location.segment
      if let file = ReadableParts(path: "\(place.folder)/\(name)"),
        let run = location.entry.run(in: file)
      {
        return run
      }
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
      case .success(let location):
        state.locations[location.entry.key, default: []].append(location)
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

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
