import Kernels

/// A JSON value that is written in code: a default, or a part of the JSON Schema.
package enum JSONLiteral: Sendable, Hashable {
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONLiteral])
  /// Keys with their values, in the order in which they are written.
  indirect case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONLiteral

    /// A key with its value.
    package init(key: String, value: JSONLiteral) {
      self.key = key
      self.value = value
    }
  }

  /// The value as if it had been read, with `range` as the place of all its parts.
  package func value(at range: Range<Int>) -> JSONValue {
    let content: JSONValue.Content
    switch self {
    case .flag(let flag): content = .flag(flag)
    case .whole(let whole): content = .number(JSONNumber(literal: String(whole)))
    case .number(let number): content = .number(JSONNumber(literal: "\(number)"))
    case .text(let text): content = .text(text)
    case .list(let elements): content = .list(elements.map { $0.value(at: range) })
    case .object(let members):
      content = .object(
        members.map { JSONMember(key: $0.key, keyRange: range, value: $0.value.value(at: range)) })
    }
    return JSONValue(content: content, range: range)
  }
}

extension JSONLiteral: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(integerLiteral value: Int) { self = .whole(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(arrayLiteral elements: JSONLiteral...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSONLiteral)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension JSONLiteral {
  /// The value as JSON text, indented by two spaces a level; lists without objects on one line.
  package func written(indent: String = "") -> String {
    switch self {
    case .flag(let flag): return flag ? "true" : "false"
    case .whole(let whole): return String(whole)
    case .number(let number): return NumberText.exact(number)
    case .text(let text): return Self.quote(text)
    case .list(let elements):
      let isFlat = elements.allSatisfy { if case .object = $0 { false } else { true } }
      let inner = indent + "  "
      let parts = elements.map { $0.written(indent: inner) }
      if isFlat { return "[" + parts.joined(separator: ", ") + "]" }
      return "[\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let inner = indent + "  "
      let parts = members.map {
        inner + Self.quote($0.key) + ": " + $0.value.written(indent: inner)
      }
      return "{\n" + parts.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
