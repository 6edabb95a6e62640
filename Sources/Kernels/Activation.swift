import CKernels

/// A function between the layers of a network.
///
/// Values and derivatives are computed number by number, with the elementary functions of this
/// module: the same bits on every processor, wherever in an array a number stands.
public enum Activation: String, Hashable, Sendable, CaseIterable {
  /// max(x, 0); NaN stays NaN. The derivative at 0 is 0.
  case relu
  /// The hyperbolic tangent; its derivative is 1 − y².
  case tanh
  /// 1 / (1 + e⁻ˣ); its derivative is y (1 − y).
  case sigmoid
  /// x Φ(x) with Φ the normal distribution function, (1 + erf(x / √2)) / 2; its derivative is
  /// Φ(x) + x φ(x). Hendrycks and Gimpel 2016, in the exact form.
  case gelu

  /// The values at `inputs`.
  ///
  /// - Parameters:
  ///   - inputs: x, n numbers.
  ///   - outputs: receives y, n numbers.
  public func apply(to inputs: Span<Double>, into outputs: inout MutableSpan<Double>) {
    precondition(inputs.count == outputs.count, "activations of another length")
    let count = inputs.count
    inputs.withUnsafeBufferPointer { x in
      outputs.withUnsafeMutableBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        switch self {
        case .relu: kernelRectify(count, x, y)
        case .tanh: kernelTangents(count, x, y)
        case .sigmoid: kernelSigmoids(count, x, y)
        case .gelu: kernelGelus(count, x, y)
        }
      }
    }
  }

  /// Multiplies `gradient` by the derivative, number by number: the chain rule through the layer.
  ///
  /// - Parameters:
  ///   - inputs: x, n numbers; read by `gelu` only.
  ///   - outputs: y = f(x), n numbers; read by the others.
  ///   - gradient: by y on entry, by x on return; n numbers.
  public func multiplyByDerivative(
    inputs: Span<Double>, outputs: Span<Double>, _ gradient: inout MutableSpan<Double>
  ) {
    let count = gradient.count
    precondition(
      inputs.count == count && outputs.count == count, "a gradient of another length")
    inputs.withUnsafeBufferPointer { x in
      outputs.withUnsafeBufferPointer { y in
        gradient.withUnsafeMutableBufferPointer { g in
          guard let x = x.baseAddress, let y = y.baseAddress, let g = g.baseAddress else { return }
          switch self {
          case .relu: kernelRectifierGradient(count, y, g)
          case .tanh: kernelTangentGradient(count, y, g)
          case .sigmoid: kernelSigmoidGradient(count, y, g)
          case .gelu: kernelGeluGradient(count, x, g)
          }
        }
      }
    }
  }
}
