import Kernels

/// A network of dense layers on dense or sparse features: the mean loss of its output, plus
/// λ/2 ‖W‖² over the weights of all layers.
///
/// The parameters are those of the layers from the features to the output, each its weights as a
/// matrix of inputs × outputs, row by row, then its bias.
///
/// Examples are taken in blocks of at most 256, so that work space does not grow with the data. Every
/// sum over examples has one order: a gradient is a chain over the examples in their order, whatever the
/// blocks; losses are summed within a block as the loss says, then block by block.
struct Network: Objective {
  /// The most examples at once.
  static let blockSize = 256

  let parameterCount: Int
  let trainingCount: Int
  private let plan: NetworkPlan
  private let data: ProblemData
  private var layers: [DenseLayer]
  private var input: NetworkInput
  private var output: NetworkOutput
  private var product = MatrixProduct()

  init(_ plan: NetworkPlan, data: ProblemData) {
    self.plan = plan
    self.data = data
    let training = data.training
    trainingCount = training.count
    let largest = max(training.count, data.validation.count, data.test.count)
    let capacity = min(largest, Self.blockSize)
    let widths = plan.widths(featureCount: training.featureCount, target: training.target)
    var layers: [DenseLayer] = []
    for index in 1..<widths.count {
      layers.append(
        DenseLayer(
          inputs: widths[index - 1], outputs: widths[index],
          activation: index < widths.count - 1 ? plan.activation : nil,
          offset: layers.last?.bias.upperBound ?? 0, capacity: capacity))
    }
    self.layers = layers
    parameterCount = layers.last?.bias.upperBound ?? 0
    input = NetworkInput(training, capacity: capacity)
    output = NetworkOutput(plan.comparison(on: training.target), capacity: capacity)
  }

  var layout: ParameterLayout {
    ParameterLayout(
      layers.enumerated().flatMap { index, layer in
        ParameterLayout.layer(
          named: layer.activation == nil ? "output" : "hidden \(index + 1)", layer.inputCount,
          layer.outputCount, isFirst: index == 0, isLast: layer.activation == nil)
      })
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    var parameters: [Double] = []
    parameters.reserveCapacity(parameterCount)
    for layer in layers {
      let isOutput = layer.activation == nil
      let initial = isOutput ? plan.outputInitial : plan.hiddenInitial
      let (inputs, outputs) = (layer.inputCount, layer.outputCount)
      parameters += initial.draw(
        layer.weights.count, inputs: inputs, outputs: outputs, from: &stream)
      let bias = isOutput && plan.drawsOutputBias ? initial : .zeros
      parameters += bias.draw(outputs, inputs: inputs, outputs: outputs, from: &stream)
    }
    return parameters
  }

  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    let count =
      switch batch {
      case .full: trainingCount
      case .examples(let positions): positions.count
      }
    clear(&gradient)
    var sum = 0.0
    for first in stride(from: 0, to: count, by: Self.blockSize) {
      let end = min(first + Self.blockSize, count)
      switch batch {
      case .full: input.load(data.training.rows[first..<end])
      case .examples(let positions):
        let start = positions.startIndex
        input.load(positions[start + first..<start + end], of: data.training.rows)
      }
      sum += forward(parameters, data.training, count: count).loss
      backward(parameters, isFirst: first == 0, &gradient)
    }
    addPenalty(parameters, &gradient)
    return sum / denominator(count) + penalty(parameters)
  }

  mutating func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    let examples =
      switch part {
      case .training: data.training
      case .validation: data.validation
      case .test: data.test
      }
    let count = examples.count
    guard count > 0 else { return nil }
    var total = NetworkOutput.Tally()
    for first in stride(from: 0, to: count, by: Self.blockSize) {
      input.load(examples.rows[first..<min(first + Self.blockSize, count)])
      let tally = forward(parameters, examples, count: count)
      total.loss += tally.loss
      total.correct += tally.correct
    }
    let mean = total.loss / denominator(count)
    let metric =
      switch output.comparison {
      case .classes, .secondClass: Double(total.correct) / Double(count)
      case .number: data.targetScale * mean.squareRoot()
      case .input: mean.squareRoot()
      }
    return Evaluation(loss: part == .training ? mean + penalty(parameters) : mean, metric: metric)
  }

  /// What the loss of `count` examples is divided by: their number, or that of their features.
  private func denominator(_ count: Int) -> Double {
    output.comparison == .input ? Double(count) * Double(max(1, input.featureCount)) : Double(count)
  }

  /// The losses of the examples at hand, `count` being those of the whole batch; leaves their
  /// derivatives in the output layer.
  private mutating func forward(
    _ parameters: [Double], _ examples: Examples, count: Int
  ) -> NetworkOutput.Tally {
    output.load(examples.target, rows: input.rows)
    let live = input.rows.count
    switch input.table {
    case .dense:
      layers[0].forward(input.gathered, count: live, parameters: parameters, product: &product)
    case .sparse(let matrix):
      layers[0].forward(matrix, rows: input.rows, parameters: parameters)
    }
    for index in 1..<layers.count {
      let inputs = layers[index - 1].outputs
      layers[index].forward(inputs, count: live, parameters: parameters, product: &product)
    }
    return layers[layers.count - 1].compare(
      with: output, input: input, weight: 1 / denominator(count))
  }

  /// Adds what the examples at hand contribute to the gradient.
  private mutating func backward(
    _ parameters: [Double], isFirst: Bool, _ gradient: inout [Double]
  ) {
    let live = input.rows.count
    for index in layers.indices.reversed() {
      if index > 0 {
        layers[index].gather(
          layers[index - 1].outputs, count: live, isFirst: isFirst, product: &product,
          gradient: &gradient)
        let next = layers[index]
        layers[index - 1].backward(
          from: next, count: live, parameters: parameters, product: &product)
        continue
      }
      switch input.table {
      case .dense:
        layers[0].gather(
          input.gathered, count: live, isFirst: isFirst, product: &product, gradient: &gradient)
      case .sparse(let matrix):
        layers[0].gather(matrix, rows: input.rows, gradient: &gradient)
      }
    }
  }

  /// Zero wherever the blocks only add.
  private func clear(_ gradient: inout [Double]) {
    var all = gradient.mutableSpan
    for layer in layers {
      for index in layer.bias { all[index] = 0 }
    }
    guard case .sparse = input.table, let first = layers.first else { return }
    for index in first.weights { all[index] = 0 }
  }

  private func addPenalty(_ parameters: [Double], _ gradient: inout [Double]) {
    guard plan.l2 > 0 else { return }
    for layer in layers {
      var all = gradient.mutableSpan
      var target = all._mutatingExtracting(layer.weights)
      axpy(plan.l2, parameters.span.extracting(layer.weights), &target)
    }
  }

  /// λ/2 ‖W‖², layer by layer.
  private func penalty(_ parameters: [Double]) -> Double {
    guard plan.l2 > 0 else { return 0 }
    var sum = 0.0
    for layer in layers { sum += sumOfSquares(parameters.span.extracting(layer.weights)) }
    return plan.l2 / 2 * sum
  }
}
