import Foundation
import Specs
import Testing
import Training

@testable import Experiments

/// What performing a plan is estimated to take.
struct PlanCostTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("Operations are those of a linear model's products with all its weights")
  func operations() throws {
    let folder = try SpecFolder()
    let plan = try folder.plan(
      problems: """
        { "dataset": "diabetes", "split": { "test": 0, "validation": 0 }, "epochs": 1000, "record": 1000,
          "model": { "kind": "mlp", "hidden": [100, 50] } }
        """)
    // 442 examples: forward and back through 11 × 100 and 101 × 50 and 51 weights; the first layer gives
    // nothing back to its inputs. Then about ten operations a parameter of an update.
    let gradient = 442.0 * (2 * 1100 + 3 * (5050 + 51))
    let run = 1000 * (gradient + 10 * (1100 + 5050 + 51))
    let expected = Double(plan.runs.count) * run
    #expect(abs(PlanCost(plan).operations / expected - 1) < 0.01)
  }

  @Test("What most of the work is for is said: the epochs of a problem, or the searches on it")
  func workOfSearches() throws {
    let folder = try SpecFolder()
    func largest(_ high: Int) throws -> PlanCost.Share? {
      let plan = try folder.plan(
        problems: #"{ "dataset": "diabetes", "epochs": 100, "model": "linear" }"#,
        tuning: #"""
          { "sampler": "random", "trials": 1, "seeds": 1,
            "space": { "epochs": { "low": 1, "high": \#(high), "integer": true } } }
          """#)
      return PlanCost(plan).work.first
    }
    let given = try largest(2)
    #expect(given?.path == ["problems", .index(0), "epochs"])
    #expect(given?.words == "the epochs on 'diabetes'")
    let searched = try largest(10_000_000)
    #expect(searched?.path == ["tuning", "trials"])
    #expect(searched?.words == "searches on 'diabetes'")
  }

  @Test("Memory counts once a run in progress, and as many are made at once as fit")
  func jobs() throws {
    let folder = try SpecFolder()
    let plan = try folder.plan(
      problems: """
        { "dataset": "digits", "epochs": 1, "batch_size": 64,
          "model": { "kind": "mlp", "hidden": [5000, 5000] } }
        """)
    let cost = PlanCost(plan)
    let run = cost.bytes(jobs: 2) - cost.bytes(jobs: 1)
    // 25,375,010 parameters of eight bytes: the point, the gradient, two averages, one to spare.
    #expect(abs(run / (5 * 8 * 25_375_010.0) - 1) < 0.1)
    #expect(cost.jobs(atMost: 64) == 3 && cost.jobs(atMost: 2) == 2)
    #expect(cost.bytes(jobs: 3) <= CostLimits.bytes && cost.bytes(jobs: 4) > CostLimits.bytes)
  }

  @Test("What became of trials is in memory, too")
  func memoryOfSearches() throws {
    let folder = try SpecFolder()
    func bytes(_ trials: Int) throws -> Double {
      let plan = try folder.plan(
        problems: #"{ "epochs": 1, "model": "rosenbrock" }"#,
        tuning: #"""
          { "sampler": "random", "trials": \#(trials), "studies": 10,
            "space": { "learning_rate": { "low": 1e-4, "high": 1, "scale": "log" } } }
          """#)
      return PlanCost(plan).bytes(jobs: 1)
    }
    // Two optimizers with ten searches each; 100,000 trials of one were measured at 2.4 kB a trial.
    let each = try (bytes(5001) - bytes(1)) / (2 * 10 * 5000)
    #expect(each > 1200 && each < 4800)
  }

  @Test("One run at a time is always made, also without limits")
  func oneJob() throws {
    let folder = try SpecFolder()
    let plan = try folder.plan(
      problems: """
        { "dataset": "digits", "epochs": 1, "model": { "kind": "mlp", "hidden": [16000, 16000] } }
        """)
    #expect(PlanCost(plan).bytes(jobs: 1) > CostLimits.bytes)
    #expect(PlanCost(plan).jobs(atMost: 8) == 1)
  }
}
