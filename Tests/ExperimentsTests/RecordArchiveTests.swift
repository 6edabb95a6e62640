import Synchronization
import Testing
import Training

@testable import Experiments

/// Records that are more than fit into memory.
struct RecordArchiveTests {
  private let folder: SpecFolder
  private let plan: Plan
  private let records: [RunRecord]

  init() throws {
    folder = try SpecFolder()
    plan = try folder.plan(
      problems: #"{ "dataset": "diabetes", "model": "linear", "epochs": 40 }"#)
    records = plan.runs.map { [plan] in plan.request(for: $0).run() }
  }

  /// Records that no run would leave.
  private var marked: [RunRecord] {
    records.enumerated().map { number, record in
      var record = record
      record.trainLoss = Double(number)
      return record
    }
  }

  @Test(
    "Every record comes back, however few fit into memory", arguments: [0, 2000, 5000, 1 << 30])
  func limits(limit: Int) {
    let archive = RecordArchive(plan, store: nil, limit: limit)
    // Other records than the runs would leave: none is made again.
    let records = marked
    for (place, record) in records.enumerated() {
      archive.add(record, at: place, isKept: false)
    }
    func read(_ place: Int) -> RunRecord { archive.record(at: place, records[place].outcome) }
    #expect(records.indices.map(read) == records)
    #expect(records.indices.reversed().map(read) == records.reversed())
  }

  @Test("What the kept runs have is read there, and what they lost is made again")
  func kept() throws {
    let place = StorePlace(project: folder.path, directory: nil)
    let store = RunStore(at: place, writer: "test", say: { _ in })
    let archive = RecordArchive(plan, store: store, limit: 0)
    // Other records than the runs would leave tell where they were read.
    let marked = marked
    let last = marked.count - 1
    for (place, record) in marked.enumerated() {
      if place < last { #expect(store.keep(record, of: plan.request(for: plan.runs[place]))) }
      archive.add(record, at: place, isKept: true)
    }
    func read(_ place: Int) -> RunRecord { archive.record(at: place, marked[place].outcome) }
    #expect((0..<last).map(read) == Array(marked.dropLast()))
    #expect(read(last) == records[last])
  }

  @Test("Results are the same, however few records fit into memory")
  func scheduler() async {
    var scheduler = Scheduler(jobs: 2)
    scheduler.memoryLimit = 3000
    let results = await scheduler.run(plan)
    #expect(plan.runs.map { results[$0] } == records)
    #expect(plan.runs.map { results.outcome(of: $0) } == records.map(\.outcome))
    #expect(results.runs(problem: 0, contender: 1) == results.runs(problem: 0, contender: 1))
    #expect(results.runs(problem: 0, contender: 1) != results.runs(problem: 0, contender: 0))
  }
}
