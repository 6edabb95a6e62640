import Plotting

/// What an SVG file needs beyond what cairo writes: ids that do not depend on what was drawn
/// before and do not collide when several figures stand in one page, and texts for those who
/// cannot see it.
enum ScalableVectorGraphics {
  /// `file`, as cairo wrote it, with its ids renumbered behind the figure's own and with title and
  /// description.
  static func finished(_ file: [UInt8], drawing: Drawing) -> [UInt8] {
    let prefix = identifier(drawing.identifier)
    var result: [UInt8] = []
    result.reserveCapacity(file.count + file.count / 4)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var position = 0
    var isRootSeen = false
    while position < file.count {
      if let marker = markers.first(where: { file[position...].starts(with: $0) }) {
        let start = position + marker.count
        let end = file[start...].firstIndex { $0 == quote || $0 == parenthesis } ?? file.count
        let id = file[start..<end]
        let number = numbers[id] ?? numbers.count + 1
        numbers[id] = number
        result += marker + Array("\(prefix)-\(number)".utf8)
        position = end
      } else if !isRootSeen, file[position...].starts(with: root) {
        isRootSeen = true
        let end = file[position...].firstIndex(of: UInt8(ascii: ">")) ?? file.count - 1
        result += file[position..<end]
        result += Array(opening(drawing, prefix: prefix).utf8)
        position = end + 1
      } else {
        result.append(file[position])
        position += 1
      }
    }
    return result
  }

  private static let quote = UInt8(ascii: "\"")
  private static let parenthesis = UInt8(ascii: ")")
  private static let root = Array("<svg ".utf8)
  private static let markers = [" id=\"", "href=\"#", "url(#"].map { Array($0.utf8) }

  /// The end of the root's tag and the elements that describe the picture.
  private static func opening(_ drawing: Drawing, prefix: String) -> String {
    let title = escaped(drawing.alternativeText)
    let description = escaped(drawing.description)
    var names: [String] = []
    var elements = ""
    if !title.isEmpty {
      names.append("\(prefix)-title")
      elements += "\n<title id=\"\(prefix)-title\">\(title)</title>"
    }
    if !description.isEmpty {
      names.append("\(prefix)-desc")
      elements += "\n<desc id=\"\(prefix)-desc\">\(description)</desc>"
    }
    let labelled =
      names.isEmpty ? "" : " aria-labelledby=\"\(names.joined(separator: " "))\""
    return " role=\"img\"\(labelled)>\(elements)"
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
