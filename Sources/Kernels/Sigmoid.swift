import CKernels

/// The logistic function 1 / (1 + e⁻ˣ), as e⁻ˢ or 1 over 1 + e⁻ˢ with s = |x|.
///
/// Error: TODO
/// Edges: 0 below −745.1332191019412, 1 for large `x`, NaN gives NaN.
public func sigmoid(_ x: Double) -> Double {
  kernelSigmoid(x)
}
