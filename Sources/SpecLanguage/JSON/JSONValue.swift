/// A value of a JSON text (RFC 8259) with the bytes that it came from.
package struct JSONValue: Sendable {
  /// What a value can be.
  package enum Content: Sendable {
    case null
    case flag(Bool)
    case number(JSONNumber)
    case text(String)
    case list([JSONValue])
    case object([JSONMember])
  }

  /// The value.
  package var content: Content
  /// Its bytes, from the first character to the last; those of the enclosing value for a default.
  package var range: Range<Int>

  /// A value that came from these bytes.
  package init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The type of the value.
  package var type: JSONType {
    switch content {
    case .null: .null
    case .flag: .flag
    case .number: .number
    case .text: .text
    case .list: .list
    case .object: .object
    }
  }
}

/// A key of an object with its value. Keys stand in the order of the text, repeated ones too.
package struct JSONMember: Sendable {
  package var key: String
  /// The bytes of the key with its quotes.
  package var keyRange: Range<Int>
  package var value: JSONValue

  /// A key with its value.
  package init(key: String, keyRange: Range<Int>, value: JSONValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// The types of JSON.
package enum JSONType: Hashable, Sendable {
  case null, flag, number, text, list, object

  /// The type with its article, for messages.
  package var description: String {
    switch self {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .text: "text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
