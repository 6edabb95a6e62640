import Kernels

/// An interval of real numbers.
package struct NumberDomain: Hashable, Sendable {
  /// The lower end; −∞ for none.
  package var lower: Double
  /// Whether the lower end itself is left out.
  package var lowerOpen: Bool
  /// The upper end; ∞ for none.
  package var upper: Double
  /// Whether the upper end itself is left out.
  package var upperOpen: Bool

  /// The numbers between two ends.
  package init(
    lower: Double = -.infinity, lowerOpen: Bool = false, upper: Double = .infinity,
    upperOpen: Bool = false
  ) {
    self.lower = lower
    self.lowerOpen = lowerOpen
    self.upper = upper
    self.upperOpen = upperOpen
  }

  /// Whether a finite number lies between the ends.
  package func contains(_ number: Double) -> Bool {
    number.isFinite && (lowerOpen ? number > lower : number >= lower)
      && (upperOpen ? number < upper : number <= upper)
  }

  package var description: String {
    var ends: [String] = []
    if lower > -.infinity {
      ends.append((lowerOpen ? "greater than " : "of at least ") + NumberText.exact(lower))
    }
    if upper < .infinity {
      ends.append((upperOpen ? "less than " : "at most ") + NumberText.exact(upper))
    }
    return (["a number"] + [ends.joined(separator: " and ")].filter { !$0.isEmpty })
      .joined(separator: " ")
  }

  /// Ends at infinity are written too: 1e400 is a number to a JSON Schema.
  package var schema: JSONLiteral {
    let greatest = Double.greatestFiniteMagnitude
    let isLowerOpen = lowerOpen && lower.isFinite
    let isUpperOpen = upperOpen && upper.isFinite
    return .object([
      .init(key: "type", value: "number"),
      .init(
        key: isLowerOpen ? "exclusiveMinimum" : "minimum", value: .number(max(lower, -greatest))),
      .init(
        key: isUpperOpen ? "exclusiveMaximum" : "maximum", value: .number(min(upper, greatest))),
    ])
  }
}

extension Shape<Double> {
  /// A real number in `domain`, finite.
  package static func number(_ domain: NumberDomain = NumberDomain()) -> Shape {
    Shape(
      types: [.number], expectation: domain.description, schema: { _ in domain.schema },
      read: { value, label, decoding in
        guard case .number(let number) = value.content, domain.contains(number.double) else {
          return number(domain).reject(value, as: label, decoding)
        }
        return number.double
      })
  }
}

extension Shape<Int> {
  /// A whole number in `range`.
  package static func whole(_ range: ClosedRange<Int>) -> Shape {
    Shape(
      types: [.number],
      expectation: range.count == 1
        ? "the number \(range.lowerBound)"
        : "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))",
      schema: { _ in
        [
          "type": "integer", "minimum": .whole(range.lowerBound),
          "maximum": .whole(range.upperBound),
        ]
      },
      read: { value, label, decoding in
        guard case .number(let number) = value.content, let whole = number.whole,
          range.contains(whole)
        else { return whole(range).reject(value, as: label, decoding) }
        return whole
      })
  }
}

extension Shape<Bool> {
  /// `true` or `false`.
  package static var flag: Shape {
    Shape(
      types: [.flag], expectation: "true or false", schema: { _ in ["type": "boolean"] },
      read: { value, _, _ in
        guard case .flag(let flag) = value.content else { return nil }
        return flag
      })
  }
}

/// A whole number with a comma after each three digits, for messages.
package func grouped(_ number: Int) -> String {
  var groups = ""
  for (index, digit) in String(number.magnitude).reversed().enumerated() {
    if index > 0, index.isMultiple(of: 3) { groups.append(",") }
    groups.append(digit)
  }
  return (number < 0 ? "-" : "") + String(groups.reversed())
}
