/// A cell that begins with a number, `2849 [2773, 2915]`, `19 of 20`, `0.9`, `∞ ▼`, or stands for a
/// missing one.
struct LeadingNumber {
  /// The number as siunitx reads it, such as `-0.25`; nil for what has no digits, such as ∞.
  let digits: String?
  /// What is shown as the number where it has no digits.
  let word: String
  /// What follows, with the space before it.
  let rest: String

  /// The number at the start of a cell; nil where it starts with anything else, such as 1e-8.
  init?(_ text: String) {
    let start = text.prefix { $0 != " " && $0 != ";" }
    if start.contains(where: Self.isDigit) {
      let unsigned = start.first == "−" || start.first == "-" ? start.dropFirst() : start
      let parts = unsigned.split(separator: "." as Character, omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
      else { return nil }
      digits = String(start).replacing("−", with: "-")
      (word, rest) = ("", String(text[start.endIndex...]))
    } else if start == "∞" || start == "−∞" {
      (digits, word, rest) = (nil, String(start), String(text[start.endIndex...]))
    } else if text.isEmpty || text == "–" {
      (digits, word, rest) = (nil, text, "")
    } else {
      return nil
    }
  }

  /// Whether it goes on as one phrase, such as `99.9 %`, `45.75 to 66` or `1.3 × 10⁷`, which would be
  /// torn apart if numbers with fewer decimals stood above it.
  var isPhrase: Bool {
    guard let next = rest.first(where: { $0 != " " }) else { return false }
    return next.isLetter || next == "%" || next == "×"
  }

  /// Whether it has a sign.
  var isSigned: Bool { digits?.hasPrefix("-") == true }

  /// How many digits it has before the point.
  var wholeDigits: Int { digits?.drop { $0 == "-" }.prefix(while: Self.isDigit).count ?? 0 }

  /// How many digits it has after the point.
  var decimals: Int {
    guard let digits, let point = digits.firstIndex(of: ".") else { return 0 }
    return digits[point...].dropFirst().count
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
