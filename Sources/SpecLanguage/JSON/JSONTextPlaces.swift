extension JSONReader {
  /// The bytes of a JSON text that a part of one of its texts was written as, escapes included.
  ///
  /// - Parameters:
  ///   - part: UTF-8 offsets in the text that is meant.
  ///   - literal: the bytes of that text, its quotes included.
  ///   - bytes: the whole JSON text.
  /// - Returns: `literal` itself where that is no text in quotes, or one that is shorter than the part.
  package static func range(
    of part: Range<Int>, inText literal: Range<Int>, _ bytes: [UInt8]
  ) -> Range<Int> {
    guard literal.count >= 2, literal.upperBound <= bytes.count,
      bytes[literal.lowerBound] == UInt8(ascii: "\"")
    else { return literal }
    let end = literal.upperBound - 1
    var index = literal.lowerBound + 1
    var offset = 0
    var start: Int?
    while index < end {
      if start == nil, offset >= part.lowerBound { start = index }
      if offset >= part.upperBound { break }
      let (written, meant) = step(bytes[index..<end])
      index += written
      offset += meant
    }
    guard offset >= part.upperBound else { return literal }
    return (start ?? end)..<max(start ?? end, min(index, end))
  }

  /// How many bytes one character or escape is written in, and how many bytes of UTF-8 it means.
  private static func step(_ rest: ArraySlice<UInt8>) -> (written: Int, meant: Int) {
    guard rest.first == UInt8(ascii: "\\") else { return (1, 1) }
    guard rest.dropFirst().first == UInt8(ascii: "u") else { return (2, 1) }
    let digits = String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self)
    switch UInt32(digits, radix: 16) ?? 0 {
    case 0..<0x80: return (6, 1)
    case 0x80..<0x800: return (6, 2)
    // The first of two halves, each an escape of its own.
    case 0xD800..<0xDC00: return (12, 4)
    default: return (6, 3)
    }
  }
}
