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
  private let form: NumberForm
  private let missingValues: MissingSpellings
  private var trailing: TrailingColumn
  private var fieldFaults: CSVFieldFaults

  /// No examples yet.
  init(_ source: CSVSource, _ columns: CSVColumns, valueLimit: Int?) {
    self.source = source
    self.columns = columns
    self.valueLimit = valueLimit
    form = NumberForm(decimal: source.decimal, thousands: source.thousands)
    missingValues = MissingSpellings(source.missingValues, form)
    trailing = TrailingColumn(place: columns.unnamed)
    fieldFaults = CSVFieldFaults(source, columns)
    codes = columns.features.map { _ in CategoryCodes() }
    hasMissing = columns.features.map { _ in false }
  }

  /// Whether more examples would exceed the limit.
  var isFull: Bool { limitReached }

  /// Reads the record that `scanner` is at.
  mutating func append(_ scanner: CSVScanner, _ faults: inout TextFaults) {
    faults.beginRecord()
    append(scanner.fields, in: scanner.window.bytes, end: scanner.recordEnd, &faults)
    scanner.locate(&faults)
  }

  private mutating func append(
    _ fields: [CSVField], in bytes: [UInt8], end: Int, _ faults: inout TextFaults
  ) {
    recordCount += 1
    guard fields.count == columns.names.count + columns.offset else {
      fieldFaults.reportCount(fields, end: end, &faults)
      return
    }
    if let valueLimit, values.count + targets.count >= valueLimit - columns.features.count {
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
      let field = fields[column + columns.offset]
      // Most fields are numbers; with the usual spellings nothing that is one means a missing value.
      if !columns.isCategorical[index], !missingValues.areNumbers,
        case .finite(let value) = form.number(text, field.range)
      {
        values.append(value)
        if index == trailing.place { trailing.sawValue(at: field.range, &faults) }
      } else if missingValues.contain(field, bytes) {
        values.append(.nan)
        if index == trailing.place, trailing.sawNothing() { continue }
        fieldFaults.reportMissing(
          field, bytes, column, isNumber: !columns.isCategorical[index], &faults)
        hasMissing[index] = true
        isComplete = false
      } else if columns.isCategorical[index] {
        values.append(Double(codes[index].code(of: field, in: bytes, &faults)))
      } else {
        values.append(number(field, bytes, column, &faults))
        if index == trailing.place { trailing.sawValue(at: field.range, &faults) }
      }
    }
    let field = fields[columns.target + columns.offset]
    if missingValues.contain(field, bytes) {
      fieldFaults.reportMissing(field, bytes, columns.target, isNumber: false, &faults)
      isComplete = false
      targets.append(.nan)
    } else if source.task == .classification {
      targets.append(Double(labels.code(of: field, in: bytes, &faults)))
    } else {
      targets.append(number(field, bytes, columns.target, &faults))
    }
    if source.missing == .drop, !isComplete {
      values.removeLast(columns.features.count)
      targets.removeLast()
      droppedCount += 1
    }
  }

  private mutating func number(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, _ faults: inout TextFaults
  ) -> Double {
    switch form.number(bytes.span, field.range) {
    case .finite(let value): return value
    case .notFinite: fieldFaults.reportNotFinite(field, bytes, column, &faults)
    case .text:
      if let truth = TextColumn.truth(bytes[field.range]) { return truth }
      fieldFaults.reportText(field, bytes, column, &faults)
    }
    return 0
  }

  /// The examples, once all records were read.
  ///
  /// - Throws: the faults of the records, or what else makes them unusable.
  mutating func dataset(
    isSparse: Bool, _ faults: inout TextFaults
  ) throws(InputError) -> Dataset {
    fieldFaults.explain(rowCount: recordCount, &faults)
    try faults.check()
    // Nothing else holds the values, which may fill much of the memory.
    return try CSVTable(
      source: source, columns: columns, values: values.takeAll(), codes: codes,
      hasMissing: hasMissing, targets: targets, labels: labels, recordCount: recordCount,
      droppedCount: droppedCount, isLastColumnEmpty: trailing.isEmpty
    ).dataset(isSparse: isSparse, valueLimit: valueLimit, &faults)
  }
}
