/// One step from a JSON value to a part of it.
public enum JSONStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// To the value of a key.
  case key(String)
  /// To an element of a list, from 0.
  case index(Int)

  /// A key.
  public init(stringLiteral value: String) { self = .key(value) }
  /// An index, from 0.
  public init(integerLiteral value: Int) { self = .index(value) }
}

extension JSONValue {
  /// The value of a key, the first one if the key is repeated.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a key, if it has one.
  package func text(of key: String) -> String? {
    guard case .text(let text)? = self[key]?.content else { return nil }
    return text
  }

  /// The kind that the value names: the text itself, or that of the key `kind`.
  package var kind: String? {
    if case .text(let text) = content { return text }
    return text(of: "kind")
  }

  /// Where faults of the value as a whole belong: the opening brace of an object, else all of it.
  package var headRange: Range<Int> {
    switch content {
    case .object where range.count > 1: range.lowerBound..<range.lowerBound + 1
    default: range
    }
  }

  /// The value at `path`, if there is one.
  package func value(at path: some Collection<JSONStep>) -> JSONValue? {
    guard let step = path.first else { return self }
    switch step {
    case .key(let key): return self[key]?.value(at: path.dropFirst())
    case .index(let index):
      guard case .list(let elements) = content, elements.indices.contains(index) else { return nil }
      return elements[index].value(at: path.dropFirst())
    }
  }

  /// Where the value at `path` stands; where the text leaves it out, the head of what would hold it.
  package func range(at path: some Collection<JSONStep>) -> Range<Int> {
    guard let step = path.first else { return range }
    let part: JSONValue?
    switch step {
    case .key(let key): part = self[key]
    case .index(let index):
      if case .list(let elements) = content, elements.indices.contains(index) {
        part = elements[index]
      } else {
        part = nil
      }
    }
    return part?.range(at: path.dropFirst()) ?? headRange
  }
}
