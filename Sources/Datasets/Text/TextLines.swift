import Diagnostics

/// Goes through the lines of a text file, which end with LF, CRLF or CR.
struct TextLines {
  /// The number of the line that was read last, from 1.
  private(set) var lineNumber = 0
  /// The bytes of the line that was read last, with a byte-order mark at the start of the file.
  private(set) var shownRange = 0..<0
  private var offset = 0

  /// The bytes of the next line in the window, without line end and byte-order mark; nil at the
  /// end.
  mutating func next(in window: inout TextWindow) throws(InputError) -> Range<Int>? {
    var searched = offset
    while true {
      if let end = Self.lineEnd(window.bytes, from: searched, to: window.end) {
        let isReturn = window.bytes[end] == UInt8(ascii: "\r")
        if !isReturn || end + 1 < window.end || window.isComplete {
          let isPair =
            isReturn && end + 1 < window.end && window.bytes[end + 1] == UInt8(ascii: "\n")
          return line(endingAt: end, next: end + (isPair ? 2 : 1), window)
        }
        searched = end
      } else {
        if window.isComplete {
          return offset == window.end ? nil : line(endingAt: window.end, next: window.end, window)
        }
        searched = window.end
      }
      try window.fetch(keepingFrom: offset)
      searched -= offset
      offset = 0
    }
  }

  private mutating func line(endingAt end: Int, next: Int, _ window: TextWindow) -> Range<Int> {
    lineNumber += 1
    shownRange = offset..<end
    let hasMark =
      lineNumber == 1 && window.bytes[shownRange].starts(with: [0xEF, 0xBB, 0xBF])
    let start = offset + (hasMark ? 3 : 0)
    offset = next
    return start..<end
  }

  /// Where the first line end lies.
  private static func lineEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let span = bytes.span
    var index = start
    while index < end {
      let byte = span[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return index }
      index += 1
    }
    return nil
  }
}
