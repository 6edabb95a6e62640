import Diagnostics

/// Splits a CSV file into records, after RFC 4180.
///
/// Lines end with LF, CRLF or CR. A field in quotes may hold delimiters, line ends and, doubled,
/// quotes. Spaces and tabs around a field do not belong to it, unless they stand in quotes. Empty
/// lines at the end of the file are no records; elsewhere they are records of one empty field.
struct CSVScanner {
  /// The fields of the record that was read last, as ranges of the window's bytes.
  private(set) var fields: [CSVField] = []
  /// Where the record that was read last ends, before its line end.
  private(set) var recordEnd = 0
  /// Where the record that was read last starts.
  private(set) var recordStart = 0
  /// The line in which the record that was read last starts, from 1.
  private(set) var recordLine = 1
  /// The part of the file that holds the record.
  private(set) var window: TextWindow
  /// The byte between fields; a space where runs of spaces and tabs separate them.
  private let delimiter: UInt8
  private let takesRuns: Bool
  /// What lines begin with that are left out.
  private let comment: [UInt8]?
  private let fieldLimit: Int
  private var offset = 0
  private var line = 1
  private var hasStarted = false

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// What became of an attempt to read a record from the bytes at hand.
  private enum Attempt {
    case record(next: Int, lineCount: Int)
    case end
    case needsMore
    case fault(Range<Int>, String, help: String)
  }

  /// Reads a file after a UTF-8 byte-order mark, if there is one.
  ///
  /// - Parameters:
  ///   - delimiter: the byte between fields; nil for runs of spaces and tabs.
  ///   - comment: what lines begin with that are left out; nil for none.
  ///   - fieldLimit: how many fields a record may have.
  init(
    _ window: TextWindow, delimiter: UInt8?, comment: [UInt8]? = nil, fieldLimit: Int = .max
  ) {
    self.fieldLimit = fieldLimit
    self.window = window
    self.delimiter = delimiter ?? UInt8(ascii: " ")
    takesRuns = delimiter == nil
    self.comment = comment
  }

  /// Reads the next record into `fields`; false after the last one, and at a syntax fault, which is
  /// added to `faults`.
  mutating func next(_ faults: inout TextFaults) throws(InputError) -> Bool {
    if !hasStarted {
      hasStarted = true
      if window.bytes[..<window.end].starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }
    while true {
      if comment != nil, try skipComment() { continue }
      // The byte-order mark stays with the first line, whose columns do not count it.
      recordStart = line == 1 ? 0 : offset
      recordLine = line
      switch readRecord() {
      case .record(let next, let lineCount):
        offset = next
        line += lineCount
        return true
      case .end: return false
      case .needsMore: try fetch()
      case .fault(let range, let message, let help):
        // The message shows the fault's line.
        if !window.isComplete, window.end - range.upperBound < 4096 {
          try fetch()
          continue
        }
        faults.add(at: range, message, help: help)
        let shownEnd = min(window.end, range.upperBound + 4096)
        faults.locate(in: window.bytes, recordStart..<shownEnd, line: recordLine)
        return false
      }
    }
  }

  /// Passes over a line that is a comment; false where none begins.
  private mutating func skipComment() throws(InputError) -> Bool {
    guard let comment else { return false }
    while !window.isComplete, window.end - offset < comment.count { try fetchMore() }
    guard window.bytes[offset..<window.end].starts(with: comment) else { return false }
    var index = offset
    while true {
      while index < window.end, window.bytes[index] != Self.lineFeed,
        window.bytes[index] != Self.carriageReturn
      {
        index += 1
      }
      // The line end may be two bytes.
      if index + 1 < window.end || window.isComplete { break }
      index -= offset
      try fetchMore()
      index += offset
    }
    if index + 1 < window.end, window.bytes[index] == Self.carriageReturn,
      window.bytes[index + 1] == Self.lineFeed
    {
      index += 1
    }
    offset = min(index + 1, window.end)
    line += 1
    return true
  }

  /// Fetches more of the file, of which what lies before `offset` is done with.
  private mutating func fetchMore() throws(InputError) {
    recordStart = offset
    try fetch()
  }

  /// Finds the places of faults in the record that was read last.
  func locate(_ faults: inout TextFaults) {
    guard faults.hasPending else { return }
    faults.locate(in: window.bytes, recordStart..<offset, line: recordLine)
  }

  private mutating func fetch() throws(InputError) {
    try window.fetch(keepingFrom: recordStart)
    offset -= recordStart
    recordStart = 0
  }

