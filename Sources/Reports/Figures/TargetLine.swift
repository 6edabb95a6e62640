import Plotting
import SpecLanguage

/// A line at a loss that is to be reached.
enum TargetLine: Hashable, Sendable {
  /// At the training loss that the problem's answer is about.
  case problem
  /// At a number.
  case value(Double)

  /// Asks for a line at a number.
  static func askedNumber(of keys: Keys) -> Double? {
    keys.optional("target", .number(), "value to be reached, drawn as a dashed line")
  }

  /// Asks for a line at the problem's own target or at a number.
  static func asked(of keys: Keys) -> TargetLine? {
    let shape = Shape<TargetLine?>.either(
      Shape.flag.map { $0 ? .problem : nil }, Shape.number().map { .value($0) })
    return keys.optional(
      "target", shape,
      "loss to be reached, drawn as a dashed line: a number, or true for the problem's first target"
    )
      ?? nil
  }
}

extension Panel {
  /// Draws a line at `value` of the axis of values, which is in view then.
  mutating func draw(targetAt value: Double) {
    let isLying = y.names != nil
    if isLying {
      x.including.append(value)
    } else if !y.including.contains(value) {
      y.including.append(value)
    }
    annotations.append(
      Annotation(
        .line(ReferenceMark(isLying ? .vertical : .horizontal, at: value, label: "target")),
        for: .key("target")))
  }
}
