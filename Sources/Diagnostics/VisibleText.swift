extension Unicode.Scalar {
  /// Whether a terminal or an editor would act on this scalar instead of showing it: control
  /// characters (escape sequences begin with one), direction overrides and isolates, and other
  /// invisible format characters but the joiners, which many scripts and emoji need.
  public var isDeceptive: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return value != 0x200C && value != 0x200D
    default: return false
    }
  }
}

extension StringProtocol {
  /// The text with every scalar that a terminal would act on written out, such as `<U+001B>`.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isDeceptive) else { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isDeceptive {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "<U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count))
        result += digits + ">"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text in single quotes for a message, visible, and cut after 60 characters.
  public var quoted: String {
    let start = prefix(60)
    return "'\(start.visible)\(start.endIndex == endIndex ? "" : "…")'"
  }
}
