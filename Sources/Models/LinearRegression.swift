import Kernels

/// Linear regression with a bias: the mean squared error of Xw + b against y.
///
/// With r = Xw + b − y over n examples the loss is Σ r² / n + λ/2 ‖w‖² and its gradient
/// (2/n Xᵀr + λw, 2/n Σ r). The parameters are the weights in the order of the features, then the
/// bias, which the penalty leaves alone. The metric is the root mean square error in the target's
/// own unit.
///
/// Order of the sums: a prediction starts at b and adds xⱼwⱼ for j rising; sums over examples keep
/// eight partial sums, for example number mod 8, and add them in the tree of ``Kernels/laneSum(_:)``.
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
  private var partialSums: [SIMD8<Double>]

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
    partialSums = Array(repeating: SIMD8(), count: data.training.featureCount)
  }

  func initialParameters(normal: () -> Double) -> [Double] {
    switch configuration.initial {
    case .zeros: Array(repeating: 0, count: parameterCount)
    case .normal: (0..<parameterCount).map { _ in normal() }
    }
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    switch batch {
    case .full:
      return lossAndGradient(at: parameters, over: training, gradient: &gradient)
    case .examples(let rows):
      batchBlocks.fill(from: examples, rows: rows)
      return lossAndGradient(at: parameters, over: batchBlocks, gradient: &gradient)
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
    let meanSquare = Self.sumOfSquaredResiduals(at: parameters, over: blocks) / Double(blocks.count)
    return Evaluation(
      loss: part == .training ? meanSquare + penalty(parameters) : meanSquare,
      metric: targetScale * meanSquare.squareRoot())
  }

  /// λ/2 ‖w‖², the weights' squares added in their order.
  private func penalty(_ parameters: [Double]) -> Double {
    guard configuration.l2 > 0 else { return 0 }
    var sum = 0.0
    for weight in parameters.dropLast() { sum += weight * weight }
    return configuration.l2 / 2 * sum
  }

  private mutating func lossAndGradient(
    at parameters: [Double], over blocks: ExampleBlocks, gradient: inout [Double]
  ) -> Double {
    let featureCount = blocks.featureCount
    let (squares, residuals) = Self.accumulate(
      at: parameters, over: blocks, partialSums: &partialSums)
    let count = Double(blocks.count)
    for feature in 0..<featureCount {
      gradient[feature] =
        2 / count * laneSum(partialSums[feature]) + configuration.l2 * parameters[feature]
    }
    gradient[featureCount] = 2 / count * residuals
    return squares / count + penalty(parameters)
  }

  /// One pass over the blocks: Σ r² and Σ r are returned, and Σ r xⱼ is left in `partialSums`.
  private static func accumulate(
    at parameters: [Double], over blocks: ExampleBlocks, partialSums: inout [SIMD8<Double>]
  ) -> (squares: Double, residuals: Double) {
    let featureCount = blocks.featureCount
    let bias = SIMD8(repeating: parameters[featureCount])
    var squares = SIMD8<Double>()
    var residuals = SIMD8<Double>()
    let features = blocks.features.span
    let targets = blocks.targets.span
    let weights = parameters.span
    var sums = partialSums.mutableSpan
    for feature in 0..<featureCount { sums[feature] = SIMD8() }
    for block in 0..<blocks.blockCount {
      let first = block * featureCount
      var prediction = bias
      for feature in 0..<featureCount {
        prediction += features[first + feature] * weights[feature]
      }
      let residual = live(prediction - targets[block], block: block, count: blocks.count)
      squares += residual * residual
      residuals += residual
      for feature in 0..<featureCount {
        sums[feature] += features[first + feature] * residual
      }
    }
    return (laneSum(squares), laneSum(residuals))
  }

  private static func sumOfSquaredResiduals(
    at parameters: [Double], over blocks: ExampleBlocks
  ) -> Double {
    let featureCount = blocks.featureCount
    let bias = SIMD8(repeating: parameters[featureCount])
    var squares = SIMD8<Double>()
    let features = blocks.features.span
    let targets = blocks.targets.span
    let weights = parameters.span
    for block in 0..<blocks.blockCount {
      let first = block * featureCount
      var prediction = bias
      for feature in 0..<featureCount {
        prediction += features[first + feature] * weights[feature]
      }
      let residual = live(prediction - targets[block], block: block, count: blocks.count)
      squares += residual * residual
    }
    return laneSum(squares)
  }

  /// The residuals with the lanes past the last example set to 0.
  @inline(__always)
  private static func live(
    _ residual: SIMD8<Double>, block: Int, count: Int
  ) -> SIMD8<Double> {
    let lanes = count - 8 * block
    guard lanes < 8 else { return residual }
    let numbers = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    return residual.replacing(with: 0, where: numbers .>= SIMD8(repeating: Int64(lanes)))
  }
}
