import Datasets
import Testing

@testable import Models

@Suite("Parts of the data that are not held")
struct ExamplePartTests {
  /// More than two pieces of 12 features, the last not a multiple of eight.
  private static let (count, width) = (6001, 12)

  private static func examples(_ target: Target) -> Examples {
    let features = (0..<count * width).map { Double($0 * 7919 % 1009) / 504 - 1 }
    return Examples(
      featureCount: width, features: .dense(features), target: target,
      rows: (0..<count).map { $0 * 4999 % count })
  }

  private static func data(_ target: Target) -> ProblemData {
    let examples = examples(target)
    return ProblemData(
      training: examples, validation: examples, test: examples, targetScale: 3)
  }

  /// Losses, metrics and gradient of an objective.
  private func figures(_ objective: any Objective) -> [Double] {
    var objective = objective
    let parameters = (0..<objective.parameterCount).map { Double($0 % 5) / 7 - 0.3 }
    var gradient = [Double](repeating: .nan, count: objective.parameterCount)
    let loss = objective.lossAndGradient(at: parameters, of: .full, gradient: &gradient)
    let parts = DataPart.allCases.compactMap { objective.evaluate(at: parameters, on: $0) }
    return [loss] + gradient + parts.flatMap { [$0.loss, $0.metric ?? .nan] }
  }

  @Test("Linear regression gives the same bits piece by piece as on all blocks at once")
  func linear() {
    let data = Self.data(.numbers((0..<Self.count).map { Double($0 * 31 % 997) / 100 }))
    let configuration = LinearConfiguration(l2: 0.01)
    let held = figures(LinearRegression(configuration, data: data))
    let streamed = figures(LinearRegression(configuration, data: data, mostHeld: 0))
    #expect(held.map(\.bitPattern) == streamed.map(\.bitPattern))
    #expect(held.allSatisfy { $0.isFinite && $0 != 0 })
  }

  @Test("Logistic regression gives the same bits piece by piece as on all blocks at once")
  func logistic() {
    let data = Self.data(.classes((0..<Self.count).map { $0 * 31 % 7 % 2 }, names: ["0", "1"]))
    let configuration = LinearConfiguration(l2: 0.01)
    let held = figures(LogisticRegression(configuration, data: data))
    let streamed = figures(LogisticRegression(configuration, data: data, mostHeld: 0))
    #expect(held.map(\.bitPattern) == streamed.map(\.bitPattern))
    #expect(held.allSatisfy { $0.isFinite && $0 != 0 })
  }
}
