import Diagnostics

/// The keys of an object, declared by asking for them.
///
/// A shape's body runs in two ways: on an object of a spec, where every key that it asks for is
/// decoded, and on none, where the same calls describe the keys for the JSON Schema and every answer
/// is nil. So a body asks for all keys first, whatever the answers, and only then uses them; keys
/// that depend on another one are asked for within `branch`.
package final class Keys {
  /// A key that the body has asked for.
  package struct Declaration {
    package var name: String
    package var isRequired: Bool
    /// What the key's value may be and what it means, for the JSON Schema and for help.
    package var expectation: @Sendable () -> String
    package var meaning: String
    package var schema: @Sendable (SchemaDefinitions) -> JSONLiteral
  }

  /// The object in which keys are looked up.
  package struct Subject {
    package var object: JSONValue
    /// Where faults of the object as a whole belong.
    package var head: Range<Int>
    package var members: [String: JSONMember]
    package var decoding: Decoding
  }

  /// The keys that were asked for so far.
  package private(set) var declarations: [Declaration] = []
  /// For each `branch`, what its keys would be for each name; filled only without a subject.
  package private(set) var branches: [[Keys]] = []
  /// What the object is, for messages.
  package private(set) var title: String
  /// The object that is decoded; nil while the keys are only described.
  package let subject: Subject?

  let noun: String

  /// Keys that are only described.
  package init(describing noun: String) {
    self.noun = noun
    title = noun
    subject = nil
  }

  private init(_ subject: Subject, noun: String, title: String) {
    self.noun = noun
    self.title = title
    self.subject = subject
  }

  /// The keys of an object.
  ///
  /// - Parameter head: where faults of the object as a whole belong; nil: at its opening brace.
  package init(of object: JSONValue, head: Range<Int>? = nil, noun: String, _ decoding: Decoding) {
    self.noun = noun
    title = object.text(of: "name").map { "\(noun) \($0.quoted)" } ?? noun
    var members: [String: JSONMember] = [:]
    if case .object(let all) = object.content {
      for member in all {
        guard let first = members[member.key] else {
          members[member.key] = member
          continue
        }
        decoding.repeated(member, first: first)
      }
    }
    subject = Subject(
      object: object, head: head ?? object.headRange, members: members, decoding: decoding)
  }

  /// The value of a key that must be there.
  package func required<Value>(_ key: String, _ shape: Shape<Value>, _ meaning: String) -> Value? {
    declare(key, shape, meaning, isRequired: true, defaultValue: nil)
    return decoded(key, shape)
  }

  /// The value of a key that may be left out; nil then.
  package func optional<Value>(_ key: String, _ shape: Shape<Value>, _ meaning: String) -> Value? {
    declare(key, shape, meaning, isRequired: false, defaultValue: nil)
    return decoded(key, shape)
  }

  /// The value of a key that may be left out; nil then.
  ///
  /// - Parameter shown: the default that somebody else fills in, for the JSON Schema.
  package func optional<Value>(
    _ key: String, _ shape: Shape<Value>, showing shown: JSONLiteral?, _ meaning: String
  ) -> Value? {
    declare(key, shape, meaning, isRequired: false, defaultValue: shown)
    return decoded(key, shape)
  }

  /// The value of a key, or what `defaultValue` means where it is left out.
  package func optional<Value>(
    _ key: String, _ shape: Shape<Value>, default defaultValue: JSONLiteral, _ meaning: String
  ) -> Value? {
    declare(key, shape, meaning, isRequired: false, defaultValue: defaultValue)
    guard let subject, subject.members[key] == nil else { return decoded(key, shape) }
    let value = defaultValue.value(at: subject.head)
    return shape.decode(value, as: Label(key: key), subject.decoding)
  }

  /// The value of a key that decides about further keys, which `body` asks for.
  ///
  /// - Parameters:
  ///   - options: the names that the key may have.
  ///   - noun: what the names are of; nil: values of the key.
  ///   - defaultName: the name where the key is left out; nil when it must be there.
  package func branch<Tag: Sendable, Value>(
    on key: String, _ options: [(name: String, value: Tag)], of noun: String? = nil,
    default defaultName: String? = nil, _ meaning: String, body: (Tag, Keys) -> Value?
  ) -> Value? {
    let shape = Shape.choice(options.map { ($0.name, (name: $0.name, tag: $0.value)) }, of: noun)
    guard let subject else {
      branches.append(
        options.map { option in
          let keys = Keys(describing: title)
          let isRequired = option.name != defaultName
          keys.declare(
            key, Shape.choice([option]), meaning, isRequired: isRequired,
            defaultValue: isRequired ? nil : .text(option.name))
          _ = body(option.value, keys)
          return keys
        })
      return nil
    }
    declare(key, shape, meaning, isRequired: defaultName == nil, defaultValue: nil)
    let chosen: (name: String, tag: Tag)?
    if subject.members[key] == nil, let defaultName {
      chosen = options.first { $0.name == defaultName }.map { ($0.name, $0.value) }
    } else {
      chosen = decoded(key, shape)
      if let chosen {
        title =
          key == "kind" ? "\(self.noun) '\(chosen.name)'" : "\(title), \(key) '\(chosen.name)'"
      }
    }
    if let chosen { return body(chosen.tag, self) }
    checkAgainstAll(of: options) { _ = body($0.value, $1) }
    return nil
  }

  /// The value of a key whose kind decides about further keys, which `body` asks for.
  ///
  /// - Parameters:
  ///   - groups: what the key may be, by groups of kinds that need the same further keys.
  ///   - any: what the key may be, all groups together.
  ///   - body: asks for the further keys of the group with this index; the key's own value is nil
  ///     when it is at fault.
  package func branch<Part, Value>(
    onKindOf key: String, _ groups: [(kinds: [String], shape: Shape<Part>)], any: Shape<Part>,
    _ meaning: String, body: (Int, Part?, Keys) -> Value?
  ) -> Value? {
    guard let subject else {
      branches.append(
        groups.indices.map { index in
          let keys = Keys(describing: title)
          _ = keys.required(key, groups[index].shape, meaning)
          _ = body(index, nil, keys)
          return keys
        })
      return nil
    }
    let part = required(key, any, meaning)
    if let kind = subject.members[key]?.value.kind,
      let index = groups.firstIndex(where: { $0.kinds.contains(kind) })
    {
      if index > 0 { title += ", \(key) '\(kind)'" }
      return body(index, part, self)
    }
    checkAgainstAll(of: groups.indices) { _ = body($0, nil, $1) }
    return nil
  }

  /// The value of the one key among several that is there, with the further keys that it takes.
  ///
  /// - Parameter options: for each key what asks for it and for those that go with it.
  package func branch<Value>(
    onOneOf options: [(key: String, body: (Keys) -> Value?)], _ meaning: String
  ) -> Value? {
    guard let subject else {
      branches.append(
        options.map { option in
          let keys = Keys(describing: title)
          _ = option.body(keys)
          return keys
        })
      return nil
    }
    if let option = options.first(where: { subject.members[$0.key] != nil }) {
      return option.body(self)
    }
    let names = options.map(\.key)
    checkAgainstAll(of: options, deciding: names) { _ = $0.body($1) }
    // A key that is nearly one of them is reported itself.
    let isNear = subject.members.keys.contains { key in
      !declares(key) && NearestName.of(key, among: names) != nil
    }
    if !isNear {
      subject.decoding.fault(
        at: subject.head,
        "missing key " + names.map { "'\($0)'" }.joined(separator: " or ") + " for \(title)",
        "it is the \(meaning)")
    }
    return nil
  }

  /// Adds keys that somebody else has asked for, but those that are known already.
  package func adopt(_ others: [Declaration]) {
    for declaration in others where !declares(declaration.name) { declarations.append(declaration) }
  }

  /// Keys of the same object, whose faults `decoding` takes.
  package func again(_ decoding: Decoding) -> Keys? {
    subject.map { subject in
      var trial = subject
      trial.decoding = decoding
      return Keys(trial, noun: noun, title: title)
    }
  }

  /// All keys for a listing, each once: of alternatives those of the first as they are, those of the
  /// others as keys that may be left out.
  package var listed: [Declaration] {
    var known: Set<String> = []
    let alternatives = branches.flatMap { branch in
      branch.enumerated().flatMap { index, keys in
        keys.listed.map { declaration in
          var declaration = declaration
          if index > 0 { declaration.isRequired = false }
          return declaration
        }
      }
    }
    return (alternatives + declarations).filter { known.insert($0.name).inserted }
  }

  package func declares(_ key: String) -> Bool { declarations.contains { $0.name == key } }

  private func declare<Value>(
    _ key: String, _ shape: Shape<Value>, _ meaning: String, isRequired: Bool,
    defaultValue: JSONLiteral?
  ) {
    let schema = shape.schema
    declarations.append(
      Declaration(
        name: key, isRequired: isRequired, expectation: shape.describe, meaning: meaning
      ) { definitions in
        guard case .object(let members) = schema(definitions) else { return [:] }
        return .object(
          members + [.init(key: "description", value: .text(meaning))]
            + (defaultValue.map { [.init(key: "default", value: $0)] } ?? []))
      })
  }

  private func decoded<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
    guard let subject, let member = subject.members[key] else { return nil }
    return shape.decode(member.value, as: Label(key: key), subject.decoding)
  }
}
