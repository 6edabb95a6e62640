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
  var layout: ParameterLayout { .linear(inputs: parameterCount - 1, outputs: 1) }
  let trainingCount: Int
  private var training: ExamplePart
  private var validation: ExamplePart
  private var test: ExamplePart
  private var batchBlocks: ExampleBlocks
  private var workspace: [Double]
  private var partialSums: PartialSums
  /// The logits, then the derivatives of the loss by them; as long as the largest part needs.
  private var logits: [Double]

  init(
    _ configuration: LinearConfiguration, data: ProblemData,
    mostHeld: Int = ExamplePart.mostHeld
  ) {
    self.configuration = configuration
    parameterCount = data.training.featureCount + 1
    trainingCount = data.training.count
    training = ExamplePart(data.training, mostHeld: mostHeld)
    validation = ExamplePart(data.validation, mostHeld: mostHeld)
    test = ExamplePart(data.test, mostHeld: mostHeld)
    batchBlocks = ExampleBlocks(featureCount: data.training.featureCount)
    workspace = Array(repeating: 0, count: batchBlocks.sizes.workspaceCount)
    partialSums = PartialSums(featureCount: data.training.featureCount)
    let lanes = [training, validation, test].map { ($0.count + 7) & ~7 }
    logits = Array(repeating: 0, count: lanes.max() ?? 0)
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    configuration.initial.draw(
      parameterCount - 1, inputs: parameterCount - 1, outputs: 1, from: &stream) + [0]
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    let (sum, count): (Double, Int)
    switch batch {
    case .full where !training.isHeld:
      sum = Self.loss(at: parameters, over: &training, &logits).sum
      count = training.count
      Self.gradient(over: &training, logits, &partialSums, &gradient)
    case .full:
      sum = Self.lossAndGradient(
        at: parameters, over: training.blocks, &logits, &workspace, &gradient)
      count = training.count
    case .examples(let positions):
      batchBlocks.fill(from: training.examples, positions: positions)
      sum = Self.lossAndGradient(at: parameters, over: batchBlocks, &logits, &workspace, &gradient)
      count = positions.count
    }
    let l2 = configuration.l2
    guard l2 > 0 else { return sum / Double(count) }
    let weights = parameters.count - 1
    var slope = gradient.mutableSpan
    var slopes = slope._mutatingExtracting(0..<weights)
    axpy(l2, parameters.span.extracting(0..<weights), &slopes)
    return sum / Double(count) + Self.penalty(parameters, l2)
  }

  mutating func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    let (found, size) =
      switch part {
      case .training: (Self.loss(at: parameters, over: &training, &logits), training.count)
      case .validation: (Self.loss(at: parameters, over: &validation, &logits), validation.count)
      case .test: (Self.loss(at: parameters, over: &test, &logits), test.count)
      }
    guard size > 0 else { return nil }
    let count = Double(size)
    var loss = found.sum / count
    if part == .training { loss += Self.penalty(parameters, configuration.l2) }
    return Evaluation(loss: loss, metric: Double(found.correct) / count)
  }

  /// The summed loss over a part and how many classes are predicted; leaves 1/n of the derivatives
  /// in `logits`, 0 in the lanes past the last example.
  private static func loss(
    at parameters: [Double], over part: inout ExamplePart, _ logits: inout [Double]
  ) -> (sum: Double, correct: Int) {
    guard !part.isHeld else { return loss(at: parameters, over: part.blocks, &logits) }
    part.forEachPiece { blocks, range in
      var all = logits.mutableSpan
      var lanes = all._mutatingExtracting(
        range.lowerBound..<range.lowerBound + blocks.sizes.laneCount)
      blocks.sizes.predict(
        features: blocks.features.span, parameters: parameters.span, into: &lanes)
    }
    let targets = part.targets
    return loss(of: &logits, labels: targets.span)
  }

  /// The summed loss over examples that are held, as above.
  private static func loss(
    at parameters: [Double], over blocks: ExampleBlocks, _ logits: inout [Double]
  ) -> (sum: Double, correct: Int) {
    var all = logits.mutableSpan
    var lanes = all._mutatingExtracting(0..<blocks.sizes.laneCount)
    blocks.sizes.predict(
      features: blocks.features.span, parameters: parameters.span, into: &lanes)
    return loss(of: &logits, labels: blocks.targets.span.extracting(0..<blocks.count))
  }

  /// The summed loss of as many logits as labels, as above.
  private static func loss(
    of logits: inout [Double], labels: Span<Double>
  ) -> (sum: Double, correct: Int) {
    let count = labels.count
    var all = logits.mutableSpan
    for lane in count..<(count + 7) & ~7 { all[lane] = 0 }
    var live = all._mutatingExtracting(0..<count)
    var correct = 0
    for lane in 0..<count where (live[lane] > 0) == (labels[lane] == 1) { correct += 1 }
    return (logisticLoss(&live, labels: labels, weight: 1 / Double(count)), correct)
  }

  private static func lossAndGradient(
    at parameters: [Double], over blocks: ExampleBlocks, _ logits: inout [Double],
    _ workspace: inout [Double], _ gradient: inout [Double]
  ) -> Double {
    let sum = loss(at: parameters, over: blocks, &logits).sum
    var sums = workspace.mutableSpan
    var slope = gradient.mutableSpan
    blocks.sizes.gradient(
      features: blocks.features.span, residuals: logits.span.extracting(0..<blocks.sizes.laneCount),
      workspace: &sums, into: &slope)
    return sum
  }

  /// The gradient over a part piece by piece, from what `loss` left in `logits`.
  private static func gradient(
    over part: inout ExamplePart, _ logits: [Double], _ sums: inout PartialSums,
    _ gradient: inout [Double]
  ) {
    sums.clear()
    part.forEachPiece { blocks, range in
      let lanes = range.lowerBound..<range.lowerBound + blocks.sizes.laneCount
      sums.addGradient(
        blocks.sizes, features: blocks.features.span, residuals: logits.span.extracting(lanes))
    }
    var slope = gradient.mutableSpan
    sums.gradient(into: &slope)
  }

  /// λ/2 ‖w‖².
  private static func penalty(_ parameters: [Double], _ l2: Double) -> Double {
    guard l2 > 0 else { return 0 }
    return l2 / 2 * sumOfSquares(parameters.span.extracting(0..<parameters.count - 1))
  }
}
