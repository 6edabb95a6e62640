import Kernels

/// Linear regression with a bias: the mean squared error of Xw + b against y.
///
/// With r = Xw + b − y over n examples the loss is Σ r² / n + λ/2 ‖w‖² and its gradient
/// (2/n Xᵀr + λw, 2/n Σ r). The parameters are the weights in the order of the features, then the
/// bias, which the penalty leaves alone. The metric is the root mean square error in the target's
/// own unit.
///
/// Order of the sums: a prediction starts at b and adds xⱼwⱼ for j rising; sums over examples keep
/// eight partial sums, for example number mod 8, each in the order of the examples, and add them in
/// the tree of ``Kernels/laneSum(_:)``.
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
    let (squares, residuals) = Self.accumulate(
      at: parameters, over: blocks, partialSums: &partialSums)
    let count = Double(blocks.count)
    for feature in partialSums.indices {
      gradient[feature] =
        2 / count * laneSum(partialSums[feature]) + configuration.l2 * parameters[feature]
    }
    gradient[partialSums.count] = 2 / count * residuals
    return squares / count + penalty(parameters)
  }

  /// One pass over the blocks: Σ r² and Σ r are returned, and Σ r xⱼ is left in `partialSums`.
  private static func accumulate(
    at parameters: [Double], over blocks: ExampleBlocks, partialSums: inout [SIMD8<Double>]
  ) -> (squares: Double, residuals: Double) {
    var squares = SIMD8<Double>()
    var residuals = SIMD8<Double>()
    let features = blocks.features.span
    let targets = blocks.targets.span
    let theta = parameters.span
    var sums = partialSums.mutableSpan
    let width = blocks.featureCount
    precondition(theta.count == width + 1 && sums.count == width)
    for feature in 0..<width { sums[unchecked: feature] = SIMD8() }
    var block = 0
    // Two blocks at a time load and store each partial sum half as often.
    while block + 1 < targets.count {
      let first = residual(block, theta, features, targets, count: blocks.count)
      let second = residual(block + 1, theta, features, targets, count: blocks.count)
      squares += first * first
      squares += second * second
      residuals += first
      residuals += second
      let start = block * width
      for feature in 0..<width {
        sums[unchecked: feature] =
          sums[unchecked: feature] + features[unchecked: start + feature] * first
          + features[unchecked: start + width + feature] * second
      }
      block += 2
    }
    if block < targets.count {
      let last = residual(block, theta, features, targets, count: blocks.count)
      squares += last * last
      residuals += last
      for feature in 0..<width {
        sums[unchecked: feature] += features[unchecked: block * width + feature] * last
      }
    }
    return (laneSum(squares), laneSum(residuals))
  }

  private static func sumOfSquaredResiduals(
    at parameters: [Double], over blocks: ExampleBlocks
  ) -> Double {
    var squares = SIMD8<Double>()
    let features = blocks.features.span
    let targets = blocks.targets.span
    let theta = parameters.span
    precondition(theta.count == blocks.featureCount + 1)
    for block in 0..<targets.count {
      let residual = residual(block, theta, features, targets, count: blocks.count)
      squares += residual * residual
    }
    return laneSum(squares)
  }

  /// Xw + b − y of one block; 0 in the lanes past the last of the `count` examples.
  @inline(__always)
  private static func residual(
    _ block: Int, _ theta: Span<Double>, _ features: Span<SIMD8<Double>>,
    _ targets: Span<SIMD8<Double>>, count: Int
  ) -> SIMD8<Double> {
    let width = theta.count - 1
    let start = block * width
    var prediction = SIMD8(repeating: theta[unchecked: width])
    for feature in 0..<width {
      prediction += features[unchecked: start + feature] * theta[unchecked: feature]
    }
    let residual = prediction - targets[unchecked: block]
    let lanes = count - 8 * block
    guard lanes < 8 else { return residual }
    let numbers = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    return residual.replacing(with: 0, where: numbers .>= SIMD8(repeating: Int64(lanes)))
  }
}
