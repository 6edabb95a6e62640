import Diagnostics

/// A CSV file of a report, read back: RFC 4180 with a line that names the columns.
struct DataTable {
  /// A row, whose fields are found by the names of their columns.
  struct Row {
    fileprivate let fields: [String]
    fileprivate let columns: [String: Int]
    /// The line in which it starts, from 1.
    let line: Int

    /// The field of a column; nil where the table has no such column.
    subscript(column: String) -> String? { columns[column].map { fields[$0] } }
  }

  private let name: String
  /// The rows in their order.
  private(set) var rows: [Row] = []
  private let columns: [String: Int]

  /// Reads a file that the user calls `name`.
  ///
  /// - Parameter required: the columns that it must have.
  /// - Throws: `.malformed` with the line.
  init(
    _ bytes: [UInt8], named name: String, required: [String]
  ) throws(InputError) {
    self.name = name
    var records = try Self.records(bytes, named: name)[...]
    let header = records.popFirst()?.fields ?? []
    if let missing = required.first(where: { !header.contains($0) }) {
      throw Self.fault(
        name, 1, "there is no column \(missing.quoted)",
        "expected a file that 'report' wrote; run its spec again")
    }
    let columns = Dictionary(
      header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.columns = columns
    for record in records {
      guard record.fields.count == header.count else {
        throw Self.fault(
          name, record.line,
          "this row has \(counted(record.fields.count, "field")), the first \(header.count)",
          "expected a file that 'report' wrote; run its spec again")
      }
      rows.append(Row(fields: record.fields, columns: columns, line: record.line))
    }
  }

  /// Whether there is such a column.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// A number of a row; nil where the field is empty or there is no such column.
  func number(_ row: Row, _ column: String) throws(InputError) -> Double? {
    guard let text = row[column], !text.isEmpty else { return nil }
    guard let number = Double(text) else {
      throw fault(row, "\(text.quoted) in column \(column.quoted) is no number")
    }
    return number
  }

  /// A fault of a row.
  func fault(_ row: Row, _ message: String) -> InputError {
    Self.fault(
      name, row.line, message, "expected a file that 'report' wrote; run its spec again")
  }

  private static func fault(
    _ name: String, _ line: Int, _ message: String, _ help: String
  ) -> InputError {
    InputError([
      Diagnostic(file: name, place: Place(line: line, column: 1), message: message, help: help)
    ])
  }

  private static func records(
    _ bytes: [UInt8], named name: String
  ) throws(InputError) -> [(line: Int, fields: [String])] {
    let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var records: [(line: Int, fields: [String])] = []
    var (line, index) = (1, 0)
    while index < bytes.count {
      var fields: [String] = []
      let start = line
      while true {
        var field: [UInt8] = []
        if index < bytes.count, bytes[index] == quote {
          let opening = line
          index += 1
          while true {
            guard index < bytes.count else {
              throw fault(name, opening, "a quote is never closed", "run the report's spec again")
            }
            let byte = bytes[index]
            index += 1
            if byte == quote {
              guard index < bytes.count, bytes[index] == quote else { break }
              index += 1
            }
            if byte == feed { line += 1 }
            field.append(byte)
          }
        } else {
          while index < bytes.count, bytes[index] != comma, bytes[index] != feed,
            bytes[index] != carriage
          {
            field.append(bytes[index])
            index += 1
          }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        guard index < bytes.count, bytes[index] == comma else { break }
        index += 1
      }
      if index < bytes.count, bytes[index] == carriage { index += 1 }
      guard index == bytes.count || bytes[index] == feed else {
        throw fault(
          name, line, "text after the quote that closes a field", "run the report's spec again")
      }
      index += 1
      line += 1
      records.append((start, fields))
    }
    return records
  }
}
