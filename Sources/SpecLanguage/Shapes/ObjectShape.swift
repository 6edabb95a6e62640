extension Shape {
  /// An object.
  ///
  /// - Parameters:
  ///   - noun: what it is, such as "problem".
  ///   - body: asks for the keys and makes the value of them; see `Keys`.
  package static func object(
    _ noun: String, _ body: @escaping @Sendable (Keys) -> Value?
  ) -> Shape {
    Shape(
      types: [.object], expectation: "an object",
      schema: { definitions in
        let keys = Keys(describing: noun)
        _ = body(keys)
        return keys.schema(definitions)
      },
      read: { value, _, decoding in
        decode(Keys(of: value, noun: noun, decoding), body)
      })
  }

  private static func decode(_ keys: Keys, _ body: (Keys) -> Value?) -> Value? {
    let result = body(keys)
    keys.finish()
    return result
  }

  /// An object with `kind`, or the kind alone as text.
  ///
  /// - Parameter body: asks for the keys of a kind and makes the value of them.
  package static func kinds<Tag: Sendable>(
    _ noun: String, _ options: [(name: String, value: Tag)],
    _ body: @escaping @Sendable (Tag, Keys) -> Value?
  ) -> Shape {
    let branch: @Sendable (Keys) -> Value? = { keys in
      keys.branch(on: "kind", options, of: noun, "kind of \(noun)", body: body)
    }
    let object = Shape.object(noun, branch)
    let bareKinds: @Sendable () -> [JSONLiteral] = {
      options.filter { option in
        let keys = Keys(describing: noun)
        _ = body(option.value, keys)
        return keys.needsNothing
      }.map { JSONLiteral.text($0.name) }
    }
    return Shape(
      types: [.text, .object],
      expectation: "one of " + options.prefix(12).map(\.name).joined(separator: ", ")
        + (options.count > 12 ? ", ..." : "") + ", or an object with 'kind'",
      schema: { definitions in
        let object = object.schema(definitions)
        let names = bareKinds()
        if names.isEmpty { return object }
        let text: JSONLiteral = ["type": "string", "enum": .list(names)]
        // One flat list of alternatives is what editors explain best.
        if case .object(let members) = object, case .list(let kinds)? = members.first?.value {
          return ["anyOf": .list([text] + kinds)]
        }
        return ["anyOf": [text, object]]
      },
      read: { value, label, decoding in
        guard case .text = value.content else { return object.read(value, label, decoding) }
        let kind = JSONMember(key: "kind", keyRange: value.range, value: value)
        let whole = JSONValue(content: .object([kind]), range: value.range)
        return decode(Keys(of: whole, head: value.range, noun: noun, decoding), branch)
      })
  }
}

extension Keys {
  /// Whether every key may be left out.
  fileprivate var needsNothing: Bool {
    declarations.allSatisfy { !$0.isRequired }
      && branches.allSatisfy { $0.contains { $0.needsNothing } }
  }

  /// The JSON Schema of the object: closed, one alternative for each choice of branches.
  fileprivate func schema(_ definitions: SchemaDefinitions) -> JSONLiteral {
    let alternatives = leaves.map { declarations -> JSONLiteral in
      let required = declarations.filter(\.isRequired).map { JSONLiteral.text($0.name) }
      let properties = declarations.map {
        JSONLiteral.Member(key: $0.name, value: $0.schema(definitions))
      }
      return .object(
        [
          .init(key: "type", value: "object"), .init(key: "properties", value: .object(properties)),
        ]
          + (required.isEmpty ? [] : [.init(key: "required", value: .list(required))])
          + [.init(key: "additionalProperties", value: false)])
    }
    return alternatives.count == 1 ? alternatives[0] : ["anyOf": .list(alternatives)]
  }

  /// The keys of the object for each choice of branches.
  private var leaves: [[Declaration]] {
    branches.reduce([declarations]) { leaves, branch in
      leaves.flatMap { leaf in branch.flatMap { $0.leaves.map { leaf + $0 } } }
    }
  }
}
