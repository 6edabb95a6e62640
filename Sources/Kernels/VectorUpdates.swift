// Element by element, so that no order can matter: each result is one product and one sum of its
// own index, each rounded.

/// y += a x, element by element: the product is rounded, then the sum.
///
/// - Precondition: `x` and `y` have the same length.
public func axpy(_ a: Double, _ x: Span<Double>, _ y: inout MutableSpan<Double>) {
  precondition(x.count == y.count, "axpy of vectors of different lengths")
  x.withUnsafeBytes { source in
    y.withUnsafeMutableBytes { target in
      let count = source.count / 8
      let whole = count & ~7
      let factor = SIMD8<Double>(repeating: a)
      for index in stride(from: 0, to: whole, by: 8) {
        let offset = index &* 8
        let product = factor * source.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
        let old = target.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
        target.storeBytes(of: old + product, toByteOffset: offset, as: SIMD8<Double>.self)
      }
      for index in whole..<count {
        let offset = index &* 8
        let product = a * source.load(fromByteOffset: offset, as: Double.self)
        let old = target.load(fromByteOffset: offset, as: Double.self)
        target.storeBytes(of: old + product, toByteOffset: offset, as: Double.self)
      }
    }
  }
}

/// x *= a, element by element.
public func scale(_ x: inout MutableSpan<Double>, by a: Double) {
  x.withUnsafeMutableBytes { target in
    let count = target.count / 8
    let whole = count & ~7
    let factor = SIMD8<Double>(repeating: a)
    for index in stride(from: 0, to: whole, by: 8) {
      let offset = index &* 8
      let old = target.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      target.storeBytes(of: old * factor, toByteOffset: offset, as: SIMD8<Double>.self)
    }
    for index in whole..<count {
      let offset = index &* 8
      let old = target.load(fromByteOffset: offset, as: Double.self)
      target.storeBytes(of: old * a, toByteOffset: offset, as: Double.self)
    }
  }
}

/// y = x − z, element by element.
///
/// - Precondition: all three have the same length.
public func subtract(
  _ x: Span<Double>, _ z: Span<Double>, into y: inout MutableSpan<Double>
) {
  precondition(x.count == z.count && x.count == y.count, "difference of different lengths")
  x.withUnsafeBytes { first in
    z.withUnsafeBytes { second in
      y.withUnsafeMutableBytes { target in
        let count = first.count / 8
        let whole = count & ~7
        for index in stride(from: 0, to: whole, by: 8) {
          let offset = index &* 8
          let minuend = first.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
          let subtrahend = second.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
          target.storeBytes(of: minuend - subtrahend, toByteOffset: offset, as: SIMD8<Double>.self)
        }
        for index in whole..<count {
          let offset = index &* 8
          let minuend = first.load(fromByteOffset: offset, as: Double.self)
          let subtrahend = second.load(fromByteOffset: offset, as: Double.self)
          target.storeBytes(of: minuend - subtrahend, toByteOffset: offset, as: Double.self)
        }
      }
    }
  }
}
