import Files
import Synchronization
import Training

/// The ways of a plan's runs, their curves and trajectories, which may be more than fit into memory.
///
/// As many as a limit allows stay there. What does not is read again from the kept runs, or from a file
/// without a name that goes with the process; where neither has it, the run is made again, since it is a pure
/// function of its request.
final class RecordArchive: Sendable {
  /// What a record holds besides its outcome.
  private struct Way {
    var curve: [CurvePoint]
    var trajectory: [SIMD2<Double>]?
  }

  private struct State: ~Copyable {
    /// By the place of the run in the plan, as the places in the file.
    var inMemory: [Way?]
    var size = 0
    var scratch: ScratchFile?
    var places: [Int: Range<Int>] = [:]
  }

  private let plan: Plan
  private let store: RunStore?
  private let limit: Int
  private let state: Mutex<State>

  /// Nothing yet.
  ///
  /// - Parameters:
  ///   - store: where runs are kept; nil where none are.
  ///   - limit: how many bytes of ways stay in memory.
  init(_ plan: Plan, store: RunStore?, limit: Int) {
    self.plan = plan
    self.store = store
    self.limit = limit
    state = Mutex(State(inMemory: Array(repeating: nil, count: plan.runs.count)))
  }

  /// Records that are in memory, all of them.
  convenience init(_ plan: Plan, _ records: [PlannedRun: RunRecord]) {
    self.init(plan, store: nil, limit: .max)
    for (place, run) in plan.runs.enumerated() {
      if let record = records[run] { add(record, at: place, isKept: false) }
    }
  }

  /// Takes the record of the run at a place of the plan.
  ///
  /// - Parameter isKept: whether the kept runs have it.
  func add(_ record: RunRecord, at place: Int, isKept: Bool) {
    let size = record.waySize
    let fits = state.withLock { state in
      guard size <= limit - state.size else { return false }
      state.size += size
      state.inMemory[place] = Way(curve: record.curve, trajectory: record.trajectory)
      return true
    }
    guard !fits, !isKept else { return }
    let bytes = record.encoded
    state.withLock { state in
      if state.scratch == nil { state.scratch = ScratchFile() }
      state.places[place] = state.scratch?.append(bytes)
    }
  }

  /// The record of the run at a place, which was added and ended so.
  func record(at place: Int, _ outcome: RunOutcome) -> RunRecord {
    let (way, bytes) = state.withLock { state -> (Way?, [UInt8]?) in
      if let way = state.inMemory[place] { return (way, nil) }
      return (nil, state.places[place].flatMap { state.scratch?.bytes(in: $0) })
    }
    if let way { return RunRecord(outcome, curve: way.curve, trajectory: way.trajectory) }
    if let bytes, let record = try? RunRecord(encoded: bytes) { return record }
    let request = plan.request(for: plan.runs[place])
    return store?.record(of: request) ?? request.run()
  }
}

extension RunRecord {
  /// About how many bytes curve and trajectory take in memory: an array has a header, too.
  fileprivate var waySize: Int {
    let header = 48
    return header + curve.capacity * MemoryLayout<CurvePoint>.stride
      + (trajectory.map { header + $0.capacity * MemoryLayout<SIMD2<Double>>.stride } ?? 0)
  }
}
