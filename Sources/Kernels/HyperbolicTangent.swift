import CKernels

/// The hyperbolic tangent of `x`.
///
/// Below 1/4 in size x + x³ P(x²) with a polynomial P, else 1 − 2 / (e²ˣ + 1) with the quotient in
/// two parts.
///
/// Error: TODO
/// Edges: tanh(±0) = ±0, tanh(±∞) = ±1, NaN gives NaN.
public func tanh(_ x: Double) -> Double {
  kernelTangent(x)
}
