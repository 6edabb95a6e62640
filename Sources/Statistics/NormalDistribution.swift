import Kernels

/// The probability that a standard normal variable exceeds `value`: (1 − erf(z / √2)) / 2, within 1e-16.
public func normalUpperTail(_ value: Double) -> Double {
  (1 - erf(value / 2.0.squareRoot())) / 2
}

/// The value that a standard normal variable stays below with `probability`, in (0, 1).
///
/// Bisection on ``normalUpperTail(_:)`` to the last bit; far out its absolute error limits it to a
/// relative 1e-16 / (1 − p).
public func normalQuantile(_ probability: Double) -> Double {
  if probability < 0.5 { return -normalQuantile(1 - probability) }
  return bisected(0...40) { normalUpperTail($0) <= 1 - probability }
}

/// The least value of a range from which on a condition holds, which holds at its upper end.
func bisected(_ range: ClosedRange<Double>, _ holds: (Double) -> Bool) -> Double {
  var (low, high) = (range.lowerBound, range.upperBound)
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return high }
    if holds(middle) { high = middle } else { low = middle }
  }
}
