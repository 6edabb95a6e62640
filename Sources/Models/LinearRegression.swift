import Kernels

/// Linear regression with a bias on dense features: the mean squared error of Xw + b against y.
///
/// With r = Xw + b − y over n examples the loss is Σ r² / n + λ/2 ‖w‖² and its gradient
/// (2/n Xᵀr + λw, 2/n Σ r). The parameters are the weights in the order of the features, then the
/// bias, which the penalty leaves alone. The metric is the root mean square error in the target's
/// own unit.
///
/// The order of the sums is that of `BlockedExamples`.
struct LinearRegression: Objective {
  let configuration: LinearConfiguration
  let parameterCount: Int
  var layout: ParameterLayout { .linear(inputs: parameterCount - 1, outputs: 1) }
  let trainingCount: Int
  private let targetScale: Double
  private var training: ExamplePart
  private var validation: ExamplePart
  private var test: ExamplePart
  private var batchBlocks: ExampleBlocks
  private var workspace: [Double]
  private var partialSums: PartialSums

  init(
    _ configuration: LinearConfiguration, data: ProblemData,
    mostHeld: Int = ExamplePart.mostHeld
  ) {
    self.configuration = configuration
    parameterCount = data.training.featureCount + 1
    trainingCount = data.training.count
    targetScale = data.targetScale
    training = ExamplePart(data.training, mostHeld: mostHeld)
    validation = ExamplePart(data.validation, mostHeld: mostHeld)
    test = ExamplePart(data.test, mostHeld: mostHeld)
    batchBlocks = ExampleBlocks(featureCount: data.training.featureCount)
    workspace = Array(repeating: 0, count: batchBlocks.sizes.workspaceCount)
    partialSums = PartialSums(featureCount: data.training.featureCount)
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    configuration.initial.draw(
      parameterCount, inputs: parameterCount - 1, outputs: 1, from: &stream)
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    let (squares, count): (Double, Int)
    switch batch {
    case .full where !training.isHeld:
      squares = Self.squaredError(
        at: parameters, over: &training, hasGradient: true, &partialSums)
      count = training.count
      var slope = gradient.mutableSpan
      partialSums.gradient(into: &slope)
    case .full:
      squares = Self.squaredError(at: parameters, over: training.blocks, &workspace, &gradient)
      count = training.count
    case .examples(let positions):
      batchBlocks.fill(from: training.examples, positions: positions)
      squares = Self.squaredError(at: parameters, over: batchBlocks, &workspace, &gradient)
      count = positions.count
    }
    Self.scale(&gradient, 2 / Double(count), parameters, configuration.l2)
    return squares / Double(count) + Self.penalty(parameters, configuration.l2)
  }

  mutating func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    let (squares, count) =
      switch part {
      case .training:
        (Self.squaredError(at: parameters, over: &training, &partialSums), training.count)
      case .validation:
        (Self.squaredError(at: parameters, over: &validation, &partialSums), validation.count)
      case .test: (Self.squaredError(at: parameters, over: &test, &partialSums), test.count)
      }
    guard count > 0 else { return nil }
    let meanSquare = squares / Double(count)
    return Evaluation(
      loss: part == .training
        ? meanSquare + Self.penalty(parameters, configuration.l2) : meanSquare,
      metric: targetScale * meanSquare.squareRoot())
  }

  /// Σ r² over examples that are held, with its gradient but for the factor.
  private static func squaredError(
    at parameters: [Double], over blocks: ExampleBlocks, _ workspace: inout [Double],
    _ gradient: inout [Double]
  ) -> Double {
    var sums = workspace.mutableSpan
    var slope = gradient.mutableSpan
    return blocks.sizes.squaredError(
      features: blocks.features.span, targets: blocks.targets.span, parameters: parameters.span,
      workspace: &sums, gradient: &slope)
  }

  /// Σ r² over a part piece by piece; with `hasGradient` its gradient is left in `sums`.
  private static func squaredError(
    at parameters: [Double], over part: inout ExamplePart, hasGradient: Bool = false,
    _ sums: inout PartialSums
  ) -> Double {
    sums.clear()
    part.forEachPiece { blocks, _ in
      sums.addSquaredError(
        blocks.sizes, features: blocks.features.span, targets: blocks.targets.span,
        parameters: parameters.span, hasGradient: hasGradient)
    }
    return sums.squaredError
  }

  /// The gradient of the mean and the penalty from that of the sum.
  private static func scale(
    _ gradient: inout [Double], _ factor: Double, _ parameters: [Double], _ l2: Double
  ) {
    var gradient = gradient.mutableSpan
    let bias = gradient.count - 1
    for feature in 0..<bias {
      gradient[feature] = factor * gradient[feature] + l2 * parameters[feature]
    }
    gradient[bias] = factor * gradient[bias]
  }

  /// λ/2 ‖w‖², the weights' squares added in their order.
  private static func penalty(_ parameters: [Double], _ l2: Double) -> Double {
    guard l2 > 0 else { return 0 }
    var sum = 0.0
    for weight in parameters.dropLast() { sum += weight * weight }
    return l2 / 2 * sum
  }
}
