import CKernels

/// The error function, 2/√π times the integral of e^(−t²) from 0 to `x`.
///
/// |x| below 6 falls into one of six parts with a polynomial each: below 3/4 for erf x / x − 1 in x²,
/// then for the difference to erf m around the part's middle m, where erf m is stored in two parts.
///
/// Error: TODO
/// Edges: erf(±0) = ±0, erf(±∞) = ±1, NaN gives NaN.
public func erf(_ x: Double) -> Double {
  kernelErrorFunction(x)
}
