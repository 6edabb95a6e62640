import Datasets
import Kernels

/// Logistic regression with a bias on dense features: the mean cross-entropy, in nats, of two classes.
///
/// The logit z = Xw + b is that of the second class. The loss over n examples is
/// Σ log(1 + e^∓z) / n + λ/2 ‖w‖², with the upper sign for the second class, and its gradient
/// (1/n Xᵀr + λw, 1/n Σ r) with r = 1/(1 + e⁻ᶻ) less the class's index. The parameters are the weights in
/// the order of the features, then the bias, which the penalty leaves alone. The metric is the share
/// of examples whose class has the higher probability; at z = 0 the first class counts as predicted.
///
/// The order of the sums is that of `BlockedExamples` and of `logisticLoss`.
struct LogisticRegression: Objective {
  let configuration: LinearConfiguration
  let parameterCount: Int
  let trainingCount: Int
  private let examples: Examples
  private let training: ExampleBlocks
  private let validation: ExampleBlocks
  private let test: ExampleBlocks
  private var batchBlocks: ExampleBlocks
  private var partialSums: [Double]
  /// The logits, then the derivatives of the loss by them; as long as the largest part needs.
  private var logits: [Double]

  init(_ configuration: LinearConfiguration, data: ProblemData) {
    self.configuration = configuration
    parameterCount = data.training.featureCount + 1
    trainingCount = data.training.count
    examples = data.training
    training = ExampleBlocks(data.training)
    validation = ExampleBlocks(data.validation)
    test = ExampleBlocks(data.test)
    batchBlocks = ExampleBlocks(featureCount: data.training.featureCount)
    partialSums = Array(repeating: 0, count: training.sizes.workspaceCount)
    let lanes = [training, validation, test].map(\.sizes.laneCount)
    logits = Array(repeating: 0, count: lanes.max() ?? 0)
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    configuration.initial.draw(
      parameterCount - 1, inputs: parameterCount - 1, outputs: 1, from: &stream) + [0]
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    switch batch {
    case .full:
      return Self.lossAndGradient(
        at: parameters, over: training, l2: configuration.l2, logits: &logits,
        partialSums: &partialSums, gradient: &gradient)
    case .examples(let positions):
      batchBlocks.fill(from: examples, positions: positions)
      return Self.lossAndGradient(
        at: parameters, over: batchBlocks, l2: configuration.l2, logits: &logits,
        partialSums: &partialSums, gradient: &gradient)
    }
  }

  mutating func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    let blocks =
      switch part {
      case .training: training
      case .validation: validation
      case .test: test
      }
    guard blocks.count > 0 else { return nil }
    let found = Self.loss(at: parameters, over: blocks, logits: &logits)
    let count = Double(blocks.count)
    var loss = found.sum / count
    if part == .training { loss += Self.penalty(parameters, configuration.l2) }
    return Evaluation(loss: loss, metric: Double(found.correct) / count)
  }

  /// The summed loss over `blocks` and how many classes are predicted; leaves 1/n of the
  /// derivatives in `logits`, 0 in the lanes past the last example.
  private static func loss(
    at parameters: [Double], over blocks: ExampleBlocks, logits: inout [Double]
  ) -> (sum: Double, correct: Int) {
    let count = blocks.count
    var all = logits.mutableSpan
    var lanes = all._mutatingExtracting(0..<blocks.sizes.laneCount)
    blocks.sizes.predict(
      features: blocks.features.span, parameters: parameters.span, into: &lanes)
    for lane in count..<lanes.count { lanes[lane] = 0 }
    let labels = blocks.targets.span.extracting(0..<count)
    var correct = 0
    for lane in 0..<count where (lanes[lane] > 0) == (labels[lane] == 1) { correct += 1 }
    var live = lanes._mutatingExtracting(0..<count)
    let sum = logisticLoss(&live, labels: labels, weight: 1 / Double(count))
    return (sum, correct)
  }

  private static func lossAndGradient(
    at parameters: [Double], over blocks: ExampleBlocks, l2: Double, logits: inout [Double],
    partialSums: inout [Double], gradient: inout [Double]
  ) -> Double {
    let (sum, _) = loss(at: parameters, over: blocks, logits: &logits)
    var sums = partialSums.mutableSpan
    var slope = gradient.mutableSpan
    blocks.sizes.gradient(
      features: blocks.features.span, residuals: logits.span.extracting(0..<blocks.sizes.laneCount),
      workspace: &sums, into: &slope)
    guard l2 > 0 else { return sum / Double(blocks.count) }
    let weights = parameters.count - 1
    var slopes = slope._mutatingExtracting(0..<weights)
    axpy(l2, parameters.span.extracting(0..<weights), &slopes)
    return sum / Double(blocks.count) + penalty(parameters, l2)
  }

  /// λ/2 ‖w‖².
  private static func penalty(_ parameters: [Double], _ l2: Double) -> Double {
    guard l2 > 0 else { return 0 }
    return l2 / 2 * sumOfSquares(parameters.span.extracting(0..<parameters.count - 1))
  }
}
