import Datasets
import Kernels
import Testing

@testable import Models

/// What objectives tell of the tensors behind their parameters, against what the parameters do.
@Suite struct ParameterLayoutTests {
  private static func examples(classes: Int?) -> ProblemData {
    let rows = 6
    let features = (0..<rows * 3).map { Double(($0 * 7 + 3) % 11) / 5 - 1 }
    let target: Target =
      classes.map { count in
        .classes((0..<rows).map { $0 % count }, names: (0..<count).map(String.init))
      } ?? .numbers((0..<rows).map { Double($0) })
    let all = Examples(
      featureCount: 3, features: .dense(features), target: target, rows: Array(0..<rows))
    let none = Examples(featureCount: 3, features: .dense(features), target: target, rows: [])
    return ProblemData(training: all, validation: none, test: none, targetScale: 1)
  }

  private static let models: [(ModelConfiguration, Int?, [String])] = [
    (.linear(LinearConfiguration(l2: 1)), nil, ["output weight 3x1", "output bias 1"]),
    (.logistic(LinearConfiguration(l2: 1)), 2, ["output weight 3x1", "output bias 1"]),
    (.softmax(LinearConfiguration(l2: 1)), 3, ["output weight 3x3", "output bias 3"]),
    (
      .mlp(NetworkConfiguration(hidden: [4, 2], activation: .tanh, l2: 1)), 3,
      [
        "hidden 1 weight 3x4", "hidden 1 bias 4", "hidden 2 weight 4x2", "hidden 2 bias 2",
        "output weight 2x3", "output bias 3",
      ]
    ),
    (
      .autoencoder(NetworkConfiguration(hidden: [2])), nil,
      ["hidden 1 weight 3x2", "hidden 1 bias 2", "output weight 2x3", "output bias 3"]
    ),
  ]

  @Test(arguments: models.indices)
  func tensorsHaveTheShapesOfTheModel(index: Int) {
    let (model, classes, expected) = Self.models[index]
    let objective = model.makeObjective(data: Self.examples(classes: classes))
    let layout = objective.layout
    #expect(
      layout.tensors.map { tensor in
        "\(tensor.name) \(tensor.shape.map(String.init).joined(separator: "x"))"
      } == expected)
    #expect(layout.count == objective.parameterCount)
    #expect(layout.ranges.last?.upperBound == objective.parameterCount)
    #expect(layout.tensors.filter(\.isFirstLayer).count == 2)
    #expect(layout.tensors.last?.isLastLayer == true)
    #expect(
      layout.tensors.allSatisfy { ($0.role == .bias) == $0.name.hasSuffix("bias") })
  }

  /// The penalty is on the weights alone, so its gradient tells which parameters are weights.
  @Test(arguments: 0..<4)
  func weightsAreWhatThePenaltyIsOn(index: Int) {
    let (model, classes, _) = Self.models[index]
    let plain: ModelConfiguration =
      switch index {
      case 0: .linear(LinearConfiguration())
      case 1: .logistic(LinearConfiguration())
      case 2: .softmax(LinearConfiguration())
      default: .mlp(NetworkConfiguration(hidden: [4, 2], activation: .tanh))
      }
    let data = Self.examples(classes: classes)
    var penalized = model.makeObjective(data: data)
    var free = plain.makeObjective(data: data)
    let point = (0..<penalized.parameterCount).map { 0.25 + Double($0 % 5) / 8 }
    var (one, other) = (point, point)
    _ = penalized.lossAndGradient(at: point, of: .full, gradient: &one)
    _ = free.lossAndGradient(at: point, of: .full, gradient: &other)
    for (tensor, range) in zip(penalized.layout.tensors, penalized.layout.ranges) {
      for place in range {
        let isPenalized = abs(one[place] - other[place]) > 0.1
        #expect(isPenalized == (tensor.role == .weight), "\(tensor.name) \(place)")
      }
    }
  }

  @Test func aTestFunctionHasOnePoint() {
    let objective = ModelConfiguration.testFunction(
      TestFunctionConfiguration(kind: .quadratic, start: [1, 2, 3])
    ).makeObjective(data: .none)
    #expect(objective.layout.tensors.map(\.role) == [.point] && objective.layout.count == 3)
  }
}
