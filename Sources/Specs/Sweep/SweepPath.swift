import Diagnostics
import SpecLanguage

/// What a key of `sweep` names: problems or optimizers, and a key below them.
struct SweepPath {
  /// The lists whose elements can be swept over.
  enum Subject: String, CaseIterable {
    case optimizers
    case problems

    /// One of its elements.
    var noun: String {
      switch self {
      case .optimizers: "optimizer"
      case .problems: "problem"
      }
    }
  }

  let subject: Subject
  /// The name of one element; nil for all.
  let name: String?
  /// The keys that lead from the element to the value, at least one.
  let keys: [String]

  /// What a path may look like.
  static let rule = TextRule(
    description: "'optimizers/NAME/KEY' or 'problems/NAME/KEY', '*' instead of a name for all",
    prefixes: Subject.allCases.map { $0.rawValue + "/" }, first: anything, inner: anything,
    last: anything, length: 1...1_000)

  private static let anything = ScalarSet(ranges: [], inverted: true)

  /// The path that a key of `sweep` spells; nil for none.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, !parts.contains(""), let subject = Subject(rawValue: parts[0])
    else { return nil }
    self.subject = subject
    name = parts[1] == "*" ? nil : parts[1]
    keys = Array(parts[2...])
  }
}

/// One key of `sweep` with its values.
struct SweepAxis {
  let path: SweepPath
  /// The key with its place in the spec.
  let member: JSONMember
  /// The values, without repeats, at least one.
  let values: [JSONValue]

  /// Whether it is about an element of that name.
  func names(_ name: String) -> Bool { path.name.map { $0 == name } ?? true }
}
