import Synchronization
import Testing
import Training

@testable import Experiments
import Specs

@Suite("The scheduler")
struct SchedulerTests {
  private let folder: SpecFolder
  private let plan: Plan

  init() throws {
    folder = try SpecFolder()
    plan = try folder.plan(
      problems: """
        { "dataset": "diabetes", "model": "linear", "epochs": 40 },
        { "name": "batches", "dataset": "diabetes", "model": "linear", "epochs": 5,
          "batch_size": 32, "standardize": "train" }
        """)
  }

  @Test("Any number of workers gives the records of the runs, in the plan's order")
  func jobs() async throws {
    let expected = plan.runs.map { plan.request(for: $0).run() }
    #expect(Set(expected.map(\.trainLoss)).count == 12)
    for jobs in [0, 1, 2, 7, 100] {
      let results = await Scheduler(jobs: jobs).run(plan)
      #expect(plan.runs.map { results[$0] } == expected, "\(jobs) jobs")
      #expect(results.isComplete)
    }
  }

  @Test("Progress counts every run once, in rising order", arguments: [1, 2, 7])
  func progress(jobs: Int) async {
    let counts = Counts()
    _ = await Scheduler(jobs: jobs, onProgress: { counts.append($0) }).run(plan)
    #expect(counts.all == Array(1...12))
  }

  private final class Counts: Sendable {
    private let counts = Mutex<[Int]>([])
    var all: [Int] { counts.withLock { $0 } }
    func append(_ count: Int) { counts.withLock { $0.append(count) } }
  }
}
