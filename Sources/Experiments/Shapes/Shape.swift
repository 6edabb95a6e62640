import Diagnostics

/// What a value in a spec may be: the one declaration from which both the decoder and the JSON
/// Schema come.
struct Shape<Value>: Sendable {
  /// The JSON types that the value may have.
  var types: [JSONType]
  /// What is expected, with an article, such as "a whole number from 1 to 10".
  var expectation: String
  /// The JSON Schema.
  var schema: @Sendable (SchemaDefinitions) -> JSONLiteral
  /// Turns a value of one of `types` into what it means; notes why when it cannot and returns nil.
  var read: @Sendable (JSONValue, Label, Decoding) -> Value?

  /// Turns a value into what it means; notes why when it cannot and returns nil.
  func decode(_ value: JSONValue, as label: Label, _ decoding: Decoding) -> Value? {
    guard !decoding.isFull else { return nil }
    guard types.contains(value.type) else {
      return reject(value, as: label, decoding)
    }
    return read(value, label, decoding)
  }

  /// Notes that a value is not what is expected.
  func reject(_ value: JSONValue, as label: Label, _ decoding: Decoding) -> Value? {
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
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
    let read = read
    return Shape<Other>(types: types, expectation: expectation, schema: schema) {
      read($0, $1, $2).map(transform)
    }
  }

  /// The same values but those that `refine` turns down, which no JSON Schema could tell apart.
  func refined<Other>(
    _ refine: @escaping @Sendable (Value, JSONValue, Label, Decoding) -> Other?
  ) -> Shape<Other> {
    let read = read
    return Shape<Other>(types: types, expectation: expectation, schema: schema) {
      guard let value = read($0, $1, $2) else { return nil }
      return refine(value, $0, $1, $2)
    }
  }

  /// The same values, written once in the JSON Schema under `name`.
  func defined(as name: String) -> Shape {
    var shape = self
    let schema = schema
    shape.schema = { definitions in definitions.reference(to: name) { schema(definitions) } }
    return shape
  }

  /// Any of several shapes, whose JSON types differ.
  static func either(_ shapes: Shape...) -> Shape {
    let many = shapes.count > 2
    let last = shapes.last?.expectation ?? ""
    let others = shapes.dropLast().map(\.expectation).joined(separator: ", ")
    return Shape(
      types: shapes.flatMap(\.types),
      expectation: others + (many ? ", or " : " or ") + last,
      schema: { definitions in ["anyOf": .list(shapes.map { $0.schema(definitions) })] },
      read: { value, label, decoding in
        shapes.first { $0.types.contains(value.type) }?.read(value, label, decoding)
      })
  }
}

/// What a value is called in messages.
struct Label: CustomStringConvertible {
  /// The key that it stands under; nil for the whole file.
  var key: String?
  /// The element of the list under that key, from 0.
  var element: Int?

  var description: String {
    guard let key else { return "the spec" }
    return element.map { "element \($0 + 1) of \(key.quoted)" } ?? key.quoted
  }
}

/// The parts of a JSON Schema that are written once and referred to.
final class SchemaDefinitions {
  private(set) var members: [JSONLiteral.Member] = []

  /// A reference to the part `name`, which is built when it is first asked for.
  func reference(to name: String, build: () -> JSONLiteral) -> JSONLiteral {
    if !members.contains(where: { $0.key == name }) {
      let place = members.count
      members.append(JSONLiteral.Member(key: name, value: [:]))
      members[place].value = build()
    }
    return ["$ref": .text("#/$defs/\(name)")]
  }
}
