import Diagnostics
import Kernels

/// The examples of a CSV file as they are read.
struct CSVRows {
  private let source: CSVSource
  private var columns: CSVColumns
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
  private var texts: [Int: TextColumn] = [:]
  private var numberForms = TextColumn()

  /// No examples yet.
  init(_ source: CSVSource, _ columns: CSVColumns, valueLimit: Int?) {
    self.source = source
    self.columns = columns
    self.valueLimit = valueLimit
    form = NumberForm(decimal: source.decimal, thousands: source.thousands)
    missingValues = MissingSpellings(source.missingValues, form)
    trailing = TrailingColumn(place: columns.unnamed)
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
      reportCount(fields, end: end, &faults)
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
        reportMissing(
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
      reportMissing(field, bytes, columns.target, isNumber: false, &faults)
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

  /// Says that spaces come in runs.
  private func reportRun(at range: Range<Int>, _ faults: inout TextFaults) {
    faults.add(
      at: range, "no value between two spaces",
      help: "\"delimiter\": \"whitespace\" takes several spaces or tabs as one", kind: "spaces")
  }

  /// Says that a row has another number of fields than the first.
  private func reportCount(_ fields: [CSVField], end: Int, _ faults: inout TextFaults) {
    if source.delimiter == .character(" "), fields.contains(where: \.range.isEmpty) {
      reportRun(at: fields[0].range, &faults)
      return
    }
    let expected = columns.names.count + columns.offset
    let start = fields.count > expected ? fields[expected].range.lowerBound : end
    var help = "expected \(expected), as in the first row"
    if fields.count == expected + 1 {
      if fields[expected].range.isEmpty, !fields[expected].isQuoted {
        help += "; take the delimiter at the end of each row away, or name the column in the header"
      } else if source.hasHeader, !source.rowNames {
        help += "; if the first field of each row names it, add \"row_names\": true"
      }
    }
    faults.add(
      at: start..<max(end, start),
      "this row has \(counted(fields.count, "field"))", help: help,
      kind: fields.count == 1 ? "one field" : "other fields")
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
    if trailing.isEmpty, let place = trailing.place {
      // It is the last feature, and holds nothing.
      let width = columns.features.count
      numbers = numbers.enumerated().filter { $0.offset % width != place }.map(\.element)
      columns.features.removeLast()
      columns.isCategorical.removeLast()
      codes.removeLast()
      hasMissing.removeLast()
    }
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
    var remarks: [String] = []
    if trailing.isEmpty {
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

  private func reportMissing(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, isNumber: Bool, _ faults: inout TextFaults
  ) {
    if source.missing == .drop || source.missing == .mean && isNumber { return }
    let use = column == columns.target ? "target" : "column"
    if field.range.isEmpty, source.delimiter == .character(" ") {
      reportRun(at: field.range, &faults)
      return
    }
    let isEmpty = field.range.isEmpty
    faults.add(
      at: field.range,
      (isEmpty ? "no value" : "the missing value \(spelled(field, bytes))")
        + " in the \(use) \(columns.names[column].quoted)",
      help: source.missing == .mean
        ? "only numeric features have a mean; \"missing\": \"drop\" leaves such rows out"
        : "\"missing\": \"drop\" leaves such rows out, \"mean\" fills in the mean of a feature",
      // Told beforehand: a text for each of millions of fields would take its time.
      kind: (isEmpty ? "no " : "missing ") + use)
  }

  private mutating func number(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, _ faults: inout TextFaults
  ) -> Double {
    switch form.number(bytes.span, field.range) {
    case .finite(let value): return value
    case .notFinite:
      faults.add(
        at: field.range,
        "\(spelled(field, bytes)) in column \(columns.names[column].quoted) is not a finite number",
        help: "expected a number between -1.8e308 and 1.8e308", kind: "not finite \(column)")
    case .text:
      if let truth = TextColumn.truth(bytes[field.range]) { return truth }
      let text = String(decoding: bytes[field.range].prefix(200), as: UTF8.self)
      // Another way to write numbers is one fault, whatever the column.
      let isForm = NumberForm.likely(text) != nil
      let kind = isForm ? TextColumn.numberForm : TextColumn.kind(column)
      faults.add(
        at: field.range,
        "\(spelled(field, bytes)) in column \(columns.names[column].quoted) is no number",
        help: "", kind: kind)
      if isForm { numberForms.add(text) } else { texts[column, default: TextColumn()].add(text) }
    }
    return 0
  }

  /// Says what to do about columns of text, once all of their rows are known.
  func explain(_ faults: inout TextFaults) {
    faults.explain(TextColumn.numberForm, help: numberForms.numberHelp)
    for (column, text) in texts {
      faults.explain(
        TextColumn.kind(column),
        help: text.help(
          column: source.hasHeader ? columns.names[column].quotedJSON : String(column),
          isTarget: column == columns.target, rowCount: recordCount,
          others: columns.features.filter { $0 != column }.map {
            source.hasHeader ? columns.names[$0].quotedJSON : String($0)
          }))
    }
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
