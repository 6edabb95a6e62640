import Kernels
import Diagnostics
import SpecLanguage

/// What a spec may say under `sweep`.
enum SweepShape {
  /// Paths with lists of values; the values are checked where they land.
  static let shape = Shape<Bool>(
    types: [.object], expectation: "an object of paths with lists of values",
    schema: { _ in
      [
        "type": "object", "minProperties": 1, "propertyNames": SweepPath.rule.schema,
        "additionalProperties": ["type": "array", "minItems": 1, "uniqueItems": true],
      ]
    },
    read: { value, _, decoding in axes(of: value, decoding) == nil ? nil : true })

  /// The axes of a sweep; nil, with the faults noted, where it is not well formed.
  static func axes(of value: JSONValue, _ decoding: Decoding) -> [SweepAxis]? {
    guard case .object(let members) = value.content, !members.isEmpty else {
      decoding.fault(
        at: value.headRange, "'sweep' is empty", "expected \(SweepPath.rule.description)")
      return nil
    }
    var axes: [SweepAxis] = []
    var paths: Set<String> = []
    for member in members {
      if !paths.insert(member.key).inserted {
        decoding.fault(
          at: member.keyRange, "duplicate key \(member.key.quoted)", "remove one of the two")
      } else if let axis = axis(member, decoding) {
        axes.append(axis)
      }
    }
    return axes.count == members.count ? axes : nil
  }

  private static func axis(_ member: JSONMember, _ decoding: Decoding) -> SweepAxis? {
    guard let path = SweepPath(member.key) else {
      decoding.fault(
        at: member.keyRange, "\(member.key.quoted) is no path of a sweep",
        "expected \(SweepPath.rule.description)")
      return nil
    }
    if path.keys == ["name"] {
      decoding.fault(
        at: member.keyRange, "a sweep cannot change a name",
        "names are made from the values: \"Adam, 0.01\"")
      return nil
    }
    guard case .list(let values) = member.value.content, !values.isEmpty else {
      decoding.fault(
        at: member.value.headRange, "\(member.key.quoted) has no list of values",
        "expected a list of values, at least 1")
      return nil
    }
    var texts: Set<String> = []
    var isSound = true
    for (index, value) in values.enumerated() where !texts.insert(value.phrase).inserted {
      decoding.fault(
        at: value.headRange, "element \(index + 1) of \(member.key.quoted) is repeated",
        "remove it")
      isSound = false
    }
    return isSound ? SweepAxis(path: path, member: member, values: values) : nil
  }
}

extension JSONValue {
  /// The value in a name: "0.01", "cosine 0.1".
  var phrase: String {
    switch content {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.whole.map { String($0) } ?? NumberText.exact(number.double)
    case .text(let text): text
    case .list(let elements): elements.map(\.phrase).joined(separator: "-")
    case .object(let members): members.map(\.value.phrase).joined(separator: " ")
    }
  }
}
