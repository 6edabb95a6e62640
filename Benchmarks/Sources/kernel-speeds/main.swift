import Kernels
import Timing

// Prints the name and seconds per call in nine batches: `kernel-speeds product 64 64 64 plain` (rows,
// inner, columns, form) or `kernel-speeds tanh 100000` (an activation or array function, numbers).

/// Normal numbers.
func normals(_ count: Int) -> [Double] {
  var stream = PhiloxStream(seed: 0, purpose: "benchmark", name: "kernels")
  return (0..<count).map { _ in stream.normal() }
}

func productSamples(_ shape: ProductShape) -> [Double] {
  let (a, b) = (normals(shape.rows * shape.inner), normals(shape.inner * shape.columns))
  var c = normals(shape.rows * shape.columns)
  var product = MatrixProduct()
  return samples {
    var span = c.mutableSpan
    product.multiply(a.span, b.span, shape, into: &span)
  }
}

func activationSamples(_ activation: Activation, count: Int, derivative: Bool) -> [Double] {
  let inputs = normals(count)
  var (outputs, gradient) = (inputs, inputs)
  return samples {
    if derivative {
      // From the same gradient each time, so that it does not shrink to nothing.
      gradient = inputs
      var span = gradient.mutableSpan
      activation.multiplyByDerivative(inputs: inputs.span, outputs: outputs.span, &span)
    } else {
      var span = outputs.mutableSpan
      activation.apply(to: inputs.span, into: &span)
    }
  }
}

func lossSamples(rows: Int, classes: Int) -> [Double] {
  let inputs = normals(rows * classes)
  let labels = (0..<rows).map { Int32($0 % classes) }
  var logits = inputs
  return samples {
    logits = inputs
    var span = logits.mutableSpan
    _ = softmaxCrossEntropy(&span, classes: classes, labels: labels.span, weight: 1)
  }
}

let forms: [String: ProductShape.Form] = [
  "plain": .plain, "left": .leftTransposed, "right": .rightTransposed,
]
let words = Array(CommandLine.arguments.dropFirst())
let sizes = words.compactMap { Int($0) }
var result: [Double] = []
if words.first == "product", let form = words.last.flatMap({ forms[$0] }), sizes.count == 3 {
  result = productSamples(
    ProductShape(rows: sizes[0], inner: sizes[1], columns: sizes[2], form: form))
} else if words.first == "softmax", sizes.count == 2 {
  result = lossSamples(rows: sizes[0], classes: sizes[1])
} else if let activation = words.first.flatMap({ Activation(rawValue: $0) }), sizes.count == 1 {
  result = activationSamples(activation, count: sizes[0], derivative: words.last == "derivative")
} else {
  print("usage: kernel-speeds product ROWS INNER COLUMNS FORM | softmax ROWS CLASSES | NAME COUNT")
  throw CancellationError()
}
print(words.joined(separator: " "), result.map { String($0) }.joined(separator: " "))
