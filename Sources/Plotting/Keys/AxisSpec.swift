import Kernels
import SpecLanguage

/// What a spec says of an axis; what is nil is found from the data.
package struct AxisSpec: Hashable, Sendable {
  /// How numbers map to places.
  package var scale: Axis.Scale?
  /// The least value shown.
  package var lower: Double?
  /// The greatest value shown.
  package var upper: Double?
  /// What it measures.
  package var label: String?

  /// An axis of which nothing is said.
  package init() {}
}

/// What a spec can say of an axis of a figure; what would change nothing is no key.
package struct AxisChoice: Sendable {
  /// What the axis is, for help; nil: the axis of its letter.
  package var name: String?
  /// Whether its scale can be chosen.
  package var hasScale: Bool
  /// Whether its ends can be chosen.
  package var hasLimits: Bool
  /// Whether its label can be chosen.
  package var hasLabel: Bool

  /// A choice of what is not said to be out of question.
  package init(
    name: String? = nil, hasScale: Bool = true, hasLimits: Bool = true, hasLabel: Bool = true
  ) {
    self.name = name
    self.hasScale = hasScale
    self.hasLimits = hasLimits
    self.hasLabel = hasLabel
  }

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
      axis.scale = keys.optional(
        "\(letter)_scale", .choice(), "scale of \(name); by default what suits the numbers")
    }
    if choice.hasLimits {
      let limits = keys.optional(
        "\(letter)_limits", Shape<[Double]>.risingPair(of: .number()),
        "ends of \(name); by default those of the numbers")
      axis.lower = limits?.first
      axis.upper = limits?.last
    }
    if choice.hasLabel {
      axis.label = keys.optional("\(letter)_label", .label, "label of \(name)")
    }
    if axis.scale == .logarithmic, let lower = axis.lower, lower <= 0 {
      keys.fault(
        at: "\(letter)_limits", "a logarithmic axis cannot begin at \(NumberText.exact(lower))",
        "give two numbers above 0")
    }
    return axis
  }
}

extension Axis {
  /// An axis with what a spec says of it over what was found from the data.
  package init(
    _ spec: AxisSpec, label: String, scale: Axis.Scale = .linear, isWhole: Bool = false
  ) {
    self.init(
      spec.label ?? label, scale: spec.scale ?? scale, lower: spec.lower, upper: spec.upper,
      isWhole: isWhole)
  }

  /// The axis with what a spec says of it in the place of its own.
  package func overridden(by spec: AxisSpec) -> Axis {
    var axis = self
    axis.label = spec.label ?? label
    axis.scale = spec.scale ?? scale
    axis.lower = spec.lower ?? lower
    axis.upper = spec.upper ?? upper
    return axis
  }
}
