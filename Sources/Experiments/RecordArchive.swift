import Files
import Synchronization
import Training

/// The whole records of a plan's runs, whose curves may be more than fit into memory.
///
/// As many as a limit allows stay there. What does not is read again from the kept runs, or from a file
/// without a name that goes with the process; where neither has it, the run is made again, since it is a pure
/// function of its request.
final class RecordArchive: Sendable {
  private struct State: ~Copyable {
    var inMemory: [PlannedRun: RunRecord]
    var size = 0
    var scratch: ScratchFile?
    var places: [PlannedRun: Range<Int>] = [:]
  }

  private let plan: Plan
  private let store: RunStore?
  private let limit: Int
  private let state: Mutex<State>

  /// Nothing yet.
  ///
  /// - Parameters:
  ///   - store: where runs are kept; nil where none are.
  ///   - limit: how many bytes of records stay in memory.
  init(_ plan: Plan, store: RunStore?, limit: Int) {
    self.plan = plan
    self.store = store
    self.limit = limit
    state = Mutex(State(inMemory: [:]))
  }

  /// Records that are in memory, all of them.
  init(_ plan: Plan, _ records: [PlannedRun: RunRecord]) {
    self.plan = plan
    store = nil
    limit = .max
    state = Mutex(State(inMemory: records))
  }

  /// Takes a record.
  ///
  /// - Parameter isKept: whether the kept runs have it.
  func add(_ record: RunRecord, of run: PlannedRun, isKept: Bool) {
    let size = record.memorySize
    let fits = state.withLock { state in
      guard size <= limit - state.size else { return false }
      state.size += size
      state.inMemory[run] = record
      return true
    }
    guard !fits, !isKept else { return }
    let bytes = record.encoded
    state.withLock { state in
      if state.scratch == nil { state.scratch = ScratchFile() }
      state.places[run] = state.scratch?.append(bytes)
    }
  }

  /// The record of a run that was added.
  subscript(run: PlannedRun) -> RunRecord {
    let (record, bytes) = state.withLock { state -> (RunRecord?, [UInt8]?) in
      (state.inMemory[run], state.places[run].flatMap { state.scratch?.bytes(in: $0) })
    }
    if let record { return record }
    if let bytes, let record = try? RunRecord(encoded: bytes) { return record }
    let request = plan.request(for: run)
    return store?.record(of: request) ?? request.run()
  }
}

extension RunRecord {
  /// About how many bytes it takes in memory.
  fileprivate var memorySize: Int {
    MemoryLayout<RunRecord>.size + curve.capacity * MemoryLayout<CurvePoint>.stride
      + (trajectory?.capacity ?? 0) * MemoryLayout<SIMD2<Double>>.stride
  }
}
