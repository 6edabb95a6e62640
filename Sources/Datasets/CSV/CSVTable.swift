import Diagnostics

/// All rows of a CSV file, of which examples are made.
struct CSVTable {
  let source: CSVSource
  var columns: CSVColumns
  /// The features row by row: numbers, not-a-number where missing, or the code of a category.
  var values: [Double]
  /// The categories of each feature.
  var codes: [CategoryCodes]
  /// Which features have missing values.
  var hasMissing: [Bool]
  /// The target row by row: numbers, or the code of a label.
  let targets: [Double]
  /// The labels.
  let labels: CategoryCodes
  /// How many rows the file has, and how many of them were left out.
  let recordCount: Int
  let droppedCount: Int
  /// Whether the last column is empty, and is to be left out.
  let isLastColumnEmpty: Bool

  /// The examples.
  ///
  /// - Parameters:
  ///   - isSparse: whether the features are kept sparse.
  ///   - valueLimit: how many numbers the features may hold; nil for any.
  /// - Throws: what makes them unusable.
  consuming func dataset(
    isSparse: Bool, valueLimit: Int?, _ faults: inout TextFaults
  ) throws(InputError) -> Dataset {
    if targets.isEmpty {
      faults.add(
        at: nil, recordCount == 0 ? "the file holds a header only" : "no example is left",
        help: recordCount == 0
          ? "expected at least one row of values"
          : "every row has a missing value, and such rows are dropped")
    }
    if isLastColumnEmpty { removeLastColumn() }
    fillMissing(&faults)
    let target = finishedTarget(&faults)
    try faults.check()
    let table = OneHotTable(
      values: values, names: columns.features.map { columns.names[$0] },
      codes: zip(columns.isCategorical, codes).map { $0 ? $1 : nil })
    values = []
    if !isSparse, let valueLimit,
      targets.count.multipliedReportingOverflow(by: table.names.count).overflow
        || targets.count * table.names.count > valueLimit
    {
      faults.add(
        at: nil, "the table holds more than \(valueLimit) numbers once categories are columns",
        help: "use fewer rows or categorical columns, or lift the limits")
      try faults.check()
    }
    return Dataset(
      name: source.file.name, exampleCount: targets.count, featureNames: table.names,
      features: isSparse ? .sparse(table.sparse()) : .dense(table.expanded()), target: target,
      provenance: Provenance(source: source.file.displayName, sha256: "", remarks: remarks))
  }

  private mutating func removeLastColumn() {
    let width = columns.features.count
    values = values.enumerated().filter { $0.offset % width != width - 1 }.map(\.element)
    columns.features.removeLast()
    columns.isCategorical.removeLast()
    codes.removeLast()
    hasMissing.removeLast()
  }

  /// Puts the mean of its column in the place of each missing value, summed in the order of rows.
  private mutating func fillMissing(_ faults: inout TextFaults) {
    guard source.missing == .mean else { return }
    let width = columns.features.count
    for index in columns.features.indices where hasMissing[index] {
      let places = stride(from: index, to: values.count, by: width)
      let present = places.filter { !values[$0].isNaN }
      if present.isEmpty {
        faults.add(
          at: nil,
          "the column \(columns.names[columns.features[index]].quoted) has no value at all",
          help: "leave it out of the features")
        continue
      }
      let count = Double(present.count)
      let sum = present.reduce(0) { $0 + values[$1] }
      // Where the sum overflows, the terms are divided first.
      let mean = sum.isFinite ? sum / count : present.reduce(0) { $0 + values[$1] / count }
      for place in places where values[place].isNaN {
        values[place] = mean
      }
    }
  }

  /// The target, with classes in sorted order.
  private func finishedTarget(_ faults: inout TextFaults) -> Target {
    guard source.task == .classification else { return .numbers(targets) }
    let (names, order) = labels.classes(
      used: Set(targets.lazy.filter { !$0.isNaN }.map { Int($0) }))
    if names.count < 2, !targets.isEmpty {
      faults.add(
        at: nil,
        "the target \(columns.names[columns.target].quoted) has one class, \(names.first?.quoted ?? "none")",
        help: "a classification needs at least two classes")
    }
    return .classes(targets.compactMap { $0.isNaN ? nil : order[Int($0)] }, names: names)
  }

  /// What a reader of the report must know.
  private var remarks: [String] {
    var remarks: [String] = []
    if isLastColumnEmpty {
      let reason = "every row ends with a delimiter"
      remarks.append(
        "The last column, which has neither a name nor a value, was left out: \(reason).")
    }
    if droppedCount > 0 {
      let dropped = "\(droppedCount) of \(recordCount) examples"
      remarks.append("\(dropped) were left out because they have missing values.")
    }
    if source.missing == .mean, hasMissing.contains(true) {
      let names = zip(columns.features, hasMissing).filter(\.1).map { columns.names[$0.0] }
      remarks.append(
        "Missing values were replaced by the mean of their column over all rows, test rows included: "
          + names.joined(separator: ", ") + ".")
    }
    return remarks
  }
}
