import Foundation
import Testing
import Training

@testable import Experiments
import Specs

/// Searches and the runs that are kept.
@Suite("Kept searches")
struct SearchStoreTests {
  private let folder: SpecFolder

  init() throws { folder = try SpecFolder() }

  private func plan(trials: Int, sampler: String = "tpe", evaluated: Int = 3) throws -> Plan {
    let options = sampler == "tpe" ? #", "startup_trials": 4"# : ""
    let file = try folder.write(
      "a.json",
      """
      { "name": "a", "seeds": \(evaluated),
        "problems": [{ "dataset": "diabetes", "model": "linear", "epochs": 6 }],
        "optimizers": [{ "name": "Adam", "kind": "adam" }],
        "tuning": { "sampler": { "kind": "\(sampler)"\(options) }, "trials": \(trials), "seeds": 2,
          "space": { "learning_rate": { "low": 0.01, "high": 100, "scale": "log" } } } }
      """)
    return try Plan(ExperimentSpec.read(path: file))
  }

  private var store: RunStore {
    RunStore(at: StorePlace(project: folder.path), writer: "test", say: { Issue.record("\($0)") })
  }

  @Test("a search goes on from its last kept trial, to what it finds in one go")
  func resumed() async throws {
    let store = store
    _ = await Scheduler(jobs: 2, store: store).run(try plan(trials: 7))
    let plan = try plan(trials: 15)
    let before = MissingRuns(plan, in: store)
    // 7 of 15 trials on 2 seeds are kept, and 3 runs as given; the tuned ones wait for the search.
    #expect(before.total == 15 * 2 + 2 * 3)
    #expect(before.kept == 7 * 2 + 3)
    #expect(before.groups.map(\.contender) == ["Adam (tuned)"])
    #expect(before.groups.map(\.count) == [8 * 2 + 3])
    #expect(before.groups.map(\.reason) == [.searched])
    let resumed = await Scheduler(jobs: 2, store: store).run(plan)
    let whole = await Scheduler(jobs: 1).run(plan)
    #expect(resumed.searches == whole.searches)
    #expect(resumed.plan.runs.map { resumed[$0] } == whole.plan.runs.map { whole[$0] })
    #expect(resumed.reusedCount >= 3)
    let after = MissingRuns(plan, in: store)
    #expect(after.kept == after.total)
    #expect(after.groups.isEmpty)
    // Nothing is made again.
    let again = await Scheduler(jobs: 2, store: store).run(plan)
    #expect(again.reusedCount == 6)
    #expect(again.searches == whole.searches)
  }

  @Test("a random search with more trials keeps those it had")
  func longer() async throws {
    let store = store
    let short = await Scheduler(jobs: 1, store: store).run(try plan(trials: 3, sampler: "random"))
    let plan = try plan(trials: 5, sampler: "random")
    #expect(MissingRuns(plan, in: store).kept == 3 * 2 + 3)
    let long = await Scheduler(jobs: 1, store: store).run(plan)
    #expect(Array(long.searches[0].trials.prefix(3)) == short.searches[0].trials)
  }

  @Test("pruning keeps the trials of a search, whether it is over or not")
  func pruned() async throws {
    let store = store
    let short = try plan(trials: 7)
    _ = await Scheduler(jobs: 2, store: store).run(short)
    #expect(store.countUnused(by: [short]) == 0)
    // 3 runs of the tuned form are those of another setting perhaps, once the search goes on.
    let long = try plan(trials: 15)
    let unused = store.countUnused(by: [long])
    #expect(unused == 3)
    #expect(store.prune(keeping: [long]) == unused)
    #expect(MissingRuns(long, in: store).kept == 7 * 2 + 3)
  }

  @Test("other evaluation seeds leave the search as it is")
  func evaluationSeeds() async throws {
    let store = store
    let few = await Scheduler(jobs: 2, store: store).run(try plan(trials: 5))
    let plan = try plan(trials: 5, evaluated: 5)
    let missing = MissingRuns(plan, in: store)
    #expect(missing.groups.map(\.reason) == [.newSeeds, .newSeeds])
    #expect(missing.groups.map(\.count) == [2, 2])
    let more = await Scheduler(jobs: 2, store: store).run(plan)
    #expect(more.searches[0].trials == few.searches[0].trials)
  }

  @Test("the plan's digest names searches by what they depend on, before and after they are made")
  func digest() async throws {
    let plan = try plan(trials: 5)
    let results = await Scheduler(jobs: 2).run(plan)
    #expect(results.plan.digest == plan.digest)
    let others = [
      try self.plan(trials: 6), try self.plan(trials: 5, sampler: "random"),
      try self.plan(trials: 5, evaluated: 4),
    ]
    #expect(Set(others.map(\.digest) + [plan.digest]).count == 4)
  }
}
