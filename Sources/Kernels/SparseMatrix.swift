import CKernels

/// A matrix of which only some elements are stored, row by row ("compressed sparse rows").
///
/// Products follow the order of ``MatrixProduct``: a chain of fused multiply-adds over the stored
/// elements in their order. With columns rising in each row, as ``init(columnCount:offsets:columns:values:)``
/// demands, results equal those of the dense product where all numbers are finite, but for the sign
/// of zero.
///
/// Cost: one fused multiply-add for each stored element and column of the dense matrix; 12 bytes for
/// each stored element and 8 for each row.
public struct SparseMatrix: Hashable, Sendable {
  /// How many columns there are, stored or not.
  public let columnCount: Int
  /// Where the rows begin, and last where they end: row i has the elements from `offsets[i]` up to
  /// `offsets[i + 1]`.
  public let offsets: [Int]
  /// The column of each element, from 0.
  public let columns: [Int32]
  /// The value of each element.
  public let values: [Double]

  /// How many rows there are.
  public var rowCount: Int { offsets.count - 1 }

  /// A matrix with these elements, or nil where they do not make one: `offsets` must begin with 0,
  /// never fall and end with the number of elements; columns must rise within a row and lie below
  /// `columnCount`, at most 2³¹.
  public init?(columnCount: Int, offsets: [Int], columns: [Int32], values: [Double]) {
    guard
      columnCount >= 0, columnCount <= 1 << 31, offsets.first == 0,
      offsets.last == columns.count, columns.count == values.count
    else { return nil }
    for row in 0..<(offsets.count - 1) {
      let (first, end) = (offsets[row], offsets[row + 1])
      guard first <= end, end <= columns.count else { return nil }
      var last: Int32 = -1
      for place in first..<end {
        guard columns[place] > last else { return nil }
        last = columns[place]
      }
      guard Int(last) < columnCount else { return nil }
    }
    self.columnCount = columnCount
    self.offsets = offsets
    self.columns = columns
    self.values = values
  }

  /// C = A B plus `row` in every row, where A is the given rows of this matrix in the given order.
  ///
  /// - Parameters:
  ///   - rows: numbers of rows, in any order; nil for all.
  ///   - b: B, columnCount · width values, row by row; with `width` 1 a vector.
  ///   - width: the columns of B and C.
  ///   - row: `width` values, a layer's bias, or none for 0.
  ///   - c: C, as many rows of `width` values.
  public func multiply(
    rows: Span<Int>? = nil, _ b: Span<Double>, width: Int = 1, addingRow row: Span<Double>? = nil,
    into c: inout MutableSpan<Double>
  ) {
    check(rows, width: width, dense: c.count, of: b.count)
    if let row { precondition(row.count == width, "a row of another length") }
    withRows(rows) { count, numbers, offsets, columns, values in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let row else {
            kernelSparseProduct(
              count, numbers, offsets, columns, values, width, b.baseAddress, nil, c.baseAddress)
            return
          }
          row.withUnsafeBufferPointer { row in
            kernelSparseProduct(
              count, numbers, offsets, columns, values, width, b.baseAddress, row.baseAddress,
              c.baseAddress)
          }
        }
      }
    }
  }

  /// C += Aᵀ B, where A is the given rows of this matrix in the given order: the gradient of weights.
  ///
  /// - Parameters:
  ///   - rows: numbers of rows, in any order; nil for all.
  ///   - b: B, as many rows of `width` values; with `width` 1 a vector.
  ///   - width: the columns of B and C.
  ///   - c: C, columnCount · width values; each is a chain over the rows in their order.
  public func multiplyTransposed(
    rows: Span<Int>? = nil, _ b: Span<Double>, width: Int = 1,
    addingTo c: inout MutableSpan<Double>
  ) {
    check(rows, width: width, dense: b.count, of: c.count)
    withRows(rows) { count, numbers, offsets, columns, values in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          kernelSparseTransposedProduct(
            count, numbers, offsets, columns, values, width, b.baseAddress, c.baseAddress)
        }
      }
    }
  }

  private func check(_ rows: Span<Int>?, width: Int, dense: Int, of byColumn: Int) {
    var count = rowCount
    if let rows {
      count = rows.count
      for place in rows.indices {
        precondition(rows[place] >= 0 && rows[place] < rowCount, "no row of that number")
      }
    }
    precondition(
      width > 0 && dense == count * width && byColumn == columnCount * width,
      "matrices of other sizes than the sparse one's")
  }

  private func withRows(
    _ rows: Span<Int>?,
    _ body: (
      Int, UnsafePointer<Int>?, UnsafePointer<Int>?, UnsafePointer<Int32>?, UnsafePointer<Double>?
    ) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          guard let rows else {
            body(
              rowCount, nil, offsets.baseAddress, columns.baseAddress, values.baseAddress)
            return
          }
          rows.withUnsafeBufferPointer { rows in
            // An empty list has no address, which would stand for all rows.
            guard rows.count > 0 else { return }
            body(
              rows.count, rows.baseAddress, offsets.baseAddress, columns.baseAddress,
              values.baseAddress)
          }
        }
      }
    }
  }
}
