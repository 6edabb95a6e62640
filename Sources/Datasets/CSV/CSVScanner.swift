/// One field of a CSV record: where its content lies, without quotes and the spaces around it.
struct CSVField {
  /// The content's bytes.
  var range: Range<Int>
  /// Whether it stood in quotes.
  var isQuoted = false
  /// Whether it holds doubled quotes that stand for one.
  var hasDoubledQuotes = false
}

/// A place where the text is no CSV.
struct CSVSyntaxFault: Error {
  var range: Range<Int>
  var message: String
  var help: String
}

/// Splits the bytes of a CSV file into records, after RFC 4180.
///
/// Lines end with LF, CRLF or CR. A field in quotes may hold delimiters, line ends and, doubled,
/// quotes. Spaces and tabs around a field do not belong to it, unless they stand in quotes. Empty
/// lines at the end of the file are no records; elsewhere they are records of one empty field.
struct CSVScanner {
  /// The fields of the record that was read last.
  private(set) var fields: [CSVField] = []
  /// Where the record that was read last ends, before its line end.
  private(set) var recordEnd: Int
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var offset: Int

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads `bytes` after a UTF-8 byte-order mark, if there is one.
  init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    recordEnd = offset
  }

  /// Reads the next record into `fields`; false after the last one.
  mutating func next() throws(CSVSyntaxFault) -> Bool {
    guard hasRecord() else { return false }
    fields.removeAll(keepingCapacity: true)
    while true {
      try readField()
      if offset == bytes.count {
        recordEnd = offset
        return true
      }
      let end = bytes[offset]
      offset += 1
      if end != delimiter {
        recordEnd = offset - 1
        if end == Self.carriageReturn, offset < bytes.count, bytes[offset] == Self.lineFeed {
          offset += 1
        }
        return true
      }
    }
  }

  /// Whether anything but line ends follows.
  private func hasRecord() -> Bool {
    var index = offset
    while index < bytes.count {
      if bytes[index] != Self.lineFeed && bytes[index] != Self.carriageReturn { return true }
      index += 1
    }
    return false
  }

  /// Reads one field, up to the delimiter, line end or end of file after it.
  private mutating func readField() throws(CSVSyntaxFault) {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    if offset < bytes.count, bytes[offset] == Self.quote {
      try readQuotedField()
      return
    }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote {
        throw CSVSyntaxFault(
          range: offset..<offset + 1, message: "a quote inside a field that starts without one",
          help: "put the whole field in quotes and double the quotes inside it")
      }
      offset += 1
    }
    var end = offset
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    fields.append(CSVField(range: start..<end))
  }

  /// Reads a field whose opening quote is at `offset`, and the spaces after it.
  private mutating func readQuotedField() throws(CSVSyntaxFault) {
    let opening = offset
    var field = CSVField(range: 0..<0, isQuoted: true)
    offset += 1
    while true {
      guard offset < bytes.count else {
        throw CSVSyntaxFault(
          range: opening..<opening + 1, message: "this quote is never closed",
          help: "close the field with a quote; a quote inside a field is written twice")
      }
      if bytes[offset] == Self.quote {
        if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
          field.hasDoubledQuotes = true
          offset += 1
        } else {
          break
        }
      }
      offset += 1
    }
    field.range = opening + 1..<offset
    offset += 1
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    if offset < bytes.count {
      let byte = bytes[offset]
      if byte != delimiter && byte != Self.lineFeed && byte != Self.carriageReturn {
        throw CSVSyntaxFault(
          range: offset..<offset + 1, message: "text after the quote that closes a field",
          help: "a quote inside a field in quotes is written twice")
      }
    }
    fields.append(field)
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }
}
