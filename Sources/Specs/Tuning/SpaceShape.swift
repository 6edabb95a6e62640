import Kernels
import Optimizers
import SpecLanguage
import Training
import Tuning

/// What a spec says of one hyperparameter that is searched for.
package struct SpaceEntry: Hashable, Sendable {
  /// The key with its place.
  package let name: String
  package let place: Range<Int>
  /// The values, with their place.
  package let range: SearchRange
  package let rangePlace: Range<Int>
}

extension Shape<[SpaceEntry]> {
  /// An object of ranges, by the names of hyperparameters.
  static let space = Shape(
    types: [.object], expectation: "an object of hyperparameters with their ranges",
    schema: { definitions in
      [
        "type": "object",
        "propertyNames": ["enum": .list(SpaceEntry.names.map { .text($0) })],
        "additionalProperties": Shape<SearchRange>.range.schema(definitions),
      ]
    },
    read: { value, _, decoding in
      guard case .object(let members) = value.content else { return nil }
      var entries: [SpaceEntry] = []
      for (number, member) in members.enumerated() {
        if let first = members[..<number].first(where: { $0.key == member.key }) {
          decoding.repeated(member, first: first)
        } else if let entry = SpaceEntry(member, decoding) {
          entries.append(entry)
        }
      }
      return entries.count == members.count ? entries : nil
    })
}

extension SpaceEntry {
  /// The names of all numbers that can be tuned.
  package static let names: [String] = {
    var known: Set<String> = []
    let rules = OptimizerKind.allCases.flatMap { kind in
      (kind.variants.isEmpty ? [nil] : kind.variants.map { Optional($0) }).flatMap {
        kind.hyperparameters(variant: $0).filter { $0.domain.isNumeric }.map(\.name)
      }
    }
    return (rules + BudgetKey.allCases.map(\.rawValue)).filter { known.insert($0).inserted }
  }()

  fileprivate init?(_ member: JSONMember, _ decoding: Decoding) {
    guard Self.names.contains(member.key) else {
      decoding.fault(
        at: member.keyRange, "no optimizer has a number \(member.key.quoted) to tune",
        Spelling.help(for: member.key, among: Self.names))
      return nil
    }
    let label = Label(key: member.key)
    guard let range = Shape<SearchRange>.range.decode(member.value, as: label, decoding) else {
      return nil
    }
    name = member.key
    place = member.keyRange
    rangePlace = member.value.headRange
    self.range = range
  }
}

extension HyperparameterDomain {
  /// Whether its values are numbers.
  var isNumeric: Bool {
    switch self {
    case .number, .integer: true
    case .flag, .choice: false
    }
  }
}

extension Shape<SearchRange> {
  /// Two ends and the scale between them.
  static let range = Shape.object("range") { keys in
    let low = keys.required("low", .number(), "least value")
    let high = keys.required("high", .number(), "greatest value")
    let scale: SearchScale? = keys.optional(
      "scale", .choice(), default: .text(SearchScale.linear.rawValue),
      "whether differences or ratios count")
    let isInteger = keys.optional(
      "integer", .flag, default: false, "whether only whole numbers are meant")
    guard let low, let high, let scale, let isInteger else { return nil }
    guard low < high else {
      keys.fault(
        at: "high",
        "'high' is \(NumberText.exact(high)), not above 'low', which is "
          + NumberText.exact(low), "a search needs room: give the greater end as 'high'")
      return nil
    }
    if scale == .log, low <= 0 {
      keys.fault(
        at: "low", "a logarithmic range cannot begin at \(NumberText.exact(low))",
        "give a 'low' above 0, or leave out 'scale'")
      return nil
    }
    if isInteger,
      let (key, end) = [("low", low), ("high", high)].first(where: { $1 != $1.rounded() })
    {
      keys.fault(
        at: key, "\(NumberText.exact(end)) is no whole number",
        "both ends of a range of whole numbers are whole")
      return nil
    }
    return SearchRange(low: low, high: high, scale: scale, isInteger: isInteger)
  }.defined(as: "range")
}
