import Kernels

// Prints a fold of the bits that each kernel gives for the same numbers: one line for each. The
// output must be the same on every processor; `Tests/identical-bits` compares it.

/// h = rotate_left(h, 7) ^ pattern, then h += 0x9e3779b97f4a7c15, from 0.
func fold(_ numbers: [Double]) -> String {
  var h: UInt64 = 0
  for number in numbers {
    // Processors differ in the sign of the NaN that they make.
    let pattern = number.isNaN ? Double.nan.bitPattern : number.bitPattern
    h = (h << 7 | h >> 57) ^ pattern
    h &+= 0x9e37_79b9_7f4a_7c15
  }
  return String(h, radix: 16)
}

/// The numbers that kernels are tried on.
struct Draws {
  var stream = PhiloxStream(seed: 5, purpose: "test", name: "bits")

  /// Numbers between ±`size`, with all bits of their significands.
  mutating func numbers(_ count: Int, size: Double = 1) -> [Double] {
    (0..<count).map { _ in (Double(stream.next() >> 11) * 0x1p-52 - 1) * size }
  }
}

var draws = Draws()

let specials = [
  0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNormalMagnitude,
  .greatestFiniteMagnitude, -1, 1e-20, -746, -720, 709.7, -707.5,
]
let anything = (0..<2000).map { _ in Double(bitPattern: draws.stream.next()) }
let arguments =
  draws.numbers(1000) + draws.numbers(1000, size: 8) + draws.numbers(1000, size: 760) + anything
  + specials

for function in ArrayFunction.allCases {
  var values = arguments
  var span = values.mutableSpan
  function.apply(&span)
  print(function, fold(values), fold(arguments.map { function($0) }))
}
print("log, sin, cos", fold(arguments.flatMap { [log($0), sin($0), cos($0)] }))
print(
  "pow", fold(zip(arguments, draws.numbers(arguments.count, size: 300)).map { pow(abs($0), $1) }))

for activation in Activation.allCases {
  var outputs = arguments
  var span = outputs.mutableSpan
  activation.apply(to: arguments.span, into: &span)
  var gradient = draws.numbers(arguments.count)
  span = gradient.mutableSpan
  activation.multiplyByDerivative(inputs: arguments.span, outputs: outputs.span, &span)
  print(activation, fold(outputs), fold(gradient))
}

var product = MatrixProduct()
for (m, k, n) in [(1, 1, 1), (3, 5, 7), (64, 10, 13), (17, 200, 25), (33, 400, 3), (130, 140, 30)] {
  for form in ProductShape.Form.allCases {
    let (a, b) = (draws.numbers(m * k), draws.numbers(k * n))
    var c = draws.numbers(m * n)
    var span = c.mutableSpan
    product.multiply(
      a.span, b.span, ProductShape(rows: m, inner: k, columns: n, form: form), addingTo: &span)
    print("product", m, k, n, form, fold(c))
  }
}

var offsets = [0]
var columns: [Int32] = []
for _ in 0..<50 {
  columns += (0..<40).filter { _ in draws.stream.next() % 4 == 0 }
  offsets.append(columns.count)
}
let values = draws.numbers(columns.count)
if let sparse = SparseMatrix(columnCount: 40, offsets: offsets, columns: columns, values: values) {
  for width in [1, 3, 8, 19] {
    let weights = draws.numbers(40 * width)
    var outputs = draws.numbers(50 * width)
    var span = outputs.mutableSpan
    sparse.multiply(weights.span, width: width, into: &span)
    var gradient = weights
    span = gradient.mutableSpan
    sparse.multiplyTransposed(outputs.span, width: width, addingTo: &span)
    print("sparse", width, fold(outputs), fold(gradient))
  }
}

for size in [1.0, 100, 1e300] {
  var logits = draws.numbers(700, size: size)
  var span = logits.mutableSpan
  let labels = (0..<100).map { _ in Int32(draws.stream.next() % 7) }
  let loss = softmaxCrossEntropy(&span, classes: 7, labels: labels.span, weight: 0.01)
  print("softmax", size, fold(logits + [loss]))
  logits = draws.numbers(700, size: size)
  span = logits.mutableSpan
  let sides = (0..<700).map { _ in Double(draws.stream.next() % 2) }
  let logistic = logisticLoss(&span, labels: sides.span, weight: 0.01)
  print("logistic", size, fold(logits + [logistic]))
}

let (x, y) = (draws.numbers(1003), draws.numbers(1003))
print(
  "reductions",
  fold([
    sum(x.span), dot(x.span, y.span), sumOfSquares(x.span), sumOfSquaredDifferences(x.span, y.span),
  ]))
var (parameters, first, second) = (
  draws.numbers(1003), draws.numbers(1003), draws.numbers(1003).map { $0 * $0 }
)
MomentUpdate(kept: 0.9, beta2: 0.999, ofGradient: 1e-3, ofAverage: 2e-3, root: 1.3, epsilon: 1e-8)
  .apply(to: &parameters, firstMoment: &first, secondMoment: &second, gradient: x)
print("moments", fold(parameters + first + second))

for (count, features) in [(1, 1), (8, 3), (37, 10), (600, 19)] {
  let sizes = BlockedExamples(count: count, featureCount: features)
  let examples = draws.numbers(sizes.laneCount * features)
  let targets = draws.numbers(sizes.laneCount)
  let theta = draws.numbers(features + 1)
  var workspace = draws.numbers(sizes.workspaceCount)
  var gradient = theta
  var room = workspace.mutableSpan
  var slope = gradient.mutableSpan
  let loss = sizes.squaredError(
    features: examples.span, targets: targets.span, parameters: theta.span, workspace: &room,
    gradient: &slope)
  var predictions = targets
  var span = predictions.mutableSpan
  sizes.predict(features: examples.span, parameters: theta.span, into: &span)
  var sums = theta
  slope = sums.mutableSpan
  sizes.gradient(features: examples.span, residuals: targets.span, workspace: &room, into: &slope)
  var rows = theta
  span = rows.mutableSpan
  addRows(draws.numbers(50 * (features + 1)).span, to: &span)
  print("blocks", count, features, fold(gradient + [loss]), fold(predictions), fold(sums + rows))
}
