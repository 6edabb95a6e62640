import Datasets
import Kernels

/// The features of some examples with columns of comparable size and one of ones for the bias: what a
/// solver multiplies with.
///
/// Dense columns are moved to mean 0 and divided by their deviation, sparse ones are divided by the root of
/// their mean square. The bias, which no penalty holds, takes up what moving changes, so that the least
/// loss stays what it was.
struct StandardizedRows {
  /// How many examples there are.
  let rowCount: Int
  /// How many features there are.
  let columnCount: Int
  /// What each column was divided by; ∞ for a constant one.
  private(set) var scales: [Double]
  /// What was subtracted from each column before.
  private(set) var means: [Double]
  private var dense: [Double] = []
  private var sparse: SparseRows?

  init(_ examples: Examples) {
    rowCount = examples.count
    columnCount = examples.featureCount
    means = Array(repeating: 0, count: columnCount)
    scales = Array(repeating: 0, count: columnCount)
    let count = Double(max(1, rowCount))
    switch examples.features.selecting(examples.rows, columnCount: columnCount) {
    case .dense(let values):
      dense = values
      eachDense { means, _, column, value in means[column] += value / count }
      eachDense { means, scales, column, value in
        value -= means[column]
        scales[column] += value * value / count
      }
      settleScales()
      eachDense { _, scales, column, value in value /= scales[column] }
    case .sparse(var rows):
      for place in rows.values.indices {
        let value = rows.values[place]
        scales[Int(rows.columns[place])] += value * value / count
      }
      settleScales()
      for place in rows.values.indices { rows.values[place] /= scales[Int(rows.columns[place])] }
      sparse = rows
    }
  }

  private mutating func eachDense(
    _ body: (inout [Double], inout [Double], Int, inout Double) -> Void
  ) {
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        body(&means, &scales, column, &dense[row * columnCount + column])
      }
    }
  }

  /// From a mean square to its root; ∞ for a column that is constant but for rounding, which makes it one
  /// of zeros.
  private mutating func settleScales() {
    for column in scales.indices {
      let deviation = scales[column].squareRoot()
      scales[column] = deviation > 1e-12 * means[column].magnitude ? deviation : .infinity
    }
  }

  /// The work of one product with so many outputs, in multiplications.
  func work(outputs: Int) -> Double {
    Double(sparse?.values.count ?? dense.count) * Double(outputs) + Double(rowCount * outputs)
  }

  /// Xw + b, row by row, for weights of `outputs` outputs: feature by feature, then the biases.
  func product(_ parameters: [Double], outputs: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: rowCount * outputs)
    let bias = columnCount * outputs
    var results = result.mutableSpan
    let weights = parameters.span
    for row in 0..<rowCount {
      for output in 0..<outputs { results[row * outputs + output] = weights[bias + output] }
    }
    eachValue { row, column, value in
      for output in 0..<outputs {
        results[row * outputs + output] += value * weights[column * outputs + output]
      }
    }
    return result
  }

  /// Xᵀr and the column sums of r: the gradient of a sum over the rows with derivatives `residuals`.
  ///
  /// - Parameter isSquared: whether the values of X are squared.
  func transposedProduct(
    _ residuals: [Double], outputs: Int, isSquared: Bool = false
  ) -> [Double] {
    var result = Array(repeating: 0.0, count: (columnCount + 1) * outputs)
    let bias = columnCount * outputs
    var results = result.mutableSpan
    let residuals = residuals.span
    for row in 0..<rowCount {
      for output in 0..<outputs { results[bias + output] += residuals[row * outputs + output] }
    }
    eachValue { row, column, value in
      let factor = isSquared ? value * value : value
      for output in 0..<outputs {
        results[column * outputs + output] += factor * residuals[row * outputs + output]
      }
    }
    return result
  }

  @inline(__always)
  private func eachValue(_ body: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
    guard let sparse else {
      let values = dense.span
      for row in 0..<rowCount {
        for column in 0..<columnCount { body(row, column, values[row * columnCount + column]) }
      }
      return
    }
    let (starts, columns, values) = (
      sparse.rowStarts.span, sparse.columns.span, sparse.values.span
    )
    for row in 0..<rowCount {
      for place in starts[row]..<starts[row + 1] {
        body(row, Int(columns[place]), values[place])
      }
    }
  }

  /// Parameters of the features as they were, from those of the standardized ones.
  func original(_ parameters: [Double], outputs: Int) -> [Double] {
    var result = parameters
    let bias = columnCount * outputs
    for column in 0..<columnCount {
      for output in 0..<outputs {
        let place = column * outputs + output
        result[place] /= scales[column]
        result[bias + output] -= result[place] * means[column]
      }
    }
    return result
  }
}
