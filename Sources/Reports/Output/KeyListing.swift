import SpecLanguage

extension Listing.Entry {
  /// What a spec can name, with its keys.
  ///
  /// - Parameters:
  ///   - facts: what there is to know besides the keys.
  ///   - keys: its keys, described.
  ///   - example: the smallest use.
  init(
    name: String, summary: String, facts: [(name: String, text: String)] = [], keys: Keys,
    example: String
  ) {
    let keys = keys.listed.map(KeyHelp.init)
    let width = (keys.map(\.name) + facts.map(\.name)).map(\.count).max() ?? 0
    let indent = String(repeating: " ", count: width + 4)
    let lines = keys.flatMap { key -> [String] in
      let parts = key.parts.map { "\(indent)  \($0.name): \($0.meaning)" }
      return ["  \(key.name.padding(to: width))  \(key.meaning)", indent + Self.value(of: key)]
        + parts
    }
    let known = facts.map { "  \($0.name.padding(to: width))  \($0.text)" }
    self.init(
      name: name, summary: summary,
      details: (["\(name): \(summary)"] + (known.isEmpty ? [] : [""] + known)
        + (keys.isEmpty ? [] : ["", "keys"] + lines) + ["", "example", "  \(example)"])
        .joined(separator: "\n"))
  }

  /// A kind that a spec can name under `noun`.
  ///
  /// - Parameter describe: describes the kind's keys.
  init(
    kind: String, under noun: String, summary: String, facts: [(name: String, text: String)],
    describe: (Keys) -> Void
  ) {
    let keys = Keys(describing: noun)
    describe(keys)
    self.init(
      name: kind, summary: summary, facts: facts, keys: keys,
      example: Self.example(of: kind, under: noun, keys))
  }

  /// What a key's value may be, and what it is without one.
  private static func value(of key: KeyHelp) -> String {
    let standard = key.standard.map { "; default \($0)" } ?? ""
    return key.expectation + (key.isRequired ? "; required" : standard)
  }

  /// The smallest use of a kind whose name can stand alone, unless keys are needed.
  private static func example(of kind: String, under key: String, _ keys: Keys) -> String {
    let needed = keys.listed.filter(\.isRequired)
    if needed.isEmpty { return "\"\(key)\": \"\(kind)\"" }
    let given = needed.map { "\"\($0.name)\": \($0.example)" }
    return "\"\(key)\": { \((["\"kind\": \"\(kind)\""] + given).joined(separator: ", ")) }"
  }
}

extension String {
  /// The text with spaces after it, `width` characters wide.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