  /// Reads the record at `offset`.
  private mutating func readRecord() -> Attempt {
    fields.removeAll(keepingCapacity: true)
    recordEnd = recordStart
    // Held apart from the scanner, whose fields change while the bytes are read.
    let held = window.bytes
    let bytes = held.span.extracting(first: window.end)
    guard let isEmptyLine = Self.startsWithLineEnd(bytes, at: offset) else {
      return window.isComplete ? .end : .needsMore
    }
    if isEmptyLine, !Self.hasContent(bytes, from: offset) {
      return window.isComplete ? .end : .needsMore
    }
    var index = offset
    var lineCount = 1
    if takesRuns { index = Self.endOfRun(bytes, from: index) }
    while true {
      if fields.count == fieldLimit {
        return .fault(
          index..<index, "this row has more than \(fieldLimit) fields",
          help: "check the delimiter, or pass --no-limits")
      }
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      if index < bytes.count, bytes[index] == Self.quote {
        let opening = index
        guard let field = Self.quotedField(bytes, at: &index, lineCount: &lineCount) else {
          guard window.isComplete else { return .needsMore }
          return .fault(
            opening..<opening + 1, "this quote is never closed",
            help: "close the field with a quote; a quote inside a field is written twice")
        }
        fields.append(field)
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        if index < bytes.count, !isFieldEnd(bytes[index]) {
          return .fault(
            index..<index + 1, "text after the quote that closes a field",
            help: "a quote inside a field in quotes is written twice")
        }
      } else {
        let start = index
        while bytes.count - index >= 8 {
          let count = plainCount(bytes, at: index)
          index += count
          if count < 8 { break }
        }
        while index < bytes.count {
          let byte = bytes[index]
          // All characters that end a field or spoil it lie below this one, but for odd delimiters.
          if byte == delimiter || takesRuns && byte == UInt8(ascii: "\t") { break }
          if byte <= Self.quote,
            byte == Self.lineFeed || byte == Self.carriageReturn || byte == Self.quote
          {
            break
          }
          index += 1
        }
        if index < bytes.count, bytes[index] == Self.quote {
          return .fault(
            index..<index + 1, "a quote inside a field that starts without one",
            help: "put the whole field in quotes and double the quotes inside it")
        }
        var end = index
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        fields.append(CSVField(range: start..<end))
      }
      if takesRuns { index = Self.endOfRun(bytes, from: index) }
      if index == bytes.count {
        recordEnd = index
        return window.isComplete ? .record(next: index, lineCount: lineCount) : .needsMore
      }
      let byte = bytes[index]
      if takesRuns, byte != Self.lineFeed, byte != Self.carriageReturn { continue }
      index += 1
      if byte == delimiter { continue }
      recordEnd = index - 1
      if byte == Self.carriageReturn {
        if index == bytes.count, !window.isComplete { return .needsMore }
        if index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
      }
      return .record(next: index, lineCount: lineCount)
    }
  }

  /// Where the spaces and tabs from `start` on end.
  private static func endOfRun(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
    {
      index += 1
    }
    return index
  }

  /// Whether a line end stands at `offset`; nil where the bytes end.
  private static func startsWithLineEnd(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Bool? {
    guard offset < bytes.count else { return nil }
    return bytes[offset] == lineFeed || bytes[offset] == carriageReturn
  }

  /// Whether anything but line ends follows.
  private static func hasContent(_ bytes: borrowing Span<UInt8>, from offset: Int) -> Bool {
    var index = offset
    while index < bytes.count {
      if bytes[index] != lineFeed && bytes[index] != carriageReturn { return true }
      index += 1
    }
    return false
  }

  /// Reads the field whose opening quote is at `index`; nil where its closing quote is not at hand.
  private static func quotedField(
    _ bytes: borrowing Span<UInt8>, at index: inout Int, lineCount: inout Int
  ) -> CSVField? {
    var field = CSVField(range: 0..<0, isQuoted: true)
    let start = index + 1
    index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else {
          field.range = start..<index
          index += 1
          return field
        }
        field.hasDoubledQuotes = true
        index += 1
      } else if byte == lineFeed {
        // CRLF is one line end.
        if index == start || bytes[index - 1] != carriageReturn { lineCount += 1 }
      } else if byte == carriageReturn {
        lineCount += 1
      }
      index += 1
    }
    return nil
  }

  /// How many of the eight bytes from `offset` on stand before the first that may end a field or
  /// spoil it: the delimiter, or any up to the quote, line ends among them; 8 if there is none.
  @inline(__always)
  private func plainCount(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Int {
    let word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    let marks: UInt64 = 0x8080_8080_8080_8080
    // All eight at once; a borrow reaches only bytes after the first hit.
    let low = (word &- ones &* UInt64(Self.quote + 1)) & ~word & marks
    let difference = word ^ ones &* UInt64(delimiter)
    let equal = (difference &- ones) & ~difference & marks
    return (low | equal).trailingZeroBitCount >> 3
  }

  @inline(__always)
  private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
      || takesRuns && byte == UInt8(ascii: "\t")
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }
}
