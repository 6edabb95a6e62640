import CKernels

/// Adds the rows of a matrix to `sums`, each column in a chain from the first row to the last: the
/// gradient of a layer's bias.
///
/// - Parameters:
///   - matrix: rows · `sums.count` numbers, row by row.
///   - sums: what the chains start from, one number a column.
public func addRows(_ matrix: Span<Double>, to sums: inout MutableSpan<Double>) {
  let columns = sums.count
  guard columns > 0 else { return }
  precondition(matrix.count.isMultiple(of: columns), "rows of another length")
  matrix.withUnsafeBufferPointer { matrix in
    sums.withUnsafeMutableBufferPointer { sums in
      kernelAddRows(matrix.count / columns, columns, matrix.baseAddress, sums.baseAddress)
    }
  }
}
