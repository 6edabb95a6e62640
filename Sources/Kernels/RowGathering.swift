/// Copies some rows of a matrix, one after the other.
///
/// - Parameters:
///   - matrix: any number of rows of `columnCount` numbers.
///   - columnCount: how many numbers a row has.
///   - rows: numbers of rows, in any order.
///   - target: receives as many rows.
public func gatherRows(
  of matrix: Span<Double>, columnCount: Int, rows: Span<Int>,
  into target: inout MutableSpan<Double>
) {
  precondition(target.count == rows.count * columnCount, "room for another number of rows")
  matrix.withUnsafeBufferPointer { matrix in
    target.withUnsafeMutableBufferPointer { target in
      guard let source = matrix.baseAddress, let target = target.baseAddress else { return }
      for place in rows.indices {
        let first = rows[place] * columnCount
        precondition(first >= 0 && first + columnCount <= matrix.count, "no row of that number")
        (target + place * columnCount).update(from: source + first, count: columnCount)
      }
    }
  }
}
