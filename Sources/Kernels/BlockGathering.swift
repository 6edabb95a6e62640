import CKernels

extension BlockedExamples {
  /// Copies rows of a table into blocks, zeros into the lanes past the last one.
  ///
  /// - Parameters:
  ///   - values: the table, row by row of `featureCount` numbers.
  ///   - rows: `count` row numbers of it, in any order.
  ///   - features: receives `laneCount` · `featureCount` numbers.
  public func gather(
    _ values: Span<Double>, rows: Span<Int>, into features: inout MutableSpan<Double>
  ) {
    precondition(
      rows.count == count && features.count == laneCount * featureCount,
      "rows of another number than the blocks'")
    let tableCount = featureCount > 0 ? values.count / featureCount : Int.max
    for place in rows.indices {
      precondition(rows[place] >= 0 && rows[place] < tableCount, "no row of that number")
    }
    values.withUnsafeBufferPointer { values in
      rows.withUnsafeBufferPointer { rows in
        rows.withMemoryRebound(to: UInt.self) { rows in
          features.withUnsafeMutableBufferPointer { x in
            kernelGatherBlocks(
              count, featureCount, values.baseAddress, rows.baseAddress, x.baseAddress)
          }
        }
      }
    }
  }
}
