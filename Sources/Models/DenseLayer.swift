import Kernels

/// One layer of a network, f(XW + b) for a block of examples, with the memory that it works in.
///
/// In the vector of all parameters its weights are a matrix of inputs × outputs, row by row, followed
/// by its bias. Every sum is a chain of fused multiply-adds: from b over the inputs for the outputs,
/// over the examples for the gradient of the weights.
struct DenseLayer: Sendable {
  let inputCount: Int
  let outputCount: Int
  /// f; nil for the output layer.
  let activation: Activation?
  /// Where in the parameters W is.
  let weights: Range<Int>
  /// Where in the parameters b is.
  let bias: Range<Int>
  /// XW + b, and in the output layer then the derivatives by it.
  private(set) var sums: [Double]
  /// f(XW + b); empty in the output layer.
  private(set) var outputs: [Double]
  /// The derivatives by XW + b; empty in the output layer.
  private(set) var derivatives: [Double]

  /// A layer whose weights begin at `offset` and which works on up to `capacity` examples at once.
  init(inputs: Int, outputs: Int, activation: Activation?, offset: Int, capacity: Int) {
    inputCount = inputs
    outputCount = outputs
    self.activation = activation
    weights = offset..<offset + inputs * outputs
    bias = weights.upperBound..<weights.upperBound + outputs
    sums = Array(repeating: 0, count: capacity * outputs)
    self.outputs = activation == nil ? [] : sums
    derivatives = self.outputs
  }

  /// Computes the outputs for `count` examples that the layer before has left in `inputs`.
  mutating func forward(
    _ inputs: [Double], count: Int, parameters: [Double], product: inout MatrixProduct
  ) {
    let shape = ProductShape(rows: count, inner: inputCount, columns: outputCount)
    let left = inputs.span.extracting(0..<count * inputCount)
    let (right, row) = (parameters.span.extracting(weights), parameters.span.extracting(bias))
    var whole = sums.mutableSpan
    var target = whole._mutatingExtracting(0..<shape.rows * shape.columns)
    product.multiply(left, right, shape, addingRow: row, into: &target)
    activate(count: count)
  }

  /// Computes the outputs for some rows of sparse features.
  mutating func forward(_ features: SparseMatrix, rows: [Int], parameters: [Double]) {
    let width = outputCount
    let (right, row) = (parameters.span.extracting(weights), parameters.span.extracting(bias))
    var whole = sums.mutableSpan
    var target = whole._mutatingExtracting(0..<rows.count * width)
    features.multiply(rows: rows.span, right, width: width, addingRow: row, into: &target)
    activate(count: rows.count)
  }

  private mutating func activate(count: Int) {
    guard let activation else { return }
    let size = count * outputCount
    let sums = sums
    var whole = outputs.mutableSpan
    var target = whole._mutatingExtracting(0..<size)
    activation.apply(to: sums.span.extracting(0..<size), into: &target)
  }

  /// The losses of the outputs of an output layer, whose place `weight` times the derivatives take.
  mutating func compare(
    with output: NetworkOutput, input: NetworkInput, weight: Double
  ) -> NetworkOutput.Tally {
    let (width, size) = (outputCount, input.rows.count * outputCount)
    var whole = sums.mutableSpan
    var live = whole._mutatingExtracting(0..<size)
    return output.compare(&live, width: width, input: input, weight: weight)
  }

  /// Computes the derivatives from those of the layer after.
  mutating func backward(
    from next: DenseLayer, count: Int, parameters: [Double], product: inout MatrixProduct
  ) {
    let shape = ProductShape(
      rows: count, inner: next.outputCount, columns: outputCount, form: .rightTransposed)
    let after = next.slopes
    let left = after.span.extracting(0..<count * shape.inner)
    let right = parameters.span.extracting(next.weights)
    // Local copies are not written to, so nothing is copied.
    let (activation, sums, outputs) = (activation, sums, outputs)
    let size = count * outputCount
    var whole = derivatives.mutableSpan
    var target = whole._mutatingExtracting(0..<size)
    product.multiply(left, right, shape, into: &target)
    activation?.multiplyByDerivative(
      inputs: sums.span.extracting(0..<size), outputs: outputs.span.extracting(0..<size), &target)
  }

  /// The derivatives by XW + b, wherever they are.
  private var slopes: [Double] { activation == nil ? sums : derivatives }

  /// Writes the gradient of W, or adds to it, and adds to that of b.
  func gather(
    _ inputs: [Double], count: Int, isFirst: Bool, product: inout MatrixProduct,
    gradient: inout [Double]
  ) {
    let derivatives = slopes
    let slope = derivatives.span.extracting(0..<count * outputCount)
    let shape = ProductShape(
      rows: inputCount, inner: count, columns: outputCount, form: .leftTransposed)
    var all = gradient.mutableSpan
    var target = all._mutatingExtracting(weights)
    let left = inputs.span.extracting(0..<count * inputCount)
    if isFirst {
      product.multiply(left, slope, shape, into: &target)
    } else {
      product.multiply(left, slope, shape, addingTo: &target)
    }
    gatherBias(slope, &gradient)
  }

  /// Adds to the gradients of W and b from some rows of sparse features.
  func gather(_ features: SparseMatrix, rows: [Int], gradient: inout [Double]) {
    let derivatives = slopes
    let slope = derivatives.span.extracting(0..<rows.count * outputCount)
    var all = gradient.mutableSpan
    var target = all._mutatingExtracting(weights)
    features.multiplyTransposed(rows: rows.span, slope, width: outputCount, addingTo: &target)
    gatherBias(slope, &gradient)
  }

  private func gatherBias(_ slope: Span<Double>, _ gradient: inout [Double]) {
    var all = gradient.mutableSpan
    var target = all._mutatingExtracting(bias)
    addRows(slope, to: &target)
  }
}
