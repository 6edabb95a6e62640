import Datasets
import Kernels
import Testing

@testable import Models

@Suite("Initial parameters")
struct InitialParametersTests {
  /// Five examples of three features.
  private func start(
    _ model: ModelConfiguration, classes: Int = 0, stream: inout any RandomStream
  ) -> [Double] {
    let names = (0..<max(classes, 1)).map { "\($0)" }
    let examples = Examples(
      featureCount: 3, features: .dense(Array(repeating: 1, count: 15)),
      target: classes == 0
        ? .numbers([1, 2, 3, 4, 5]) : .classes([0, 1, 0, 1, 0], names: names),
      rows: Array(0..<5))
    let objective = model.makeObjective(
      data: ProblemData(
        training: examples, validation: examples, test: examples, targetScale: 1))
    let parameters = objective.initialParameters(from: &stream)
    #expect(parameters.count == objective.parameterCount)
    return parameters
  }

  private func start(_ model: ModelConfiguration, classes: Int = 0) -> [Double] {
    var stream: any RandomStream = ScriptedStream()
    return start(model, classes: classes, stream: &stream)
  }

  @Test("Zeros draw nothing")
  func zeros() {
    var stream: any RandomStream = ScriptedStream()
    for (model, classes, count): (ModelConfiguration, Int, Int) in [
      (.linear(LinearConfiguration(initial: .zeros)), 0, 4),
      (.logistic(LinearConfiguration(initial: .zeros)), 2, 4),
      (.softmax(LinearConfiguration(initial: .zeros)), 2, 8),
      (.mlp(NetworkConfiguration(hidden: [2], initial: .zeros)), 0, 11),
    ] {
      #expect(
        start(model, classes: classes, stream: &stream) == Array(repeating: 0, count: count))
    }
    let drawn = stream as? ScriptedStream
    #expect(drawn?.uniforms == 0 && drawn?.normals == 0)
  }

  @Test("Normal draws come in the order of the parameters; only linear regression draws its bias")
  func normal() {
    let linear = LinearConfiguration(initial: .normal)
    #expect(start(.linear(linear)) == [1, 2, 3, 4])
    #expect(start(.logistic(linear), classes: 2) == [1, 2, 3, 0])
    #expect(start(.softmax(linear), classes: 2) == [1, 2, 3, 4, 5, 6, 0, 0])
    let network = NetworkConfiguration(hidden: [2], initial: .normal)
    #expect(start(.mlp(network)) == [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 0])
    #expect(
      start(.autoencoder(network)) == [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0, 0])
  }

  @Test("Weights of layers start by their activation, those of the output by Glorot and Bengio")
  func usual() {
    // √(6 / (3 + 2)), √(6 / (2 + 1)), √(2 / 3), √(2 / 2).
    let (limit, outputLimit, deviation) = (
      1.0954451150103321, 1.4142135623730951, 0.816496580927726
    )
    for activation in Activation.allCases {
      let parameters = start(.mlp(NetworkConfiguration(hidden: [2], activation: activation)))
      let isRectifier = activation == .relu || activation == .gelu
      let hidden = (1...6).map { Double($0) }.map {
        isRectifier ? deviation * $0 : limit * (2 * $0 / 1024 - 1)
      }
      let first = isRectifier ? 0.0 : 6
      let output = [first + 1, first + 2].map { outputLimit * (2 * $0 / 1024 - 1) }
      #expect(parameters == hidden + [0, 0] + output + [0], "\(activation)")
    }
    let told = start(.mlp(NetworkConfiguration(hidden: [2], initial: .heNormal)))
    #expect(told == (1...6).map { deviation * Double($0) } + [0, 0, 7, 8, 0])
  }

  @Test("Glorot's weights fill their interval, He's have their variance")
  func spread() {
    var stream: any RandomStream = PhiloxStream(seed: 3, purpose: "initial", name: "spread")
    let uniform = InitialParameters.glorotUniform.draw(
      20_000, inputs: 100, outputs: 200, from: &stream)
    let limit = 0.1414213562373095
    #expect(uniform.allSatisfy { $0.magnitude <= limit })
    #expect((uniform.max() ?? 0) > 0.999 * limit && (uniform.min() ?? 0) < -0.999 * limit)
    let normal = InitialParameters.heNormal.draw(20_000, inputs: 50, outputs: 3, from: &stream)
    let variance = normal.reduce(0) { $0 + $1 * $1 } / 20_000
    // Its standard deviation is √(2 / 20,000) of it: 1 %.
    #expect((variance / 0.04 - 1).magnitude < 0.04)
  }
}
