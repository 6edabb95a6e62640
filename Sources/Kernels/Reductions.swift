// Every reduction here keeps eight partial sums, starting at +0. The term of index i is added to
// the partial sum of lane i mod 8, in rising order of i; then the lanes are added in a fixed tree:
//
//     ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7))
//
// Products are rounded before they are added. So the bits of a result depend on nothing but its
// terms. The order is also what lets the sums run in vector registers.

/// Σ x_i over eight lanes by i mod 8 and a fixed tree; 0 for no terms.
///
/// Cost: one addition a term. The result's bits are the same on every machine.
public func sum(_ x: Span<Double>) -> Double {
  x.withUnsafeBytes { bytes in
    var lanes = SIMD8<Double>(repeating: 0)
    let count = bytes.count / stride
    let whole = count & ~7
    for index in Swift.stride(from: 0, to: whole, by: 8) {
      lanes += load(bytes, index)
    }
    for index in whole..<count {
      lanes[index - whole] += loadOne(bytes, index)
    }
    return laneSum(lanes)
  }
}

/// Σ x_i² over eight lanes by i mod 8 and a fixed tree; 0 for no terms.
public func sumOfSquares(_ x: Span<Double>) -> Double {
  x.withUnsafeBytes { bytes in
    var lanes = SIMD8<Double>(repeating: 0)
    let count = bytes.count / stride
    let whole = count & ~7
    for index in Swift.stride(from: 0, to: whole, by: 8) {
      let value = load(bytes, index)
      lanes += value * value
    }
    for index in whole..<count {
      let value = loadOne(bytes, index)
      lanes[index - whole] += value * value
    }
    return laneSum(lanes)
  }
}

/// Σ x_i y_i over eight lanes by i mod 8 and a fixed tree; 0 for no terms.
///
/// - Precondition: `x` and `y` have the same length.
public func dot(_ x: Span<Double>, _ y: Span<Double>) -> Double {
  precondition(x.count == y.count, "dot of vectors of different lengths")
  return x.withUnsafeBytes { first in
    y.withUnsafeBytes { second in
      var lanes = SIMD8<Double>(repeating: 0)
      let count = first.count / stride
      let whole = count & ~7
      for index in Swift.stride(from: 0, to: whole, by: 8) {
        lanes += load(first, index) * load(second, index)
      }
      for index in whole..<count {
        lanes[index - whole] += loadOne(first, index) * loadOne(second, index)
      }
      return laneSum(lanes)
    }
  }
}

/// Σ (x_i − y_i)² over eight lanes by i mod 8 and a fixed tree; 0 for no terms.
///
/// - Precondition: `x` and `y` have the same length.
public func sumOfSquaredDifferences(_ x: Span<Double>, _ y: Span<Double>) -> Double {
  precondition(x.count == y.count, "differences of vectors of different lengths")
  return x.withUnsafeBytes { first in
    y.withUnsafeBytes { second in
      var lanes = SIMD8<Double>(repeating: 0)
      let count = first.count / stride
      let whole = count & ~7
      for index in Swift.stride(from: 0, to: whole, by: 8) {
        let difference = load(first, index) - load(second, index)
        lanes += difference * difference
      }
      for index in whole..<count {
        let difference = loadOne(first, index) - loadOne(second, index)
        lanes[index - whole] += difference * difference
      }
      return laneSum(lanes)
    }
  }
}

/// The bytes from one number to the next.
private let stride = 8

/// Eight neighbouring numbers from `index` on.
@inline(__always)
private func load(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> SIMD8<Double> {
  bytes.loadUnaligned(fromByteOffset: index &* 8, as: SIMD8<Double>.self)
}

/// The number at `index`.
@inline(__always)
private func loadOne(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Double {
  bytes.load(fromByteOffset: index &* 8, as: Double.self)
}
