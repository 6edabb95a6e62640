import Testing
import Training

@testable import Experiments
import Specs

/// A plan made in shares by stores that share nothing, and merged.
@Suite struct ShareTests {
  private let folder: SpecFolder

  init() throws { folder = try SpecFolder() }

  private func plan(studies: Int = 1) throws -> Plan {
    let file = try folder.write(
      "a.json",
      """
      { "name": "a", "seeds": 4,
        "problems": [{ "dataset": "diabetes", "model": "linear", "epochs": 6 },
          { "name": "bowl", "model": { "kind": "quadratic", "dimension": 2 }, "epochs": 9 }],
        "optimizers": [{ "name": "Adam", "kind": "adam" }, { "name": "SGD", "kind": "sgd" }],
        "tuning": { "sampler": { "kind": "tpe", "startup_trials": 3 }, "trials": 5, "seeds": 2,
          "studies": \(studies), "space": { "learning_rate": { "low": 0.01, "high": 1, "scale": "log" } } } }
      """)
    return try Plan(ExperimentSpec.read(path: file))
  }

  private func store(_ name: String) -> RunStore {
    RunStore(
      at: StorePlace(project: folder.path, directory: "\(folder.path)/\(name)"), writer: name,
      say: { Issue.record("\($0)") })
  }

  @Test("units are the runs of settled contenders, and tuned ones whole")
  func units() throws {
    let plan = try plan(studies: 2)
    // On the bowl nothing depends on the seed: one run, and trials of one run.
    #expect(
      plan.units.map(plan.runCount) == [
        1, 1, 1, 1, 1, 1, 1, 1, 2 * 5 * 2 + 2 * 4 + 4, 2 * 5 * 2 + 2 * 4 + 4, 1, 1,
        2 * 5 + 2 + 1, 2 * 5 + 2 + 1,
      ])
    #expect(plan.units.map(plan.runCount).reduce(0, +) == plan.totalRunCount)
    #expect(plan.units.count { if case .tuned = $0 { true } else { false } } == 4)
  }

  @Test("all shares together are the whole, run by run and search by search", arguments: [1, 2])
  func merged(studies: Int) async throws {
    let plan = try plan(studies: studies)
    let costs = WorkCosts(plan)
    let deal = Deal(plan.units.map { costs[$0] }, count: 3)
    let whole = store("whole-\(studies)")
    var (made, reused) = (0, 0)
    for (number, share) in deal.shares.enumerated() {
      let own = store("own-\(studies)-\(number)")
      // Two workers could make one run at the same time.
      let result = await Scheduler(jobs: 1, store: own)
        .perform(share.map { plan.units[$0] }, of: plan)
      own.close()
      #expect(result.lostCount == 0)
      made += result.madeCount
      reused += result.keptCount
      // Merged anew each time, as `report cache merge` does.
      let merged = store("whole-\(studies)").merge(store("own-\(studies)-\(number)"))
      #expect(merged?.copied == result.madeCount && merged?.disputed == [])
    }
    #expect(whole.count == 0)
    let kept = store("whole-\(studies)")
    // Of two studies the runs that compare them are those of the chosen one: on the table 4 seeds, on the bowl one,
    // for two contenders.
    #expect(studies == 1 ? reused == 0 : reused >= 2 * (4 + 1))
    #expect(kept.count == made && made + reused == plan.totalRunCount)
    #expect(MissingWork(plan, in: kept).missing.isEmpty)
    let together = await Scheduler(jobs: 1, store: kept).run(plan)
    let alone = await Scheduler(jobs: 1).run(plan)
    #expect(together.reusedCount == together.plan.runs.count)
    #expect(together.searches == alone.searches)
    #expect(together.plan.runs.map { together[$0] } == alone.plan.runs.map { alone[$0] })
  }

  @Test("a share that was interrupted makes what it still lacks")
  func again() async throws {
    let plan = try plan()
    let kept = store("again")
    let first = Array(plan.units.prefix(10))
    let made = await Scheduler(jobs: 2, store: kept).perform(first, of: plan).madeCount
    let work = MissingWork(plan, in: kept)
    #expect(work.missing == Array(10..<plan.units.count))
    #expect(work.runCount == plan.totalRunCount - made)
    let result = await Scheduler(jobs: 2, store: kept).perform(plan.units, of: plan)
    #expect(result.keptCount == made && result.madeCount == plan.totalRunCount - made)
  }

  @Test("what cannot be kept is counted as lost")
  func lost() async throws {
    let plan = try plan()
    let kept = store("closed")
    kept.close()
    let result = await Scheduler(jobs: 1, store: kept).perform(
      Array(plan.units.prefix(3)), of: plan)
    #expect(result.lostCount == 3 && result.madeCount == 0)
  }

  @Test("what is kept is all that a partial result holds; tuned contenders wait for their searches")
  func partial() async throws {
    let plan = try plan()
    let kept = store("partial")
    let tuned = plan.units.first { if case .tuned = $0 { true } else { false } }
    _ = await Scheduler(jobs: 2, store: kept)
      .perform(Array(plan.units.prefix(3)) + [try #require(tuned)], of: plan)
    let results = await Scheduler(jobs: 1, store: kept).keptResults(of: plan)
    #expect(!results.isComplete)
    // 4 + 4 runs as given and 4 + 4 tuned on the table, 1 each on the bowl; 3 and 4 are there.
    #expect(results.missingCount == 20 - 7)
    #expect(results.searches.count == 1)
    #expect(results.runs(problem: 0, contender: 0).map(\.seed) == Array(plan.spec.seeds.prefix(3)))
    #expect(
      results.plan.problems[0].contenders.map { $0.space == nil } == [true, true, true, false])
    let whole = await Scheduler(jobs: 1).run(plan)
    for run in results.plan.runs where results.outcome(of: run) != nil {
      #expect(results[run] == whole[run])
    }
  }
}
