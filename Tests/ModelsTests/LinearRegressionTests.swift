import Datasets
import Testing

@testable import Models

@Suite("Linear regression")
struct LinearRegressionTests {
  /// A case of `References/models.py`.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let count: Int
    let width: Int
    let l2: Double
    let features: [Double]
    let targets: [Double]
    let parameters: [Double]
    let batch: [Int]?
    let loss: Double
    let gradient: [Double]
    let meanSquare: Double

    var testDescription: String {
      "\(batch.map { "\($0) of " } ?? "")\(count) x \(width), l2 \(l2)"
    }

    var examples: Examples {
      Examples(
        featureCount: width, features: .dense(features), target: .numbers(targets),
        rows: Array(0..<count))
    }

    /// The model with the case's examples in every part of the data.
    func objective(targetScale: Double = 1) -> any Objective {
      ModelConfiguration.linear(LinearConfiguration(l2: l2)).makeObjective(
        data: ProblemData(
          training: examples, validation: examples, test: examples, targetScale: targetScale))
    }

    var slice: Batch { .amongOthers(batch) }
  }

  static let cases = Result { try reference("linear.json", as: [Case].self) }

  /// Relative; the largest deviation measured is 3.9e-16.
  static let tolerance = 3e-15

  @Test("Loss and gradient agree with PyTorch's autograd", arguments: try cases.get())
  func autograd(reference: Case) {
    var objective = reference.objective()
    var gradient = [Double](repeating: .nan, count: reference.width + 1)
    let loss = objective.lossAndGradient(
      at: reference.parameters, of: reference.slice, gradient: &gradient)
    #expect(deviation([loss], from: [reference.loss]) <= Self.tolerance)
    #expect(deviation(gradient, from: reference.gradient) <= Self.tolerance)
  }

  @Test("The gradient is that of the loss by central differences", arguments: try cases.get())
  func differences(reference: Case) {
    var objective = reference.objective()
    var gradient = [Double](repeating: .nan, count: reference.width + 1)
    _ = objective.lossAndGradient(
      at: reference.parameters, of: reference.slice, gradient: &gradient)
    var unused = gradient
    let estimate = centralDifferences(
      { objective.lossAndGradient(at: $0, of: reference.slice, gradient: &unused) },
      at: reference.parameters)
    // The loss is quadratic, so only rounding is left: 2⁻⁵² / 2⁻¹⁷ times a small number.
    #expect(deviation(estimate, from: gradient) <= 1e-9)
  }

  @Test(
    "Each part has its mean square and its root in the target's unit, the training loss the penalty",
    arguments: try cases.get().filter { $0.batch == nil })
  func evaluation(reference: Case) throws {
    var objective = reference.objective(targetScale: 77)
    var gradient = [Double](repeating: 0, count: reference.width + 1)
    let loss = objective.lossAndGradient(
      at: reference.parameters, of: .full, gradient: &gradient)
    for part in DataPart.allCases {
      let found = objective.evaluate(at: reference.parameters, on: part)
      let evaluation = try #require(found)
      let rmse = 77 * reference.meanSquare.squareRoot()
      #expect(deviation([evaluation.metric ?? .nan], from: [rmse]) <= Self.tolerance)
      if part == .training {
        #expect(evaluation.loss == loss)
      } else {
        #expect(deviation([evaluation.loss], from: [reference.meanSquare]) <= Self.tolerance)
      }
    }
  }

  @Test("A batch of all examples in their order has the bits of the full set")
  func batchOfAll() throws {
    for reference in try Self.cases.get() {
      var objective = reference.objective()
      var full = [Double](repeating: 0, count: reference.width + 1)
      var batch = full
      let rows = Array(0..<reference.count)
      let first = objective.lossAndGradient(at: reference.parameters, of: .full, gradient: &full)
      let second = objective.lossAndGradient(
        at: reference.parameters, of: .examples(rows[...]), gradient: &batch)
      #expect(first == second && full == batch)
    }
  }

  @Test("A copy keeps work space of its own")
  func isValue() throws {
    let reference = try #require(try Self.cases.get().last)
    let objective = reference.objective()
    var (one, other) = (objective, objective)
    var gradient = [Double](repeating: 0, count: reference.width + 1)
    var again = gradient
    _ = one.lossAndGradient(at: reference.parameters, of: .full, gradient: &gradient)
    _ = other.lossAndGradient(
      at: reference.parameters.map { -$0 }, of: .full, gradient: &again)
    _ = one.lossAndGradient(at: reference.parameters, of: .full, gradient: &again)
    #expect(gradient == again)
  }

  @Test("Parameters that are not finite give a loss that is not, in every lane count")
  func overflow() throws {
    for reference in try Self.cases.get() where reference.width > 0 {
      for extreme in [1e200, .infinity, .nan] {
        var objective = reference.objective()
        var gradient = [Double](repeating: 0, count: reference.width + 1)
        let parameters = [Double](repeating: extreme, count: reference.width + 1)
        let loss = objective.lossAndGradient(
          at: parameters, of: reference.slice, gradient: &gradient)
        #expect(!loss.isFinite)
        #expect(objective.evaluate(at: parameters, on: .training)?.loss.isFinite == false)
      }
    }
  }

  @Test("An empty part has no evaluation")
  func emptyParts() throws {
    let reference = try #require(try Self.cases.get().first)
    let none = Examples(
      featureCount: reference.width, features: .dense([]), target: .numbers([]), rows: [])
    var objective = ModelConfiguration.linear(LinearConfiguration()).makeObjective(
      data: ProblemData(
        training: reference.examples, validation: none, test: none, targetScale: 1))
    #expect(objective.evaluate(at: reference.parameters, on: .validation) == nil)
    #expect(objective.evaluate(at: reference.parameters, on: .test) == nil)
    #expect(objective.evaluate(at: reference.parameters, on: .training) != nil)
    #expect(objective.trainingCount == reference.count)
  }
}
