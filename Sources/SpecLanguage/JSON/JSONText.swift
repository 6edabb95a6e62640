import Diagnostics

extension JSONReader {
  /// Reads a text in double quotes.
  package mutating func text() throws(JSONFault) -> String {
    let start = index
    index += 1
    var plain = index
    var unescaped: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        guard !unescaped.isEmpty else {
          return String(decoding: bytes[plain..<index], as: UTF8.self)
        }
        unescaped += bytes[plain..<index]
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        unescaped += bytes[plain..<index]
        unescaped += try escape(from: start)
        plain = index
      case 0x0A, 0x0D:
        throw JSONFault(
          start..<index, "this text has no closing quote", "a line break within text is \\n")
      case 0..<0x20:
        let found = Unicode.Scalar(bytes[index])
        throw JSONFault(
          index..<index + 1, "control character \(String(found).visible) within text",
          found == "\t" ? "write \\t" : "remove it")
      default:
        index += 1
      }
    }
    throw JSONFault(start..<bytes.count, "this text has no closing quote", nil)
  }

  /// Reads what a backslash begins, as UTF-8.
  private mutating func escape(from start: Int) throws(JSONFault) -> [UInt8] {
    let backslash = index
    guard index + 1 < bytes.count else {
      throw JSONFault(start..<bytes.count, "this text has no closing quote", nil)
    }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try scalar(from: backslash)).utf8)
    default:
      index = backslash + 1
      let end = letter < 0x20 ? index : tokenRange().lowerBound + 1
      throw JSONFault(
        backslash..<end, "unknown escape", "a backslash itself is written \\\\")
    }
  }

  /// Reads the scalar of `\u` and four digits, or of two such that form a surrogate pair.
  private mutating func scalar(from backslash: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try unit(from: backslash)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let second = index
    if first < 0xDC00, bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      index += 2
      let low = try unit(from: second)
      if (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONFault(
      backslash..<backslash + 6, "half of a surrogate pair",
      "characters beyond U+FFFF need two escapes, such as \\uD83D\\uDE00")
  }

  /// Reads the four digits of an escape.
  private mutating func unit(from backslash: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else {
        throw JSONFault(backslash..<index, "\\u needs four hexadecimal digits", nil)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
