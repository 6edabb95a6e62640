import Datasets
import Diagnostics
import SpecLanguage

/// A spec in which every combination of swept values stands as an optimizer or a problem of its own.
///
/// The values keep their places under `sweep`, so that what a key refuses is said where it stands.
struct SweepExpansion {
  /// The most optimizers or problems that a sweep makes, unless limits are lifted.
  static let limit = 10_000

  /// The spec with the combinations in the place of what they were made from.
  private(set) var document: JSONValue
  /// For each optimizer of `document` the sweep that made it, if any.
  private(set) var optimizers: [SweptOptimizer?] = []

  /// The combinations that an element of the spec stands for.
  private(set) var groups: [(noun: String, name: String, members: [String])] = []

  private let decoding: Decoding

  /// Expands the sweep of `document`, if it has a sound one; faults are noted.
  init(_ document: JSONValue, _ decoding: Decoding) {
    self.document = document
    self.decoding = decoding
    guard let sweep = document["sweep"], case .object = sweep.content,
      let axes = SweepShape.axes(of: sweep, decoding)
    else { return }
    for subject in SweepPath.Subject.allCases {
      expand(subject, axes.filter { $0.path.subject == subject })
    }
  }

  private mutating func expand(_ subject: SweepPath.Subject, _ axes: [SweepAxis]) {
    guard let list = document[subject.rawValue], case .list(let elements) = list.content,
      !axes.isEmpty
    else { return }
    let names = elements.map { subject == .optimizers ? $0.text(of: "name") : $0.problemName }
    checkNames(axes, subject, among: names.compactMap { $0 })
    var expanded: [JSONValue] = []
    var swept: [SweptOptimizer?] = []
    for (element, name) in zip(elements, names) {
      let axes = name.map { name in axes.filter { $0.names(name) } } ?? []
      guard let name, !axes.isEmpty, isSound(axes), isBounded(axes, expanded.count) else {
        expanded.append(element)
        swept.append(nil)
        continue
      }
      var members: [String] = []
      for values in combinations(axes.map(\.values)) {
        let combination = zip(axes, values).reduce(element) { element, part in
          element.replacing(part.0.path.keys[...], with: part.1, at: part.0.member.keyRange)
        }
        let phrases = values.map(\.phrase)
        members.append(([name] + phrases).joined(separator: ", "))
        expanded.append(combination.named(members[members.count - 1]))
        swept.append(
          SweptOptimizer(
            name: name,
            settings: zip(axes, phrases).map {
              SweptOptimizer.Setting(
                key: $0.0.path.keys.joined(separator: "/"), value: $0.1)
            }))
      }
      groups.append((subject.noun, name, members))
    }
    if subject == .optimizers { optimizers = swept }
    document.replaceMember(
      subject.rawValue, with: JSONValue(content: .list(expanded), range: list.range))
  }

  private func checkNames(
    _ axes: [SweepAxis], _ subject: SweepPath.Subject, among names: [String]
  ) {
    for axis in axes {
      guard let name = axis.path.name, !names.contains(name) else { continue }
      decoding.fault(
        at: axis.member.keyRange, "no \(subject.noun) is called \(name.quoted)",
        Spelling.help(for: name, among: names + ["*"]))
    }
  }

  /// Whether no two axes set the same key; else a fault.
  private func isSound(_ axes: [SweepAxis]) -> Bool {
    var seen: Set<[String]> = []
    for axis in axes where !seen.insert(axis.path.keys).inserted {
      decoding.fault(
        at: axis.member.keyRange,
        "\(axis.path.keys.joined(separator: "/").quoted) is swept twice",
        "another path of the sweep sets it too: remove one of them")
      return false
    }
    return true
  }

  /// Whether there are not too many combinations; else a fault.
  private func isBounded(_ axes: [SweepAxis], _ count: Int) -> Bool {
    let product = axes.reduce(Double(1)) { $0 * Double($1.values.count) }
    guard !decoding.liftsLimits, Double(count) + product > Double(Self.limit) else { return true }
    decoding.fault(
      at: axes[axes.count - 1].member.keyRange,
      "the sweep makes \(grouped(Int(min(product, 1e15)))) \(axes[0].path.subject.rawValue) of one",
      "the limit is \(grouped(Self.limit)) in all; --no-limits lifts it")
    return false
  }

  /// Every choice of one value from each list; the first list varies slowest.
  private func combinations(_ lists: [[JSONValue]]) -> [[JSONValue]] {
    lists.reduce([[]]) { combinations, list in
      combinations.flatMap { start in list.map { start + [$0] } }
    }
  }
}

/// Which optimizers of a spec a sweep made, one entry an optimizer, or none at all.
struct SweptOptimizers: DecodingSetting {
  static let initialValue: [SweptOptimizer?] = []
}

extension JSONValue {
  /// The name of a problem: its own, or that of its data set or model, as `ProblemSpec` finds it.
  fileprivate var problemName: String? {
    if let name = text(of: "name") { return name }
    guard let dataset = self["dataset"] else { return self["model"]?.kind }
    if let path = dataset.filePath ?? dataset["images"].flatMap({ $0.kind ?? $0.filePath }) {
      return FileLocation(path: path, displayName: path).name
    }
    if let url = dataset.text(of: "url") ?? dataset["images"]?.text(of: "url") {
      return FileLocation(url: url, sha256: "").name
    }
    return dataset.kind
  }

  private var filePath: String? { text(of: "path") }

  /// The value with what the path leads to replaced; objects on the way are made where needed.
  ///
  /// - Parameter place: where the path stands, for faults of the key.
  fileprivate func replacing(
    _ path: ArraySlice<String>, with value: JSONValue, at place: Range<Int>
  ) -> JSONValue {
    guard let key = path.first else { return value }
    var members: [JSONMember]
    switch content {
    case .object(let all): members = all
    // A kind alone stands for the object that has it.
    case .text: members = [JSONMember(key: "kind", keyRange: range, value: self)]
    default: return self
    }
    let old =
      members.first { $0.key == key }?.value ?? JSONValue(content: .object([]), range: place)
    let new = JSONMember(
      key: key, keyRange: place,
      value: old.replacing(path.dropFirst(), with: value, at: place))
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index] = new
    } else {
      members.append(new)
    }
    return JSONValue(content: .object(members), range: range)
  }

  /// The object with another name.
  fileprivate func named(_ name: String) -> JSONValue {
    let place = self["name"]?.range ?? headRange
    var value = self
    value.replaceMember("name", with: JSONValue(content: .text(name), range: place))
    return value
  }

  /// Puts `value` in the place of the first value of `key`; adds the key where there is none.
  fileprivate mutating func replaceMember(_ key: String, with value: JSONValue) {
    guard case .object(var members) = content else { return }
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(JSONMember(key: key, keyRange: value.range, value: value))
    }
    content = .object(members)
  }
}
