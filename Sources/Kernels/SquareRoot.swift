public import CKernels

/// √x, correctly rounded; −0 for −0, not a number for x below 0.
///
/// The same as `x.squareRoot()`, which on Linux branches to the C library for negative numbers, so
/// that no loop with it vectorizes.
@inlinable @inline(__always)
public func squareRoot(_ x: Double) -> Double { kernelSquareRoot(x) }
