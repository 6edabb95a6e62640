/// Lists within a sentence, none longer than three.
enum Lists {
  /// The most that a sentence names one by one.
  static let most = 3

  /// Parts as a list in a sentence: a, b and c.
  static func joined(_ parts: [[Inline]]) -> [Inline] {
    var result: [Inline] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(.text(index == parts.count - 1 ? " and " : ", ")) }
      result += part
    }
    return result
  }

  /// The first parts as a list: a, b and 4 more.
  static func shortened(_ parts: [[Inline]], more: String = "more") -> [Inline] {
    guard parts.count > most else { return joined(parts) }
    return joined(Array(parts.prefix(most - 1)) + [[.text("\(parts.count - most + 1) \(more)")]])
  }

  /// Names of optimizers.
  static func optimizers(_ names: [String]) -> [Inline] {
    shortened(names.map { [.strong([.text($0)])] })
  }

  /// Names of problems.
  static func problems(_ names: [String]) -> [Inline] {
    shortened(names.map { [.emphasis([.text($0)])] })
  }
}
