import Diagnostics

/// The keys of an object, declared by asking for them.
///
/// A shape's body runs in two ways: on an object of a spec, where every key that it asks for is
/// decoded, and on none, where the same calls describe the keys for the JSON Schema and every answer
/// is nil. So a body asks for all keys first, whatever the answers, and only then uses them; keys
/// that depend on another one are asked for within `branch`.
final class Keys {
  /// A key that the body has asked for.
  struct Declaration {
    var name: String
    var isRequired: Bool
    /// What the key's value may be and what it means, for the JSON Schema and for help.
    var expectation: String
    var meaning: String
    var schema: @Sendable (SchemaDefinitions) -> JSONLiteral
  }

  /// The object in which keys are looked up.
  struct Subject {
    var object: JSONValue
    /// Where faults of the object as a whole belong.
    var head: Range<Int>
    var members: [String: JSONMember]
    var decoding: Decoding
  }

  /// The keys that were asked for so far.
  private(set) var declarations: [Declaration] = []
  /// For each `branch`, what its keys would be for each name; filled only without a subject.
  private(set) var branches: [[Keys]] = []
  /// What the object is, for messages.
  private(set) var title: String
  /// The object that is decoded; nil while the keys are only described.
  let subject: Subject?

  private let noun: String

  /// Keys that are only described.
  init(describing noun: String) {
    self.noun = noun
    title = noun
    subject = nil
  }

  /// The keys of an object.
  ///
  /// - Parameter head: where faults of the object as a whole belong; nil: at its opening brace.
  init(of object: JSONValue, head: Range<Int>? = nil, noun: String, _ decoding: Decoding) {
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
  func required<Value>(_ key: String, _ shape: Shape<Value>, _ meaning: String) -> Value? {
    declare(key, shape, meaning, isRequired: true, defaultValue: nil)
    return decoded(key, shape)
  }

  /// The value of a key that may be left out; nil then.
  func optional<Value>(_ key: String, _ shape: Shape<Value>, _ meaning: String) -> Value? {
    declare(key, shape, meaning, isRequired: false, defaultValue: nil)
    return decoded(key, shape)
  }

  /// The value of a key that may be left out; nil then.
  ///
  /// - Parameter shown: the default that somebody else fills in, for the JSON Schema.
  func optional<Value>(
    _ key: String, _ shape: Shape<Value>, showing shown: JSONLiteral?, _ meaning: String
  ) -> Value? {
    declare(key, shape, meaning, isRequired: false, defaultValue: shown)
    return decoded(key, shape)
  }

  /// The value of a key, or what `defaultValue` means where it is left out.
  func optional<Value>(
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
  func branch<Tag: Sendable, Value>(
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
    // Which keys are due is unknown; any that some name would allow is left alone.
    for option in options {
      let keys = Keys(describing: title)
      _ = body(option.value, keys)
      for declaration in keys.allDeclarations where !declares(declaration.name) {
        declarations.append(declaration)
        declarations[declarations.count - 1].isRequired = false
      }
    }
    return nil
  }

  /// The keys that were asked for, with those of all branches.
  private var allDeclarations: [Declaration] {
    declarations + branches.flatMap { $0.flatMap(\.allDeclarations) }
  }

  private func declares(_ key: String) -> Bool { declarations.contains { $0.name == key } }

  private func declare<Value>(
    _ key: String, _ shape: Shape<Value>, _ meaning: String, isRequired: Bool,
    defaultValue: JSONLiteral?
  ) {
    let schema = shape.schema
    declarations.append(
      Declaration(
        name: key, isRequired: isRequired, expectation: shape.expectation, meaning: meaning
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

extension Keys {
  /// Where the value of a key stands; the object's opening brace where it is left out.
  func range(of key: String) -> Range<Int> {
    guard let subject else { return 0..<0 }
    return subject.members[key]?.value.headRange ?? subject.head
  }

  /// Notes a fault at the value of a key.
  func fault(at key: String, _ message: String, _ help: String? = nil) {
    subject?.decoding.fault(at: range(of: key), message, help)
  }

  /// Notes unknown and missing keys, once the body has asked for all.
  func finish() {
    guard let subject, case .object(let members) = subject.object.content else { return }
    var missing = declarations.filter { $0.isRequired && subject.members[$0.name] == nil }
    let known = Set(declarations.map(\.name))
    let free = declarations.map(\.name).filter { subject.members[$0] == nil }
    for member in members where !known.contains(member.key) && !subject.decoding.isFull {
      // A repeated key is a fault of its own.
      guard subject.members[member.key]?.keyRange == member.keyRange else { continue }
      let meant = NearestName.of(member.key, among: free)
      missing.removeAll { $0.name == meant }
      subject.decoding.fault(
        at: member.keyRange, "unknown key \(member.key.quoted) for \(title)",
        Spelling.help(for: member.key, among: free, meant: meant))
    }
    for declaration in missing {
      subject.decoding.fault(
        at: subject.head, "missing key '\(declaration.name)' for \(title)",
        "\(declaration.meaning): \(declaration.expectation)")
    }
  }
}

extension Decoding {
  /// Notes that a key stands twice in an object.
  fileprivate func repeated(_ member: JSONMember, first: JSONMember) {
    fault(
      at: member.keyRange, "duplicate key \(member.key.quoted)",
      "remove one: the first is on line \(line(of: first.keyRange))")
  }
}
