import Diagnostics

extension Keys {
  /// Where the value of a key stands; the object's opening brace where it is left out.
  package func range(of key: String) -> Range<Int> {
    guard let subject else { return 0..<0 }
    return subject.members[key]?.value.headRange ?? subject.head
  }

  /// Notes a fault at the value of a key.
  package func fault(at key: String, _ message: String, _ help: String? = nil) {
    subject?.decoding.fault(at: range(of: key), message, help)
  }

  /// Notes unknown and missing keys, once the body has asked for all.
  package func finish() {
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
        "\(declaration.meaning): \(declaration.expectation())")
    }
  }
}

extension Decoding {
  /// Notes that a key stands twice in an object.
  package func repeated(_ member: JSONMember, first: JSONMember) {
    fault(
      at: member.keyRange, "duplicate key \(member.key.quoted)",
      "remove one: the first is on line \(line(of: first.keyRange))")
  }
}
