/// What a reader is told of a key of the spec.
public struct KeyHelp: Sendable {
  /// The key.
  public let name: String
  /// What it means.
  public let meaning: String
  /// What its value may be, such as "a number of at least 1".
  public let expectation: String
  /// Whether it must be there.
  public let isRequired: Bool
  /// Its value where it is left out, as JSON; nil where that depends on the rest.
  public let standard: String?
  /// The keys of an object: names and meanings.
  public let parts: [(name: String, meaning: String)]

  package init(_ key: Keys.Declaration) {
    name = key.name
    meaning = key.meaning
    expectation = key.expectation()
    isRequired = key.isRequired
    let schema = key.schema(SchemaDefinitions())
    standard = schema["default"]?.written()
    parts =
      schema["properties"]?.members.map { part in
        guard case .text(let meaning)? = part.value["description"] else { return (part.key, "") }
        return (part.key, meaning)
      } ?? []
  }
}

extension Keys.Declaration {
  /// A value that the key may have, for an example: the first of its schema that can be made.
  package var example: String { schema(SchemaDefinitions()).example }
}

extension JSONLiteral {
  /// A value that this JSON Schema allows, as far as it tells.
  fileprivate var example: String {
    if case .list(let values)? = self["enum"], let first = values.first { return first.written() }
    if case .list(let options)? = self["anyOf"], let first = options.first { return first.example }
    guard case .text(let type)? = self["type"] else { return "..." }
    switch type {
    case "integer", "number":
      // A round number is a better example than the least.
      if case .whole(let least)? = self["minimum"], least > 8 { return "\(least)" }
      return "8"
    case "boolean": return "true"
    case "array": return "[\(self["items"]?.example ?? "...")]"
    case "object": return "{ }"
    default: return "\"...\""
    }
  }

  /// The members of an object, none of anything else.
  fileprivate var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  fileprivate subscript(key: String) -> JSONLiteral? { members.first { $0.key == key }?.value }
}
