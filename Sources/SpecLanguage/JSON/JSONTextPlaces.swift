/// Where the parts of a JSON text stand in the bytes that it was written as, escapes included.
///
/// The escapes are looked for once, so that each of many parts costs a binary search and not a walk
/// through the whole text.
package struct JSONTextPlaces {
  /// An escape: where it stands in the bytes and in the text that is meant, and its lengths in both.
  private struct Escape {
    var index: Int
    var offset: Int
    var written: Int
    var meant: Int
  }

  /// The bytes of the text, its quotes included.
  private let literal: Range<Int>
  /// The escapes in order; all other bytes mean themselves.
  private var escapes: [Escape] = []
  /// How many bytes of UTF-8 are meant; nil for what is no text in quotes.
  private var count: Int?

  /// The places in a text.
  ///
  /// - Parameters:
  ///   - literal: the bytes of that text, its quotes included.
  ///   - bytes: the whole JSON text.
  package init(inText literal: Range<Int>, _ bytes: [UInt8]) {
    self.literal = literal
    guard literal.count >= 2, literal.upperBound <= bytes.count,
      bytes[literal.lowerBound] == UInt8(ascii: "\"")
    else { return }
    let end = literal.upperBound - 1
    var index = literal.lowerBound + 1
    var offset = 0
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        offset += 1
        continue
      }
      let (written, meant) = Self.escape(bytes[index..<end])
      escapes.append(Escape(index: index, offset: offset, written: written, meant: meant))
      index += written
      offset += meant
    }
    count = offset
  }

  /// The bytes that a part was written as.
  ///
  /// - Parameter part: UTF-8 offsets in the text that is meant.
  /// - Returns: the whole literal where that is no text in quotes, or one that is shorter than the part.
  package func range(of part: Range<Int>) -> Range<Int> {
    guard let count, part.upperBound <= count else { return literal }
    return index(of: part.lowerBound)..<index(of: part.upperBound)
  }

  /// Where the first character starts that does not begin before an offset.
  private func index(of offset: Int) -> Int {
    var (low, high) = (0, escapes.count)
    while low < high {
      let middle = (low + high) / 2
      if escapes[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return literal.lowerBound + 1 + offset }
    let escape = escapes[low - 1]
    return escape.index + escape.written + max(0, offset - escape.offset - escape.meant)
  }

  /// How many bytes an escape is written in, and how many bytes of UTF-8 it means.
  private static func escape(_ rest: ArraySlice<UInt8>) -> (written: Int, meant: Int) {
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
