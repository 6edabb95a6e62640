import Diagnostics

/// The first record of a CSV file: the names of the columns, or the first example.
struct CSVHeader {
  /// The columns' names, their numbers where the file has no header.
  private let names: [String]
  /// The record's bytes, since faults of columns are found after it.
  private let bytes: [UInt8]
  private let line: Int
  private let range: Range<Int>
  private let delimiter: Delimiter

  /// Reads the first record; nil after a fault.
  init?(
    _ source: CSVSource, _ scanner: inout CSVScanner, _ faults: inout TextFaults
  ) throws(InputError) {
    guard !scanner.window.isForeign(&faults) else { return nil }
    guard try scanner.next(&faults) else {
      if faults.isEmpty {
        faults.add(at: nil, "the file is empty", help: "expected a table of comma-separated values")
      }
      return nil
    }
    defer { scanner.locate(&faults) }
    let fields = scanner.fields
    if source.header == nil, Self.isAllNumbers(fields, scanner.window.bytes, source) {
      faults.add(
        at: fields[0].range.lowerBound..<scanner.recordEnd,
        "the first row holds nothing but numbers",
        help: "say \"header\": false if it is an example, \"header\": true if these are names")
      return nil
    }
    var names: [String] = []
    for (index, field) in fields.enumerated() {
      let name = source.hasHeader ? field.text(in: scanner.window.bytes) : String(index)
      if name == nil {
        faults.add(at: field.range, "the name is not UTF-8", help: "save the file as UTF-8")
      }
      names.append(name ?? "")
    }
    guard faults.isEmpty, let first = fields.first else { return nil }
    self.names = names
    delimiter = source.delimiter
    bytes = Array(scanner.window.bytes[scanner.recordStart..<scanner.recordEnd])
    line = scanner.recordLine
    let start = first.range.lowerBound - scanner.recordStart
    range = start..<max(start, bytes.count)
  }

  /// Whether fields that are not empty, at least one, all hold numbers.
  private static func isAllNumbers(
    _ fields: [CSVField], _ bytes: [UInt8], _ source: CSVSource
  ) -> Bool {
    let form = NumberForm(decimal: source.decimal, thousands: source.thousands)
    let values = fields.filter { !$0.range.isEmpty }
    return !values.isEmpty
      && values.allSatisfy { field in
        if case .finite = form.number(bytes.span, field.range) { !field.isQuoted } else { false }
      }
  }

  /// The columns that `source` means; nil, and faults at the header, where it cannot.
  ///
  /// - Parameter count: how many fields the first row of values has; nil without one.
  func columns(
    _ source: CSVSource, firstRowCount count: Int?, _ faults: inout TextFaults
  ) -> CSVColumns? {
    var found = TextFaults(faults)
    defer {
      found.locate(in: bytes, 0..<bytes.count, line: line)
      faults.take(found)
    }
    var names = names
    if source.rowNames {
      // Headers of row names: none, as R writes them, or a name for them too.
      if !source.hasHeader || count != names.count + 1 { names.removeFirst() }
      if !source.hasHeader { names = names.indices.map(String.init) }
      guard !names.isEmpty else {
        found.add(
          at: range, "there is no column beside the row names",
          help: "check the delimiter, or leave \"row_names\" out")
        return nil
      }
    }
    if names.count == 1, let guess = likelyDelimiter {
      found.add(
        at: range, "the first row has one field", help: "set \"delimiter\": \(guess) if it has more"
      )
      return nil
    }
    return CSVColumns(source, names: names, header: range, faults: &found)
  }

  /// The delimiter that the one field of the first row may hold.
  private var likelyDelimiter: String? {
    for (byte, spelled) in [
      (UInt8(ascii: ";"), "\";\""), (UInt8(ascii: "\t"), "\"\\t\""), (UInt8(ascii: "|"), "\"|\""),
      (UInt8(ascii: ","), "\",\""), (UInt8(ascii: " "), "\"whitespace\""),
    ] where bytes.contains(byte) && delimiter != .character(Character(Unicode.Scalar(byte))) {
      return delimiter == .whitespace && spelled.contains("white") ? nil : spelled
    }
    return nil
  }
}
