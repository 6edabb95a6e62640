import Plotting

/// The texts of an SVG file: ids that do not collide when several figures stand in one page, and
/// words for those who cannot see it.
enum ScalableVectorGraphics {
  /// The end of the root's tag and the elements that describe the picture.
  static func opening(_ drawing: Drawing, prefix: String) -> String {
    let title = escaped(drawing.subject.isEmpty ? drawing.alternativeText : drawing.subject)
    let description = escaped(drawing.description)
    // The title is the picture's name; the description, which can be long, is read only when asked for.
    var attributes = ""
    var elements = ""
    if !title.isEmpty {
      attributes += " aria-labelledby=\"\(prefix)-title\""
      elements += "\n<title id=\"\(prefix)-title\">\(title)</title>"
    }
    if !description.isEmpty {
      attributes += " aria-describedby=\"\(prefix)-desc\""
      elements += "\n<desc id=\"\(prefix)-desc\">\(description)</desc>"
    }
    return " role=\"img\"\(attributes)>\(elements)"
  }

  /// `name` as the beginning of an id: letters, digits, `_` and `-`; others become `_` and their
  /// code, so that different names stay different.
  static func identifier(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
      default: result += "_" + String(scalar.value, radix: 16)
      }
    }
    guard let first = result.first, first.isLetter else { return "figure-" + result }
    return result
  }

  /// `text` as XML character data, without the characters that XML 1.0 does not allow.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default:
        let code = scalar.value
        let isAllowed = code >= 0x20 && !(0x7F...0x9F).contains(code) && code & 0xFFFE != 0xFFFE
        if isAllowed { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
