/// What brings columns to mean 0 and standard deviation 1: (x − mean) / scale.
///
/// A number y of a scaled column is y · scale + mean in the column's own units, and a root mean
/// square error of a scaled target is scale times as large in the target's.
public struct Scaling: Hashable, Sendable {
  /// The mean of each column, in its units.
  public var means: [Double]
  /// What each column is divided by, in its units, above 0; 1 for a constant column.
  public var scales: [Double]

  /// The scaling by `means` and `scales`, one a column.
  public init(means: [Double], scales: [Double]) {
    self.means = means
    self.scales = scales
  }

  /// The scaling that fits some rows of a table: their mean, and their standard deviation with
  /// divisor n.
  ///
  /// Both are sums in the order of `rows`. A column whose values in these rows are all the same is
  /// only centred: its scale is 1.
  ///
  /// - Parameters:
  ///   - values: the table, row by row, all finite.
  ///   - columnCount: how many columns it has; 1 for a target.
  ///   - rows: the rows to fit, at least one.
  public static func fit(_ values: [Double], columnCount: Int, rows: [Int]) -> Scaling {
    var scaling = Scaling(means: [], scales: [])
    for column in 0..<columnCount {
      let (mean, scale) = moments(rows.map { values[$0 * columnCount + column] })
      scaling.means.append(mean)
      scaling.scales.append(scale)
    }
    return scaling
  }

  /// Scales all rows of a table with as many columns as were fitted.
  public func apply(to values: inout [Double]) {
    let columnCount = means.count
    guard columnCount > 0 else { return }
    for start in stride(from: 0, to: values.count, by: columnCount) {
      for column in 0..<columnCount {
        values[start + column] = (values[start + column] - means[column]) / scales[column]
      }
    }
  }

  /// Mean and standard deviation of a column, or its value and 1 if it is constant.
  private static func moments(_ column: [Double]) -> (mean: Double, scale: Double) {
    guard let first = column.first else { return (0, 1) }
    if column.allSatisfy({ $0 == first }) { return (first, 1) }
    // A power of two, which changes no digit, keeps squares of extreme numbers within the range.
    let largest = column.reduce(0) { max($0, $1.magnitude) }
    let exponent = largest.exponent.magnitude > 400 ? max(-1000, largest.exponent) : 0
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let count = Double(column.count)
    let mean = column.reduce(0) { $0 + $1 / unit } / count
    let squares = column.reduce(0) { $0 + ($1 / unit - mean) * ($1 / unit - mean) }
    return (mean * unit, (squares / count).squareRoot() * unit)
  }
}

extension Dataset {
  /// Brings the features to mean 0 and standard deviation 1 over the training rows; nil, and no
  /// change, for sparse features, whose zeros a shift would fill.
  @discardableResult
  public mutating func standardizeFeatures(trainingRows: [Int]) -> Scaling? {
    guard case .dense(var values) = features else { return nil }
    // The table gives its values up, so that they are changed in place.
    features = .dense([])
    let scaling = Scaling.fit(values, columnCount: featureCount, rows: trainingRows)
    scaling.apply(to: &values)
    features = .dense(values)
    return scaling
  }

  /// Brings a target of numbers to mean 0 and standard deviation 1 over the training rows; nil, and
  /// no change, for classes.
  public mutating func standardizeTarget(trainingRows: [Int]) -> Scaling? {
    guard case .numbers(var values) = target else { return nil }
    let scaling = Scaling.fit(values, columnCount: 1, rows: trainingRows)
    scaling.apply(to: &values)
    target = .numbers(values)
    return scaling
  }
}
