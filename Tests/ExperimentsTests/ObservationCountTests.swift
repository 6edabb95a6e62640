import Foundation
import Models
import Specs
import TestSupport
import Testing

@testable import Experiments

/// What does not depend on the seed is run once.
@Suite struct ObservationCountTests {
  private func plan(_ problem: String) throws -> Plan {
    let text = """
      {"name":"a","seeds":5,"problems":[{\(problem),"epochs":3}],"optimizers":[{"name":"A","kind":"adam"}]}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try Plan(ExperimentSpec.read(path: file.path))
  }

  @Test(arguments: [
    #""model":"beale""#,
    #""dataset":"wine","model":"softmax","split":{"test":0,"validation":0}"#,
    #""dataset":"wine","model":"softmax","split":{"test":0,"validation":0},"batch_size":178"#,
    #""dataset":"iris","model":{"kind":"mlp","hidden":[2],"initial":"zeros"},"split":{"test":0,"validation":0}"#,
  ])
  func oneObservation(_ problem: String) async throws {
    let plan = try plan(problem)
    #expect(plan.runs.count == 1 && !plan.problems[0].dependsOnSeed)
    let results = await Scheduler(jobs: 2).run(plan)
    #expect(results.isComplete && results.runs(problem: 0, contender: 0).count == 1)
    #expect(results.yardsticks(problem: 0).count == 1)
  }

  @Test(arguments: [
    #""dataset":"wine","model":"softmax""#,
    #""dataset":"wine","model":"softmax","split":{"test":0}"#,
    #""dataset":"wine","model":{"kind":"softmax","initial":"normal"},"split":{"test":0,"validation":0}"#,
    #""dataset":"wine","model":"softmax","split":{"test":0,"validation":0},"batch_size":177"#,
  ])
  func asManyAsSeeds(_ problem: String) throws {
    let plan = try plan(problem)
    #expect(plan.runs.count == 5 && plan.problems[0].dependsOnSeed)
  }

  /// The mean of the training target predicts diabetes with an RMSE of its standard deviation, about 77.
  @Test func yardsticksMeasureTheProblem() async throws {
    let plan = try plan(#""dataset":"diabetes","model":"linear","standardize_target":"train""#)
    let results = await Scheduler(jobs: 1).run(plan)
    for (_, yardsticks) in results.yardsticks(problem: 0) {
      let trivial = try #require(yardsticks.trivialMetric)
      #expect(trivial > 60 && trivial < 95)
      // In scaled units the mean leaves 1 of the squared error, ten features about half of it.
      #expect(try #require(yardsticks.optimum?.loss) > 0.3 && yardsticks.optimum?.loss ?? 1 < 0.7)
    }
    let classes = try self.plan(#""dataset":"iris","model":"softmax""#)
    let known = await Scheduler(jobs: 1).run(classes).yardsticks(problem: 0)
    #expect(known.values.allSatisfy { $0.trivialMetric.map { $0 >= 0.1 && $0 <= 0.5 } ?? false })
    #expect(
      known.values.allSatisfy {
        $0.optimum.map(\.loss).map { $0 > 0 && $0 < 0.1 || $0 == 0 } ?? false
      })
  }
}
