import Datasets
import Kernels

/// The features of the examples at hand: some rows of a table, gathered where they are dense.
struct NetworkInput: Sendable {
  /// The features of the whole table.
  enum Table: Sendable {
    case dense([Double])
    case sparse(SparseMatrix)
  }

  let featureCount: Int
  let table: Table
  /// The rows of the table that are at hand.
  private(set) var rows: [Int] = []
  /// Their features, row by row; empty where the table is sparse.
  private(set) var gathered: [Double]

  /// No rows yet of the table of `examples`; up to `capacity` at once.
  init(_ examples: Examples, capacity: Int) {
    featureCount = examples.featureCount
    rows.reserveCapacity(capacity)
    switch examples.features {
    case .dense(let values):
      table = .dense(values)
      gathered = Array(repeating: 0, count: capacity * featureCount)
    case .sparse(let sparse):
      gathered = []
      guard
        let matrix = SparseMatrix(
          columnCount: featureCount, offsets: sparse.rowStarts, columns: sparse.columns,
          values: sparse.values)
      else { preconditionFailure("columns rise within a row of a table") }
      table = .sparse(matrix)
    }
  }

  /// Takes rows of the table.
  mutating func load(_ rows: ArraySlice<Int>) {
    self.rows.removeAll(keepingCapacity: true)
    self.rows.append(contentsOf: rows)
    gather()
  }

  /// Takes those of `rows` that stand at some positions in it.
  mutating func load(_ positions: ArraySlice<Int>, of rows: [Int]) {
    self.rows.removeAll(keepingCapacity: true)
    for position in positions { self.rows.append(rows[position]) }
    gather()
  }

  private mutating func gather() {
    guard case .dense(let values) = table else { return }
    // A local copy is not written to, so nothing is copied.
    let (live, width) = (rows, featureCount)
    var whole = gathered.mutableSpan
    var target = whole._mutatingExtracting(0..<live.count * width)
    gatherRows(of: values.span, columnCount: width, rows: live.span, into: &target)
  }

  /// Subtracts the features from as many rows of outputs.
  func subtract(from outputs: inout MutableSpan<Double>) {
    switch table {
    case .dense: axpy(-1, gathered.span.extracting(0..<outputs.count), &outputs)
    case .sparse(let matrix):
      for (place, row) in rows.enumerated() {
        for element in matrix.offsets[row]..<matrix.offsets[row + 1] {
          outputs[place * featureCount + Int(matrix.columns[element])] -= matrix.values[element]
        }
      }
    }
  }
}
