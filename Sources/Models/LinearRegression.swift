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
  let trainingCount: Int
  private let targetScale: Double
  private let examples: Examples
  private let training: ExampleBlocks
  private let validation: ExampleBlocks
  private let test: ExampleBlocks
  private var batchBlocks: ExampleBlocks
  private var partialSums: [Double]

  init(_ configuration: LinearConfiguration, data: ProblemData) {
    self.configuration = configuration
    parameterCount = data.training.featureCount + 1
    trainingCount = data.training.count
    targetScale = data.targetScale
    examples = data.training
    training = ExampleBlocks(data.training)
    validation = ExampleBlocks(data.validation)
    test = ExampleBlocks(data.test)
    batchBlocks = ExampleBlocks(featureCount: data.training.featureCount)
    partialSums = Array(repeating: 0, count: training.sizes.workspaceCount)
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    configuration.initial.draw(
      parameterCount, inputs: parameterCount - 1, outputs: 1, from: &stream)
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    switch batch {
    case .full:
      return Self.lossAndGradient(
        at: parameters, over: training, l2: configuration.l2, partialSums: &partialSums,
        gradient: &gradient)
    case .examples(let positions):
      batchBlocks.fill(from: examples, positions: positions)
      return Self.lossAndGradient(
        at: parameters, over: batchBlocks, l2: configuration.l2, partialSums: &partialSums,
        gradient: &gradient)
    }
  }

  func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    let blocks =
      switch part {
      case .training: training
      case .validation: validation
      case .test: test
      }
    guard blocks.count > 0 else { return nil }
    let squares = blocks.sizes.squaredError(
      features: blocks.features.span, targets: blocks.targets.span, parameters: parameters.span)
    let meanSquare = squares / Double(blocks.count)
    return Evaluation(
      loss: part == .training
        ? meanSquare + Self.penalty(parameters, configuration.l2) : meanSquare,
      metric: targetScale * meanSquare.squareRoot())
  }

  private static func lossAndGradient(
    at parameters: [Double], over blocks: ExampleBlocks, l2: Double, partialSums: inout [Double],
    gradient: inout [Double]
  ) -> Double {
    var sums = partialSums.mutableSpan
    var gradient = gradient.mutableSpan
    let squares = blocks.sizes.squaredError(
      features: blocks.features.span, targets: blocks.targets.span, parameters: parameters.span,
      workspace: &sums, gradient: &gradient)
    let count = Double(blocks.count)
    let featureCount = blocks.sizes.featureCount
    for feature in 0..<featureCount {
      gradient[feature] = 2 / count * gradient[feature] + l2 * parameters[feature]
    }
    gradient[featureCount] = 2 / count * gradient[featureCount]
    return squares / count + penalty(parameters, l2)
  }

  /// λ/2 ‖w‖², the weights' squares added in their order.
  private static func penalty(_ parameters: [Double], _ l2: Double) -> Double {
    guard l2 > 0 else { return 0 }
    var sum = 0.0
    for weight in parameters.dropLast() { sum += weight * weight }
    return l2 / 2 * sum
  }
}
