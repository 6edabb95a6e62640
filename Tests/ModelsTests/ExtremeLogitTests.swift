import Datasets
import Testing

@testable import Models

@Suite("Extreme logits")
struct ExtremeLogitTests {
  /// A case of `References/networks.py` with one feature.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let model: String
    let classes: Int
    let features: [Double]
    let labels: [Int]
    let parameters: [Double]
    let loss: Double
    let gradient: [Double]

    var testDescription: String { "\(model) \(parameters)" }
  }

  @Test(
    "Losses and gradients stay finite and right",
    arguments: try reference("extremes.json", as: [Case].self), [false, true])
  func extremes(reference: Case, isSparse: Bool) throws {
    let examples = Examples(
      featureCount: 1,
      features: isSparse ? sparse(reference.features, width: 1) : .dense(reference.features),
      target: .classes(reference.labels, names: (0..<reference.classes).map { "\($0)" }),
      rows: Array(reference.features.indices))
    let configuration: ModelConfiguration =
      reference.model == "logistic"
      ? .logistic(LinearConfiguration()) : .softmax(LinearConfiguration())
    var objective = configuration.makeObjective(
      data: ProblemData(
        training: examples, validation: examples, test: examples, targetScale: 1))
    var gradient = [Double](repeating: .nan, count: reference.parameters.count)
    let loss = objective.lossAndGradient(
      at: reference.parameters, of: .full, gradient: &gradient)
    #expect(loss.isFinite && gradient.allSatisfy(\.isFinite))
    #expect(deviation([loss], from: [reference.loss]) <= 1e-15)
    #expect(deviation(gradient, from: reference.gradient) <= 1e-15)
    #expect(objective.evaluate(at: reference.parameters, on: .test)?.loss == loss)
  }
}
