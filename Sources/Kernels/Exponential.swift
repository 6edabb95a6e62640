import CKernels

/// e to the power of `x`.
///
/// x = (128 k + i) log 2 / 128 + r with |r| ≤ log 2 / 256; a table holds 2^(i/128) in two parts, and
/// a polynomial gives e^r − 1. Results below the normal range are rounded once only.
///
/// Error: below 0.506 ulp; 0.5047 at most at 200,000 points tried against mpmath.
/// Edges: exp(±0) = 1, exp(−∞) = 0, exp(+∞) = +∞, NaN gives NaN; +∞ above 709.782712893384, 0 below
/// −745.1332191019412.
public func exp(_ x: Double) -> Double {
  kernelExponential(x)
}
