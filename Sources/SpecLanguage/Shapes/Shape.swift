import Diagnostics

/// What a value in a spec may be: the one declaration from which both the decoder and the JSON
/// Schema come.
package struct Shape<Value>: Sendable {
  /// The JSON types that the value may have.
  package var types: [JSONType]
  /// Says what is expected; a closure, since only faults and the schema need it.
  package let describe: @Sendable () -> String
  /// The JSON Schema.
  package var schema: @Sendable (SchemaDefinitions) -> JSONLiteral
  /// Turns a value of one of `types` into what it means; notes why when it cannot and returns nil.
  package var read: @Sendable (JSONValue, Label, Decoding) -> Value?

  /// What is expected, with an article, such as "a whole number from 1 to 10".
  package var expectation: String { describe() }

  package init(
    types: [JSONType], expectation: @autoclosure @escaping @Sendable () -> String,
    schema: @escaping @Sendable (SchemaDefinitions) -> JSONLiteral,
    read: @escaping @Sendable (JSONValue, Label, Decoding) -> Value?
  ) {
    self.types = types
    describe = expectation
    self.schema = schema
    self.read = read
  }

  /// Turns a value into what it means; notes why when it cannot and returns nil.
  package func decode(_ value: JSONValue, as label: Label, _ decoding: Decoding) -> Value? {
    guard !decoding.isFull else { return nil }
    guard types.contains(value.type) else {
      return reject(value, as: label, decoding)
    }
    return read(value, label, decoding)
  }

  /// Notes that a value is not what is expected.
  package func reject(_ value: JSONValue, as label: Label, _ decoding: Decoding) -> Value? {
    var help = "expected \(expectation)"
    let found: String
    switch value.content {
    case .null:
      found = "null"
      help += "; null is never a value: leave the key out"
    case .flag(let flag): found = flag ? "true" : "false"
    case .number(let number): found = String(number.literal.quoted.dropFirst().dropLast())
    case .text(let text):
      found = types.contains(.text) ? text.quoted : "text"
      if types.contains(.number), Double(text) != nil { help += "; write it without quotes" }
    case .list(let elements): found = elements.isEmpty ? "an empty list" : "a list"
    case .object: found = "an object"
    }
    decoding.fault(at: value.headRange, "\(label) is \(found)", help)
    return nil
  }

  /// The same values, meaning something else.
  package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
    let (read, describe) = (read, describe)
    return Shape<Other>(types: types, expectation: describe(), schema: schema) {
      read($0, $1, $2).map(transform)
    }
  }

  /// The same values but those that `refine` turns down, which no JSON Schema could tell apart.
  package func refined<Other>(
    _ refine: @escaping @Sendable (Value, JSONValue, Label, Decoding) -> Other?
  ) -> Shape<Other> {
    let (read, describe) = (read, describe)
    return Shape<Other>(types: types, expectation: describe(), schema: schema) {
      guard let value = read($0, $1, $2) else { return nil }
      return refine(value, $0, $1, $2)
    }
  }

  /// The same values, written once in the JSON Schema under `name`.
  package func defined(as name: String) -> Shape {
    var shape = self
    let schema = schema
    shape.schema = { definitions in definitions.reference(to: name) { schema(definitions) } }
    return shape
  }

  /// Any of several shapes, whose JSON types differ.
  package static func either(_ shapes: Shape...) -> Shape {
    return Shape(
      types: shapes.flatMap(\.types),
      expectation: alternatives(shapes.map(\.expectation)),
      schema: { definitions in ["anyOf": .list(shapes.map { $0.schema(definitions) })] },
      read: { value, label, decoding in
        shapes.first { $0.types.contains(value.type) }?.read(value, label, decoding)
      })
  }
}

/// Several expectations in one.
private func alternatives(_ expectations: [String]) -> String {
  let many = expectations.count > 2
  return expectations.dropLast().joined(separator: ", ") + (many ? ", or " : " or ")
    + (expectations.last ?? "")
}

/// What a value is called in messages.
package struct Label: CustomStringConvertible {
  /// The key that it stands under; nil for the whole file.
  package var key: String?
  /// The element of the list under that key, from 0.
  package var element: Int?

  /// The value of a key, or an element of the list under it; the whole file without a key.
  package init(key: String?, element: Int? = nil) {
    self.key = key
    self.element = element
  }

  package var description: String {
    guard let key else { return "the spec" }
    return element.map { "element \($0 + 1) of \(key.quoted)" } ?? key.quoted
  }
}

/// The parts of a JSON Schema that are written once and referred to.
package final class SchemaDefinitions {
  package private(set) var members: [JSONLiteral.Member] = []

  /// No parts yet.
  package init() {}

  /// A reference to the part `name`, which is built when it is first asked for.
  package func reference(to name: String, build: () -> JSONLiteral) -> JSONLiteral {
    if !members.contains(where: { $0.key == name }) {
      let place = members.count
      members.append(JSONLiteral.Member(key: name, value: [:]))
      members[place].value = build()
    }
    return ["$ref": .text("#/$defs/\(name)")]
  }
}
