import Kernels

/// Limits on a gradient, by value and by norm.
enum GradientClipping {
  /// Limits each component to `limit` in absolute value. What is not a number stays so.
  static func clip(_ gradient: inout [Double], toValue limit: Double) {
    var gradient = gradient.mutableSpan
    for i in 0..<gradient.count {
      if gradient[unchecked: i] > limit { gradient[unchecked: i] = limit }
      if gradient[unchecked: i] < -limit { gradient[unchecked: i] = -limit }
    }
  }

  /// Multiplies the gradient by limit / max(‖g‖, limit).
  static func clip(_ gradient: inout [Double], toNorm limit: Double) {
    let norm = norm(gradient)
    // Not `norm > limit`: a norm that is not a number must not pass for a short one.
    guard !(norm <= limit) else { return }
    let factor = limit / norm
    var gradient = gradient.mutableSpan
    for i in 0..<gradient.count { gradient[unchecked: i] *= factor }
  }

  /// The Euclidean norm, finite whenever the result is: where squares overflow or vanish, the
  /// components are scaled by a power of two first.
  static func norm(_ vector: [Double]) -> Double {
    let sum = Kernels.sumOfSquares(vector.span)
    if sum > 1e-280 && sum < .infinity { return sum.squareRoot() }
    var largest = 0.0
    for x in vector where !(x.magnitude <= largest) { largest = x.magnitude }
    if largest == 0 || !largest.isFinite { return largest }
    // In two halves, as the reciprocal of the smallest numbers is no finite number.
    let exponent = -Int(largest.exponent)
    let first = Double(sign: .plus, exponent: exponent / 2, significand: 1)
    let second = Double(sign: .plus, exponent: exponent - exponent / 2, significand: 1)
    var scaled = 0.0
    for x in vector {
      let y = x * first * second
      scaled += y * y
    }
    return scaled.squareRoot() / first / second
  }
}
