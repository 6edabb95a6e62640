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
