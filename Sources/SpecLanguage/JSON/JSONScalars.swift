import Diagnostics

extension JSONReader {
  /// Reads `true`, `false` or `null`.
  package mutating func word() throws(JSONFault) -> JSONValue.Content {
    let range = tokenRange()
    let found = String(decoding: bytes[range], as: UTF8.self)
    let content: JSONValue.Content
    switch found {
    case "true": content = .flag(true)
    case "false": content = .flag(false)
    case "null": content = .null
    case "NaN", "nan", "Infinity", "inf", "+Infinity", "Inf":
      throw JSONFault(range, "\(found) is not a JSON value", "numbers in JSON are finite")
    case "True", "False", "TRUE", "FALSE", "None", "Null", "NULL", "undefined", "nil":
      let meant = ["t": "true", "f": "false"][found.prefix(1).lowercased()] ?? "null"
      throw JSONFault(range, "\(found) is not a JSON value", "did you mean \(meant)?")
    default:
      guard Self.isWord(bytes[index]) else { throw misplaced("expected a value") }
      if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: ".") {
        throw JSONFault(
          range, "a number begins with a digit or with '-'", "write it as 0.5 or 12")
      }
      throw JSONFault(range, "\(found) is not a JSON value", "text needs double quotes")
    }
    index = range.upperBound
    return content
  }

  /// Reads a number.
  package mutating func number() throws(JSONFault) -> JSONNumber {
    let start = index
    if at("-") { index += 1 }
    let first = index
    guard skipDigits() else {
      index = start
      throw JSONFault(
        tokenRange(), "'-' needs a digit after it", "numbers in JSON are finite, such as -0.5")
    }
    if bytes[first] == UInt8(ascii: "0"), index - first > 1 {
      throw malformed(start, "a number must not begin with 0", "remove the leading zero")
    }
    if at(".") {
      index += 1
      guard skipDigits() else { throw malformed(start, "'.' needs a digit after it", nil) }
    }
    if at("e") || at("E") {
      index += 1
      if at("+") || at("-") { index += 1 }
      guard skipDigits() else { throw malformed(start, "the exponent needs a digit", nil) }
    }
    guard index == bytes.count || !Self.isWord(bytes[index]) else {
      throw malformed(start, "not a number", "numbers are written as 12, -0.5 or 1e-3")
    }
    return JSONNumber(literal: String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func malformed(
    _ start: Int, _ message: String, _ help: String?
  ) -> JSONFault {
    index = start
    return JSONFault(tokenRange(), message, help)
  }

  private func at(_ character: Unicode.Scalar) -> Bool {
    index < bytes.count && UInt32(bytes[index]) == character.value
  }

  private mutating func skipDigits() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    return index > start
  }
}
