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
    let sum = sumOfSquares(vector, scaledBy: 1)
    if sum > 1e-280 && sum < .infinity { return sum.squareRoot() }
    var largest = 0.0
    for x in vector where !(x.magnitude <= largest) { largest = x.magnitude }
    if largest == 0 || !largest.isFinite { return largest }
    let scale = Double(sign: .plus, exponent: -largest.exponent / 2, significand: 1)
    // In two halves, as the reciprocal of the smallest numbers is no finite number.
    let second = Double(
      sign: .plus, exponent: -largest.exponent - -largest.exponent / 2, significand: 1)
    return sumOfSquares(vector, scaledBy: scale, second).squareRoot() / scale / second
  }

  /// Σ (x · scale · second)² in eight partial sums for indices mod 8, added as
  /// ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)).
  private static func sumOfSquares(
    _ vector: [Double], scaledBy scale: Double, _ second: Double = 1
  ) -> Double {
    let vector = vector.span
    var lanes = SIMD8<Double>()
    let whole = vector.count & ~7
    for i in stride(from: 0, to: whole, by: 8) {
      var x = SIMD8<Double>()
      for lane in 0..<8 { x[lane] = vector[unchecked: i + lane] }
      x = x * scale * second
      lanes += x * x
    }
    for i in whole..<vector.count {
      let x = vector[unchecked: i] * scale * second
      lanes[i - whole] += x * x
    }
    let four = lanes.lowHalf + lanes.highHalf
    let two = SIMD2(four[0] + four[2], four[1] + four[3])
    return two[0] + two[1]
  }
}
