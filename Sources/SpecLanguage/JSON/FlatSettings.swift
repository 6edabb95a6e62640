import Diagnostics

/// One value of a JSON text with its path, such as `split.test`.
package struct FlatSetting: Hashable, Sendable {
  /// The keys that lead to it, with points between them, and places in lists in brackets.
  package var name: String
  /// The value as text.
  package var value: String

  /// All values of a JSON text in its order; what is an object written as text is taken for one.
  package static func all(of json: String) -> [FlatSetting] {
    let source = SourceText(name: "settings", bytes: Array(json.utf8))
    guard let value = try? JSONReader.read(source) else {
      return [FlatSetting(name: "", value: json)]
    }
    return all(of: value, path: "")
  }

  private static func all(of value: JSONValue, path: String) -> [FlatSetting] {
    switch value.content {
    case .null: return [FlatSetting(name: path, value: "null")]
    case .flag(let flag): return [FlatSetting(name: path, value: flag ? "true" : "false")]
    case .number(let number): return [FlatSetting(name: path, value: number.literal)]
    case .text(let text):
      guard text.hasPrefix("{") else { return [FlatSetting(name: path, value: text)] }
      return all(of: text).map { FlatSetting(name: "\(path).\($0.name)", value: $0.value) }
    case .list(let elements):
      return elements.enumerated().flatMap { all(of: $1, path: "\(path)[\($0)]") }
    case .object(let members):
      return members.flatMap { member in
        all(of: member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)")
      }
    }
  }
}
