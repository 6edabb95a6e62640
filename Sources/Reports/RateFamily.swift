import Experiments
import Optimizers

/// One rule at several learning rates: contenders that differ in nothing else.
struct RateFamily {
  /// What their names have in common.
  var name: String
  /// The contenders with their rates, which rise.
  var members: [(rate: Double, contender: Contender)]

  /// The rules that ran at two learning rates or more, as they were given: what a search finds is no family.
  static func all(among contenders: [Contender]) -> [RateFamily] {
    var groups: [(key: [String], rule: RateFamily)] = []
    for contender in contenders where !contender.isTuned {
      let configuration = contender.configuration
      guard case .number(let rate)? = configuration.values["learning_rate"] else { continue }
      let key = configuration.withoutRate
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].rule.members.append((rate, contender))
      } else {
        groups.append((key, RateFamily(name: contender.name, members: [(rate, contender)])))
      }
    }
    return groups.map(\.rule).filter { $0.members.count > 1 }.map { rule in
      var rule = rule
      rule.members.sort { $0.rate < $1.rate }
      rule.name =
        name(of: rule.members.map(\.contender.name))
        ?? rule.members[0].contender.configuration.kind.rawValue
      return rule
    }
  }

  /// What the names of a rule's optimizers have in common without their rates; nil for nothing.
  static func name(of names: [String]) -> String? { commonName(names) ?? commonEnd(names) }

  /// What the names of a rule's optimizers have in common without their rates, such as "Adam" of
  /// "Adam, 1" or "Adam (lr 1e-3)"; nil for nothing.
  private static func commonName(_ names: [String]) -> String? {
    var common = names[0][...]
    for name in names.dropFirst() { common = common.commonPrefix(name) }
    // The rates may begin alike: "1e-" is no part of the name.
    let rest = common.reversed().drop { "0123456789.eE+-".contains($0) }.count
    if common.dropFirst(rest).contains(where: \.isNumber) { common = common.prefix(rest) }
    common = common.withoutTail()
    for word in ["lr", "learning rate", "η", "α"] where common.lowercased().hasSuffix(word) {
      let name = common.dropLast(word.count)
      // The end of another word is no word; without another one there is no name.
      if name.last?.isLetter != true { common = name.withoutTail() }
    }
    return common.isEmpty ? nil : String(common)
  }

  /// The same where the rates stand first, such as "SGD" of "lr=0.1, SGD"; nil for nothing.
  private static func commonEnd(_ names: [String]) -> String? {
    var common = String(names[0].reversed())[...]
    for name in names.dropFirst() { common = common.commonPrefix(String(name.reversed())) }
    let end = String(common.reversed()).drop { !$0.isLetter }
    return end.isEmpty ? nil : String(end)
  }
}

extension OptimizerConfiguration {
  /// All that a rule is but its learning rate: the same for those that differ in nothing else.
  var withoutRate: [String] {
    [kind.rawValue, variant ?? "", "\(schedule)", lookahead.map { "\($0)" } ?? ""]
      + values.filter { $0.key != "learning_rate" }.map { "\($0.key) \($0.value)" }.sorted()
  }
}

extension Substring {
  /// Without punctuation and spaces at the end.
  fileprivate func withoutTail() -> Substring {
    var name = self
    while let last = name.last, !last.isLetter, !last.isNumber, last != ")" { name.removeLast() }
    return name
  }

  fileprivate func commonPrefix(_ other: String) -> Substring {
    var end = startIndex
    var place = other.startIndex
    while end < endIndex, place < other.endIndex, self[end] == other[place] {
      end = index(after: end)
      place = other.index(after: place)
    }
    return self[..<end]
  }
}
