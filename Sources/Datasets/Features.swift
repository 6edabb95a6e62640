/// The features of the examples of a table, row by row.
public enum Features: Hashable, Sendable {
  /// Every value, row by row: example i's feature j is at i × columns + j.
  case dense([Double])
  /// Only the values that are there; all others are 0.
  case sparse(SparseRows)

  /// The values row by row; nil for sparse features.
  public var dense: [Double]? {
    if case .dense(let values) = self { values } else { nil }
  }

  /// The compressed rows; nil for dense features.
  public var sparse: SparseRows? {
    if case .sparse(let rows) = self { rows } else { nil }
  }

  /// How many values there are: all, or those that are not left out as 0.
  public var valueCount: Int {
    switch self {
    case .dense(let values): values.count
    case .sparse(let rows): rows.values.count
    }
  }

  /// How many bytes they take.
  public var byteCount: Int {
    switch self {
    case .dense(let values): 8 * values.count
    case .sparse(let rows): 12 * rows.values.count + 8 * rows.rowStarts.count
    }
  }

  /// Some of the rows, in the order given, as dense or sparse as these are.
  ///
  /// - Parameters:
  ///   - rows: row numbers from 0; one may come several times.
  ///   - columnCount: how many columns there are.
  public func selecting(_ rows: [Int], columnCount: Int) -> Features {
    switch self {
    case .sparse(let sparse): return .sparse(sparse.selecting(rows))
    case .dense(let values):
      var chosen: [Double] = []
      chosen.reserveCapacity(rows.count * columnCount)
      for row in rows { chosen += values[row * columnCount..<(row + 1) * columnCount] }
      return .dense(chosen)
    }
  }
}

/// Rows of which only some values are kept, in the compressed form of sparse matrices (CSR).
///
/// Row i has the values `values[k]` in the columns `columns[k]` for k from `rowStarts[i]` up to,
/// not including, `rowStarts[i + 1]`. Columns rise within a row, and every value is finite.
public struct SparseRows: Hashable, Sendable {
  /// Where each row starts, and at the end how many values there are: one entry more than rows.
  public var rowStarts: [Int]
  /// The column of each value, from 0.
  public var columns: [Int32]
  /// The values that are there, row by row.
  public var values: [Double]

  /// Compressed rows, by default none.
  public init(rowStarts: [Int] = [0], columns: [Int32] = [], values: [Double] = []) {
    self.rowStarts = rowStarts
    self.columns = columns
    self.values = values
  }

  /// How many rows there are.
  public var rowCount: Int { rowStarts.count - 1 }

  /// Some of the rows, in the order given.
  public func selecting(_ rows: [Int]) -> SparseRows {
    var chosen = SparseRows()
    let count = rows.reduce(0) { $0 + rowStarts[$1 + 1] - rowStarts[$1] }
    chosen.rowStarts.reserveCapacity(rows.count + 1)
    chosen.columns.reserveCapacity(count)
    chosen.values.reserveCapacity(count)
    for row in rows {
      let range = rowStarts[row]..<rowStarts[row + 1]
      chosen.columns += columns[range]
      chosen.values += values[range]
      chosen.rowStarts.append(chosen.values.count)
    }
    return chosen
  }

  /// The same rows with every 0 written out, row by row.
  public func dense(columnCount: Int) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount * columnCount)
    for row in 0..<rowCount {
      for place in rowStarts[row]..<rowStarts[row + 1] {
        result[row * columnCount + Int(columns[place])] = values[place]
      }
    }
    return result
  }
}
