import Diagnostics
import SpecLanguage

/// What a spec can say of an axis of a figure; what would change nothing is no key.
package struct AxisChoice: Sendable {
  /// What the axis is, for help; nil: the axis of its letter.
  package var name: String?
  /// Whether its scale can be chosen.
  package var hasScale = true
  /// Whether its ends can be chosen.
  package var hasLimits = true
  /// Whether its label can be chosen.
  package var hasLabel = true

  /// Scale, limits and label.
  package static let all = AxisChoice()
  /// Nothing.
  package static let nothing = AxisChoice(hasScale: false, hasLimits: false, hasLabel: false)

  /// The label alone, of an axis that has names or places of its own.
  package static func label(of name: String) -> AxisChoice {
    AxisChoice(name: name, hasScale: false, hasLimits: false)
  }
}

extension AxisSpec {
  /// Asks for the keys of the axis called `letter`.
  package static func asked(of keys: Keys, _ letter: String, _ choice: AxisChoice) -> AxisSpec {
    let name = choice.name ?? "the \(letter) axis"
    var axis = AxisSpec()
    if choice.hasScale {
      axis.isLogarithmic = keys.optional(
        "\(letter)_scale", .choice([("linear", false), ("log", true)]),
        "scale of \(name); by default what suits the numbers")
    }
    if choice.hasLimits {
      let limits = keys.optional(
        "\(letter)_limits", AxisSpec.limits, "ends of \(name); by default those of the numbers")
      axis.lower = limits?.first
      axis.upper = limits?.last
    }
    if choice.hasLabel {
      axis.label = keys.optional("\(letter)_label", .text(.line), "label of \(name)")
    }
    if axis.isLogarithmic == true, let lower = axis.lower, lower <= 0 {
      keys.fault(
        at: "\(letter)_limits", "a logarithmic axis cannot begin at \(shortText(of: lower))",
        "give two numbers above 0")
    }
    return axis
  }

  private static let limits = Shape<[Double]>.pair(of: .number(), "numbers, the lower one first")
}

extension Shape<[Double]> {
  /// Two values, the lower one first.
  package static func pair(of element: Shape<Double>, _ elements: String) -> Shape<[Double]> {
    let list = Shape<[Double]>.list(of: element, elements, atLeast: 2)
    let expectation = "a list of two \(elements)"
    return Shape(
      types: list.types, expectation: expectation,
      schema: { definitions in
        guard case .object(let members) = list.schema(definitions) else { return [:] }
        return .object(members + [.init(key: "maxItems", value: .whole(2))])
      },
      read: { value, label, decoding in
        guard let values = list.read(value, label, decoding) else { return nil }
        if values.count == 2, values[0] < values[1] { return values }
        decoding.fault(at: value.range, "\(label) is no such pair", "expected \(expectation)")
        return nil
      })
  }
}
