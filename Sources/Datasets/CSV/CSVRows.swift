import Diagnostics
import Kernels

/// The examples of a CSV file as they are read.
struct CSVRows {
  private let source: CSVSource
  private let columns: CSVColumns
  private let valueLimit: Int?

  /// The features row by row: numbers, not-a-number where missing, or the code of a category.
  private var values = ChunkedValues()
  private var codes: [CategoryCodes]
  private var targets: [Double] = []
  private var labels = CategoryCodes()
  private var recordCount = 0
  private var droppedCount = 0
  /// Which features have missing values.
  private var hasMissing: [Bool]
  private var limitReached = false

  /// No examples yet.
  init(_ source: CSVSource, _ columns: CSVColumns, valueLimit: Int?) {
    self.source = source
    self.columns = columns
    self.valueLimit = valueLimit
    codes = columns.features.map { _ in CategoryCodes() }
    hasMissing = columns.features.map { _ in false }
  }

  /// Whether more examples would exceed the limit.
  var isFull: Bool { limitReached }

  /// Reads the record that `scanner` is at.
  mutating func append(_ scanner: CSVScanner, _ faults: inout TextFaults) {
    append(scanner.fields, in: scanner.window.bytes, end: scanner.recordEnd, &faults)
    scanner.locate(&faults)
  }

  private mutating func append(
    _ fields: [CSVField], in bytes: [UInt8], end: Int, _ faults: inout TextFaults
  ) {
    recordCount += 1
    guard fields.count == columns.names.count else {
      let start =
        fields.count > columns.names.count ? fields[columns.names.count].range.lowerBound : end
      faults.add(
        at: start..<max(end, start),
        "this row has \(fields.count) field\(fields.count == 1 ? "" : "s")",
        help: "expected \(columns.names.count), as in the first row")
      return
    }
    if let valueLimit, values.count > valueLimit - columns.features.count {
      limitReached = true
      faults.add(
        at: fields[0].range, "the table holds more than \(valueLimit) numbers",
        help: "use fewer rows or columns, or lift the limits")
      return
    }
    var isComplete = true
    let text = bytes.span
    for index in columns.features.indices {
      let column = columns.features[index]
      let field = fields[column]
      // Most fields are numbers; nothing that is one means a missing value.
      if !columns.isCategorical[index], case .finite(let value) = DecimalNumber(text, field.range) {
        values.append(value)
      } else if isMissing(field, bytes) {
        reportMissing(
          field, bytes, column, isNumber: !columns.isCategorical[index], &faults)
        hasMissing[index] = true
        isComplete = false
        values.append(.nan)
      } else if columns.isCategorical[index] {
        values.append(Double(codes[index].code(of: field, in: bytes, &faults)))
      } else {
        values.append(number(field, bytes, column, isTarget: false, &faults))
      }
    }
    let field = fields[columns.target]
    if isMissing(field, bytes) {
      reportMissing(field, bytes, columns.target, isNumber: false, &faults)
      isComplete = false
      targets.append(.nan)
    } else if source.task == .classification {
      targets.append(Double(labels.code(of: field, in: bytes, &faults)))
    } else {
      targets.append(number(field, bytes, columns.target, isTarget: true, &faults))
    }
    if source.missing == .drop, !isComplete {
      values.removeLast(columns.features.count)
      targets.removeLast()
      droppedCount += 1
    }
  }

  /// The finished table.
  mutating func dataset(
    isSparse: Bool, _ faults: inout TextFaults
  ) throws(InputError) -> Dataset {
    if targets.isEmpty {
      faults.add(
        at: nil, recordCount == 0 ? "the file holds a header only" : "no example is left",
        help: recordCount == 0
          ? "expected at least one row of values"
          : "every row has a missing value, and such rows are dropped")
    }
    var numbers = values.takeAll()
    fillMissing(&numbers, &faults)
    let target = finishedTarget(&faults)
    try faults.check()
    let table = OneHotTable(
      values: numbers, names: columns.features.map { columns.names[$0] },
      codes: zip(columns.isCategorical, codes).map { $0 ? $1 : nil })
    numbers = []
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

  /// What a reader of the report must know.
  private var remarks: [String] {
    if droppedCount > 0 {
      return [
        "\(droppedCount) of \(recordCount) examples were left out because they have missing values."
      ]
    }
    guard source.missing == .mean, hasMissing.contains(true) else { return [] }
    let names = zip(columns.features, hasMissing).filter(\.1).map { columns.names[$0.0] }
    return [
      "Missing values were replaced by the mean of their column over all rows, test rows included: "
        + names.joined(separator: ", ") + "."
    ]
  }

  /// Whether a field says that there is no value.
  private func isMissing(_ field: CSVField, _ bytes: [UInt8]) -> Bool {
    switch field.range.count {
    case 0: return true
    case 1: return !field.isQuoted && bytes[field.range.lowerBound] == UInt8(ascii: "?")
    case 2: return !field.isQuoted && bytes[field.range].elementsEqual("NA".utf8)
    case 3:
      return !field.isQuoted
        && (bytes[field.range].elementsEqual("NaN".utf8)
          || bytes[field.range].elementsEqual("nan".utf8))
    default: return false
    }
  }

  private func reportMissing(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, isNumber: Bool, _ faults: inout TextFaults
  ) {
    if source.missing == .drop || source.missing == .mean && isNumber { return }
    let use = column == columns.target ? "target" : "column"
    let found = field.range.isEmpty ? "no value" : "the missing value \(spelled(field, bytes))"
    faults.add(
      at: field.range, "\(found) in the \(use) \(columns.names[column].quoted)",
      help: source.missing == .mean
        ? "only numeric features have a mean; \"missing\": \"drop\" leaves such rows out"
        : "\"missing\": \"drop\" leaves such rows out, \"mean\" fills in the mean of a feature")
  }

  private func number(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, isTarget: Bool, _ faults: inout TextFaults
  ) -> Double {
    switch DecimalNumber(bytes.span, field.range) {
    case .finite(let value): return value
    case .notFinite:
      faults.add(
        at: field.range,
        "\(spelled(field, bytes)) in column \(columns.names[column].quoted) is not a finite number",
        help: "expected a number between -1.8e308 and 1.8e308")
    case .text:
      faults.add(
        at: field.range,
        "\(spelled(field, bytes)) in column \(columns.names[column].quoted) is no number",
        help: isTarget
          ? "expected a number such as -1.5e3; labels need \"task\": \"classification\""
          : "expected a number such as -1.5e3; list a column of categories as \"categorical\"")
    }
    return 0
  }

  private func spelled(_ field: CSVField, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[field.range], as: UTF8.self).quoted
  }

  /// Puts the mean of its column in the place of each missing value, summed in the order of rows.
  private func fillMissing(_ filled: inout [Double], _ faults: inout TextFaults) {
    guard source.missing == .mean, hasMissing.contains(true) else { return }
    let width = columns.features.count
    for index in columns.features.indices where hasMissing[index] {
      let places = stride(from: index, to: filled.count, by: width)
      let present = places.filter { !filled[$0].isNaN }
      if present.isEmpty {
        faults.add(
          at: nil,
          "the column \(columns.names[columns.features[index]].quoted) has no value at all",
          help: "leave it out of the features")
        continue
      }
      let count = Double(present.count)
      let sum = present.reduce(0) { $0 + filled[$1] }
      // Where the sum overflows, the terms are divided first.
      let mean = sum.isFinite ? sum / count : present.reduce(0) { $0 + filled[$1] / count }
      for place in places where filled[place].isNaN {
        filled[place] = mean
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
}
