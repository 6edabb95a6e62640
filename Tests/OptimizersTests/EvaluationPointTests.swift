import Kernels
import SpecLanguage
import Testing

@testable import Optimizers

/// Gradient descent whose losses are taken at the mean of the points so far.
private struct AveragedDescent: UpdateRule {
  private var sum: [Double]
  private var count = 0.0

  init(count: Int) { sum = Array(repeating: 0, count: count) }

  mutating func step(parameters: inout [Double], gradient: [Double], learningRate: Double) {
    for i in parameters.indices {
      parameters[i] -= learningRate * gradient[i]
      sum[i] += parameters[i]
    }
    count += 1
  }

  var hasEvaluationPoint: Bool { true }

  func evaluationPoint(of parameters: [Double]) -> [Double]? {
    count == 0 ? nil : sum.map { $0 / count }
  }
}

@Suite struct EvaluationPointTests {
  private static let kind = OptimizerKind(
    "averaged",
    RuleDefinition(
      [.learningRate(0.5)], description: OptimizerKind.sgd.description(),
      make: { AveragedDescent(count: $1.count) }))

  @Test func lossesAreTakenWhereTheRuleSays() throws {
    let configuration = try OptimizerConfiguration.resolve(kind: Self.kind)
    var parameters = [4.0, 0]
    var optimizer = Optimizer(
      configuration: configuration, initialParameters: parameters, updatesPerEpoch: 1,
      totalUpdates: 9)
    #expect(optimizer.hasEvaluationPoint)
    #expect(optimizer.evaluationParameters(parameters) == [4, 0])
    for _ in 0..<3 {
      var gradient = [2.0, -2]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    #expect(parameters == [1, 3])
    #expect(optimizer.evaluationParameters(parameters) == [2, 2])
  }

  @Test(arguments: OptimizerKind.allCases)
  func everyRuleOfTodayTakesThemAtTheParameters(kind: OptimizerKind) throws {
    let optimizer = Optimizer(
      configuration: try .resolve(kind: kind), initialParameters: [1, 2], updatesPerEpoch: 1,
      totalUpdates: 9)
    #expect(!optimizer.hasEvaluationPoint)
    #expect(optimizer.evaluationParameters([3, 4]) == [3, 4])
  }
}
