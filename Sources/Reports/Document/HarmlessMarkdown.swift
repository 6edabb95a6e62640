import Plotting

/// The text with control and direction-override characters made visible, its line ends all the same.
func visibleMarkdown(_ text: String) -> String {
  var result = ""
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r": result += "\n"
    case "\t": result += "\t"
    case _ where scalar.isInvisibleControl: result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return result
}

/// Whether a link's target, as the parser understands it, has no scheme, or one that only shows a page
/// or writes a mail.
func isSafeTarget(_ target: String) -> Bool {
  // Browsers pass over white space and control characters in a scheme.
  let address = String(
    String.UnicodeScalarView(
      target.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.isInvisibleControl })
  ).lowercased()
  let head = address.prefix { !"/?#".contains($0) }
  guard let colon = head.firstIndex(of: ":") else { return true }
  return ["http", "https", "mailto"].contains(String(head[..<colon]))
}

/// A target as it can stand between the parentheses of a link.
func escapedTarget(_ target: String) -> String {
  var result = ""
  for (index, byte) in target.utf8.enumerated() {
    let scalar = Unicode.Scalar(byte)
    if scalar == "&", startsEntity(target.utf8.dropFirst(index + 1)) {
      result += "&amp;"
      continue
    }
    let isPlain = scalar.properties.isAlphabetic && scalar.isASCII
    if isPlain || "0123456789-._~:/?#[@!$&'*+,;=%]".unicodeScalars.contains(scalar) && byte < 128 {
      result.unicodeScalars.append(scalar)
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count < 2 ? "0" : "") + digits
    }
  }
  return result.isEmpty ? "<>" : result
}

/// Whether what follows an ampersand makes an entity of it.
private func startsEntity(_ rest: Substring.UTF8View) -> Bool {
  let name = rest.prefix { byte in
    let scalar = Unicode.Scalar(byte)
    return scalar == "#"
      || scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
  }
  return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
}

/// A formula without the commands that could lead to another page or change this one.
func harmlessMath(_ formula: String) -> String {
  var result = formula
  while true {
    let cleaned = result.replacing(
      /\\(?:href|url|html[A-Za-z]*|class|cssId|style|require)(?![A-Za-z])/
    ) {
      _ in ""
    }
    if cleaned == result { return result }
    result = cleaned
  }
}
