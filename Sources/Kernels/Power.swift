import CKernels

/// `x` to the power of `y`: e^(y log |x|) with the logarithm and its product with y in two parts, and
/// the sign of x where y is odd. Results below the normal range are rounded once only.
///
/// Error: TODO
/// Edges, as IEEE 754 has them: 1 for y = ±0 and for x = 1, NaN or not; otherwise NaN gives NaN, and
/// so does x < 0 with y not whole, but for infinite x; (−1)^±∞ = 1; |x| < 1 gives 0 for y = +∞ and +∞
/// for y = −∞, |x| > 1 the reverse; x = ±0 and ±∞ give 0 or ∞ by the sign of y, negative where x is
/// and y is odd.
public func pow(_ x: Double, _ y: Double) -> Double {
  kernelPower(x, y)
}
