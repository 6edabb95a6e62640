import Diagnostics

/// Where a text stops being JSON.
package struct JSONFault: Error {
  package var range: Range<Int>
  package var message: String
  package var help: String?

  package init(_ range: Range<Int>, _ message: String, _ help: String? = nil) {
    self.range = range
    self.message = message
    self.help = help
  }
}

extension JSONReader {
  /// The fault of what stands at the reader's place, where `expected` was expected.
  ///
  /// What other notations would allow there is named.
  package func misplaced(_ expected: String, _ help: String? = nil) -> JSONFault {
    let range = tokenRange()
    switch bytes[index] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return JSONFault(range, "JSON has no comments", "remove it, or use 'description'")
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return JSONFault(range, "text needs double quotes", "write \"...\"")
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      let bracket = Character(Unicode.Scalar(bytes[index]))
      return JSONFault(range, "'\(bracket)' does not belong here", expected)
    default:
      return JSONFault(range, expected, help)
    }
  }

  /// The fault of what stands where a key should.
  package func misplacedKey() -> JSONFault {
    switch bytes[index] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "`"),
      UInt8(ascii: "]"):
      return misplaced("expected a key in double quotes")
    default:
      let range = tokenRange()
      let found = String(decoding: bytes[range], as: UTF8.self)
      return JSONFault(
        range, "expected a key in double quotes",
        Self.isWord(bytes[index]) ? "write \"\(found.visible)\"" : nil)
    }
  }

  /// The bytes of the word at the reader's place, or of the one character there.
  package func tokenRange() -> Range<Int> {
    var end = index
    while end < bytes.count, end - index < 60, Self.isWord(bytes[end]) { end += 1 }
    if end == index {
      end = min(end + 1, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return index..<end
  }

  package static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$"):
      return true
    default:
      return false
    }
  }
}
