import Kernels

/// The range of standard normal variables: the Studentized range with infinitely many degrees of freedom.
public struct StudentizedRange: Hashable, Sendable {
  /// How many variables there are, at least 2.
  public let count: Int

  /// The range of `count` variables.
  public init(count: Int) { self.count = max(2, count) }

  /// The probability of a range of at most `range`:
  ///
  ///     k ∫ φ(z) (Φ(z) − Φ(z − q))ᵏ⁻¹ dz
  ///
  /// by the trapezoidal rule, which converges faster than any power of its step for such integrands; within
  /// 1e-12.
  public func probability(upTo range: Double) -> Double {
    guard range > 0 else { return 0 }
    let (from, to, steps) = (-8.5, 8.5 + range, 400)
    let width = (to - from) / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let z = from + width * Double(step)
      let mass = normalUpperTail(z - range) - normalUpperTail(z)
      var power = exp(-z * z / 2)
      for _ in 1..<count { power *= mass }
      sum += power
    }
    return min(1, Double(count) * width * sum / (2 * Double.pi).squareRoot())
  }

  /// The range that is exceeded with `probability`, in (0, 1), within 1e-9.
  public func upperQuantile(_ probability: Double) -> Double {
    var (low, high) = (0.0, 60.0)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if self.probability(upTo: middle) >= 1 - probability { high = middle } else { low = middle }
    }
  }
}
