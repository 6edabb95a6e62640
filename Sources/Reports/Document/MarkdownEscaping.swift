import Plotting

/// Plain text as Markdown that GitHub and GitLab show unchanged.
///
/// Nothing in `text` can become HTML, a link, emphasis, a formula, a table cell or a block: newlines
/// become spaces, control and direction-override characters become U+FFFD, and every mark that has
/// a meaning where it stands is escaped. What needs no escape keeps its plain look.
///
/// - Parameters:
///   - next: the character that follows the text in the output, if any.
///   - partsMentions: whether no name and no address may follow an @, and no number of an issue a #.
///   - isInBrackets: whether it stands in the brackets of a link or a picture, which a bracket in it can end.
func escapedMarkdown(
  _ text: String, before next: Unicode.Scalar? = nil, partsMentions: Bool = true,
  isInBrackets: Bool = false
) -> String {
  let scalars = Array(text.unicodeScalars)
  let hidesBrackets = isInBrackets && !scalars.hasHarmlessBrackets
  var result = ""
  func isWord(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
      || scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
  }
  func isSpace(_ index: Int) -> Bool {
    !scalars.indices.contains(index) || scalars[index].properties.isWhitespace
  }
  func following(_ index: Int) -> Unicode.Scalar? {
    index + 1 < scalars.count ? scalars[index + 1] : next
  }
  func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  func endsWithShortName(_ index: Int) -> Bool {
    index >= 2 && !isWord(index - 3)
      && String(String.UnicodeScalarView(scalars[index - 2..<index])).lowercased() == "gh"
  }
  func startsTarget(_ scalar: Unicode.Scalar) -> Bool { "([:".unicodeScalars.contains(scalar) }
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}":
      result += " "
    case _ where scalar.isInvisibleControl:
      result += "\u{FFFD}"
    case "\\", "`", "*", "<", ">", "|", "~", "$":
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "#" where partsMentions && following(index).map(isDigit) == true:
      // The number of an issue.
      result += "#<!-- -->"
    case "-"
    where partsMentions && endsWithShortName(index) && following(index).map(isDigit) == true:
      // The same, as GH-12.
      result += "-<!-- -->"
    case "#" where index == 0, "[" where index == 0:
      // A heading, or the box of a task.
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "[" where hidesBrackets || following(index) == "^", "]" where hidesBrackets,
      "]" where following(index).map(startsTarget) == true:
      // A footnote, or the end of a link's text or name.
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "&":
      result += "&amp;"
    case "_" where !(isWord(index - 1) && isWord(index + 1)):
      result += "\\_"
    case "!" where following(index) == "[":
      result += "\\!"
    case ":" where !isSpace(index + 1):
      // An address or an emoji's short name.
      result += "\\:"
    case "." where index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }:
      result += "\\."
    case "@":
      // An escaped @ is still taken for an e-mail address; an empty comment parts it for good.
      result += partsMentions ? "@<!-- -->" : "@"
    case "+", "-", "=":
      // A bullet point or the line under a heading, when it starts a block.
      result += index == 0 ? "\\" : ""
      result.unicodeScalars.append(scalar)
    case ".", ")":
      // The number of a list, when it starts a block.
      let isNumber =
        index > 0 && isSpace(index + 1) && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
      result += isNumber ? "\\" : ""
      result.unicodeScalars.append(scalar)
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension [Unicode.Scalar] {
  /// Whether every bracket in it is closed again, and none begins or ends something that is escaped.
  fileprivate var hasHarmlessBrackets: Bool {
    var depth = 0
    for (index, scalar) in enumerated() {
      switch scalar {
      case "[":
        if index == 0 || index + 1 < count && self[index + 1] == "^" { return false }
        depth += 1
      case "]":
        depth -= 1
        if depth < 0 || index + 1 < count && "([:".unicodeScalars.contains(self[index + 1]) {
          return false
        }
      default: break
      }
    }
    return depth == 0
  }
}

/// A code span that shows `text` as it is.
///
/// - Parameter inTable: whether it stands in a table, where a pipe would end the cell.
func codeSpan(_ text: String, inTable: Bool) -> String {
  var longest = 0
  var current = 0
  var shown = ""
  for scalar in text.unicodeScalars {
    current = scalar == "`" ? current + 1 : 0
    longest = max(longest, current)
    if scalar == "\n" || scalar == "\r" {
      shown += " "
    } else if scalar.isInvisibleControl {
      shown += "\u{FFFD}"
    } else if scalar == "|", inTable {
      shown += "\\|"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  let fence = String(repeating: "`", count: longest + 1)
  let padding = shown.hasPrefix("`") || shown.hasSuffix("`") || shown.isEmpty ? " " : ""
  return fence + padding + shown + padding + fence
}

/// Plain text as the value of an HTML attribute in double quotes.
func escapedAttribute(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    // A blank line would end the block of HTML.
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": result += " "
    case _ where scalar.isInvisibleControl: result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
