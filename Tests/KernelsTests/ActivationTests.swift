import Kernels
import Testing

@Suite struct ActivationTests {
  /// PyTorch's own error adds to ours: 4 units in the last place of the larger of the result and of
  /// what it is computed from, 1 or x.
  @Test(arguments: Activation.allCases)
  func valuesAndDerivativesAreThoseOfPyTorch(activation: Activation) throws {
    let lines = try reference("activations.txt").filter { $0[0] == activation.rawValue }
    #expect(lines.count > 150)
    let inputs = lines.map { double($0[1]) }
    var outputs = inputs
    var span = outputs.mutableSpan
    activation.apply(to: inputs.span, into: &span)
    var derivatives = [Double](repeating: 1, count: inputs.count)
    span = derivatives.mutableSpan
    activation.multiplyByDerivative(inputs: inputs.span, outputs: outputs.span, &span)
    for (index, line) in lines.enumerated() {
      let (x, value, derivative) = (inputs[index], double(line[2]), double(line[3]))
      let scale = activation == .gelu ? max(1, min(x.magnitude, 40)) : 1
      #expect((outputs[index] - value).magnitude <= 4 * max(value.ulp, scale.ulp), "f(\(x))")
      #expect(
        (derivatives[index] - derivative).magnitude <= 4 * max(derivative.ulp, scale.ulp),
        "f'(\(x)) = \(derivatives[index]), not \(derivative)")
    }
  }

  @Test(arguments: Activation.allCases)
  func notANumberComesThrough(activation: Activation) {
    let inputs = [1, Double.nan, -1]
    var outputs = inputs
    var span = outputs.mutableSpan
    activation.apply(to: inputs.span, into: &span)
    #expect(!outputs[0].isNaN && outputs[1].isNaN && !outputs[2].isNaN)
  }

  @Test func gradientsAreMultiplied() {
    let x = [0.7]
    for activation in Activation.allCases {
      var y = x
      var (one, three) = ([1.0], [3.0])
      var span = y.mutableSpan
      activation.apply(to: x.span, into: &span)
      span = one.mutableSpan
      activation.multiplyByDerivative(inputs: x.span, outputs: y.span, &span)
      span = three.mutableSpan
      activation.multiplyByDerivative(inputs: x.span, outputs: y.span, &span)
      #expect((three[0] - 3 * one[0]).magnitude < 1e-15)
    }
  }
}
