import Diagnostics

extension Shape<String> {
  /// Any text.
  package static var text: Shape {
    Shape(
      types: [.text], expectation: "text", schema: { _ in ["type": "string"] },
      read: { value, _, _ in
        guard case .text(let text) = value.content else { return nil }
        return text
      })
  }

  /// Text that follows a rule.
  package static func text(_ rule: TextRule) -> Shape {
    Shape(
      types: [.text], expectation: rule.description, schema: { _ in rule.schema },
      read: { value, label, decoding in
        guard case .text(let found) = value.content, rule.allows(found) else {
          return text(rule).reject(value, as: label, decoding)
        }
        return found
      })
  }

  /// A line of plain text, in which nothing takes the place of what stands between braces.
  package static var line: Shape { text(.line).withoutPlaceholders }

  /// The same texts but those with two braces, as placeholders begin, which would be shown as they are.
  package var withoutPlaceholders: Shape {
    refined { text, value, label, decoding -> String? in
      let bytes = Array(text.utf8)
      let brace = UInt8(ascii: "{")
      let places = bytes.indices.dropLast()
      guard let start = places.first(where: { bytes[$0] == brace && bytes[$0 + 1] == brace })
      else { return text }
      decoding.fault(
        at: decoding.places(in: value).range(of: start..<start + 2),
        "\(label) is plain text, which would show '{{' as it is",
        "write what is meant, or put it into a markdown cell or a caption")
      return nil
    }
  }
}

extension Shape {
  /// One of a few names.
  ///
  /// - Parameter noun: what the names are of, such as "optimizer"; nil: values of the key.
  package static func choice(_ options: [(name: String, value: Value)], of noun: String? = nil)
    -> Shape
  where Value: Sendable {
    let names: @Sendable () -> [String] = { options.map(\.name) }
    return Shape(
      types: [.text],
      expectation: (options.count == 1 ? "" : "one of ")
        + names().map { "\"\($0)\"" }.joined(separator: ", "),
      schema: { _ in
        ["type": "string", "enum": .list(names().map { .text($0) })]
      },
      read: { value, label, decoding in
        guard case .text(let name) = value.content else { return nil }
        if let meant = options.first(where: { $0.name == name }) { return meant.value }
        let subject = noun.map { "\($0) \(name.quoted)" } ?? "value \(name.quoted) for \(label)"
        decoding.fault(
          at: value.range, "unknown \(subject)", Spelling.help(for: name, among: names()))
        return nil
      })
  }

  /// One of the names of an enumeration.
  package static func choice(of noun: String? = nil) -> Shape
  where Value: CaseIterable & RawRepresentable<String> & Sendable {
    choice(Value.allCases.map { ($0.rawValue, $0) }, of: noun)
  }
}

/// Help for names that do not exist.
package enum Spelling {
  /// The nearest name, if there is one, and what would have been allowed.
  ///
  /// - Parameter meant: the nearest name, when the caller knows it.
  package static func help(for name: String, among names: [String], meant: String? = nil) -> String
  {
    guard !names.isEmpty else { return "no more keys are allowed here" }
    let nearest = meant ?? NearestName.of(name, among: names)
    // With a suggestion the list is only a reminder.
    let shown = nearest == nil ? 12 : 3
    let list = names.prefix(shown).joined(separator: ", ") + (names.count > shown ? ", ..." : "")
    return (nearest.map { "did you mean '\($0)'? " } ?? "") + "expected: " + list
  }
}
