/// A text file in memory: turns byte offsets into lines and columns.
///
/// Lines end at a line feed, a carriage return, or both together. Columns count characters
/// (extended grapheme clusters), from 1. A byte-order mark at the start belongs to no column. Bytes
/// that are not UTF-8 are shown as U+FFFD. Finding a place costs a binary search and at most a few
/// kilobytes of counting, however long the line.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]
  /// The number of the first line, which is not 1 where `bytes` are a part of a longer file.
  public let firstLine: Int

  /// The offset at which each line starts.
  private var lineStarts: [Int]
  /// Offsets within long lines whose column is known, so that it need not be counted again.
  private var marks: [Mark]

  private struct Mark {
    var offset: Int
    var column: Int
  }

  private static let markDistance = 1024
  private static let longLine = 4096

  /// A text file in memory.
  ///
  /// - Parameter firstLine: the number of the first line, for a reader that holds one line of a
  ///   long file at a time.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    let start = firstLine == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = [start]
    marks = []
    var known = Mark(offset: start, column: 1)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        lineStarts.append(index)
        known = Mark(offset: index, column: 1)
        continue
      }
      // Between two ASCII characters on a line there is always a boundary between characters.
      if index - known.offset >= Self.markDistance, byte < 0x80, bytes[index - 1] < 0x80 {
        known.column += Self.characterCount(of: bytes[known.offset..<index])
        known.offset = index
        marks.append(known)
      }
      index += 1
    }
  }

  /// The place of a range of bytes: from its first character on, at most to the end of that line.
  public func place(of range: Range<Int>) -> Place {
    let line = lineIndex(at: range.lowerBound)
    let content = contentRange(ofLine: line)
    let start = min(max(range.lowerBound, content.lowerBound), content.upperBound)
    let end = min(max(range.upperBound, start), content.upperBound)
    let known = lastMark(atOrBefore: start, lineStart: content.lowerBound)
    return Place(
      line: firstLine + line,
      column: known.column + Self.characterCount(of: bytes[known.offset..<start]),
      length: max(1, Self.characterCount(of: bytes[start..<end])))
  }

  /// A fault at a range of bytes, with its source line.
  public func diagnostic(
    at range: Range<Int>, message: String, help: String? = nil
  ) -> Diagnostic {
    let content = contentRange(ofLine: lineIndex(at: range.lowerBound))
    var shown = content
    var column = 1
    if content.count > Self.longLine {
      let start = min(max(range.lowerBound, content.lowerBound), content.upperBound)
      let known = lastMark(atOrBefore: start - 256, lineStart: content.lowerBound)
      column = known.column
      shown = known.offset..<min(content.upperBound, start + Self.markDistance)
    }
    return Diagnostic(
      file: name, place: place(of: range), message: message, help: help,
      sourceLine: String(decoding: bytes[shown], as: UTF8.self), sourceColumn: column)
  }

  /// The fault of the first bytes that are not UTF-8, if there are such.
  public func encodingFault() -> Diagnostic? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let found = bytes[error.byteOffsets].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      return diagnostic(
        at: error.byteOffsets, message: "not UTF-8: byte \(found.joined(separator: " "))",
        help: "save the file as UTF-8")
    }
  }

  /// The index of the line that holds the byte at `offset`.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its ending.
  private func contentRange(ofLine index: Int) -> Range<Int> {
    let start = lineStarts[index]
    guard index + 1 < lineStarts.count else { return start..<bytes.count }
    var end = lineStarts[index + 1] - 1
    if bytes[end] == 0x0A, end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The last place at or before `offset` whose column is known, on the line that starts at
  /// `lineStart`.
  private func lastMark(atOrBefore offset: Int, lineStart: Int) -> Mark {
    var low = -1
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle } else { high = middle }
    }
    guard low >= 0, marks[low].offset > lineStart else { return Mark(offset: lineStart, column: 1) }
    return marks[low]
  }

  /// The number of characters in UTF-8 text.
  private static func characterCount(of text: ArraySlice<UInt8>) -> Int {
    if text.allSatisfy({ $0 < 0x80 }) { return text.count }
    return String(decoding: text, as: UTF8.self).count
  }
}
