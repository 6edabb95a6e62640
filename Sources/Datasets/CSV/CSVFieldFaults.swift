import Diagnostics

/// What is wrong with the fields of a CSV file, in words.
struct CSVFieldFaults {
  private let source: CSVSource
  private let columns: CSVColumns
  /// The texts where numbers belong, by column.
  private var texts: [Int: TextColumn] = [:]
  /// The numbers in another form, of all columns.
  private var numberForms = TextColumn()

  /// No faults yet.
  init(_ source: CSVSource, _ columns: CSVColumns) {
    self.source = source
    self.columns = columns
  }

  /// A row has another number of fields than the first.
  func reportCount(_ fields: [CSVField], end: Int, _ faults: inout TextFaults) {
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

  /// A value is missing, which is a fault unless such rows are dropped or numbers replaced.
  func reportMissing(
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

  /// A number is infinite, or none.
  func reportNotFinite(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, _ faults: inout TextFaults
  ) {
    faults.add(
      at: field.range,
      "\(spelled(field, bytes)) in column \(columns.names[column].quoted) is not a finite number",
      help: "expected a number between -1.8e308 and 1.8e308", kind: "not finite \(column)")
  }

  /// Text stands where a number belongs; `explain` says what to do.
  mutating func reportText(
    _ field: CSVField, _ bytes: [UInt8], _ column: Int, _ faults: inout TextFaults
  ) {
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

  /// Says what to do about columns of text, once all of their rows are known.
  func explain(rowCount: Int, _ faults: inout TextFaults) {
    faults.explain(TextColumn.numberForm, help: numberForms.numberHelp)
    for (column, text) in texts {
      faults.explain(
        TextColumn.kind(column),
        help: text.help(
          column: source.hasHeader ? columns.names[column].quotedJSON : String(column),
          isTarget: column == columns.target, rowCount: rowCount,
          others: columns.features.filter { $0 != column }.map {
            source.hasHeader ? columns.names[$0].quotedJSON : String($0)
          }))
    }
  }

  /// Spaces come in runs.
  private func reportRun(at range: Range<Int>, _ faults: inout TextFaults) {
    faults.add(
      at: range, "no value between two spaces",
      help: "\"delimiter\": \"whitespace\" takes several spaces or tabs as one", kind: "spaces")
  }

  private func spelled(_ field: CSVField, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[field.range], as: UTF8.self).quoted
  }
}
