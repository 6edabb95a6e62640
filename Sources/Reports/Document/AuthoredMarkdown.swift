/// Markdown that an author wrote, with raw HTML shown as text and links that lead only to http,
/// https, mailto or relative targets.
///
/// Code spans and fenced blocks stay as they are: nothing in them is HTML or a link.
func safeMarkdown(_ text: String) -> String {
  var fence: String?
  var safeLines: [String] = []
  var paragraph: [String] = []
  // A code span can go on over lines, so a paragraph is made safe as one text.
  func finishParagraph() {
    if !paragraph.isEmpty { safeLines.append(safeInlines(paragraph.joined(separator: "\n"))) }
    paragraph = []
  }
  for line in lines(of: text) {
    if let open = fence {
      safeLines.append(line)
      if closes(line, open) { fence = nil }
    } else if let opened = openedFence(line) {
      finishParagraph()
      fence = opened
      safeLines.append(line)
    } else if line.allSatisfy(\.isWhitespace) {
      finishParagraph()
      safeLines.append("")
    } else {
      paragraph.append(line)
    }
  }
  finishParagraph()
  // A fence left open would swallow the rest of the report.
  if let fence { safeLines.append(fence) }
  return safeLines.joined(separator: "\n")
}

/// The lines of `text`, with control and direction-override characters made visible.
private func lines(of text: String) -> [String] {
  var lines = [""]
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r": lines.append("")
    case "\t": lines[lines.count - 1] += "\t"
    case _ where scalar.isInvisibleControl: lines[lines.count - 1] += "\u{FFFD}"
    default: lines[lines.count - 1].unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return lines
}

/// The fence that `line` opens: three or more backticks or tildes, indented by at most three spaces.
private func openedFence(_ line: String) -> String? {
  let indentation = line.prefix { $0 == " " }.count
  let content = line.dropFirst(indentation)
  guard indentation <= 3, let mark = content.first, mark == "`" || mark == "~" else { return nil }
  let fence = content.prefix { $0 == mark }
  guard fence.count >= 3 else { return nil }
  return mark == "`" && content.dropFirst(fence.count).contains("`") ? nil : String(fence)
}

/// Whether `line` closes the block that `fence` opened.
private func closes(_ line: String, _ fence: String) -> Bool {
  let content = line.drop { $0 == " " }
  let marks = content.prefix { $0 == fence.first }
  return line.count - content.count <= 3 && marks.count >= fence.count
    && content.dropFirst(marks.count).allSatisfy(\.isWhitespace)
}

/// A paragraph with `<` made plain outside code spans and unsafe link targets broken.
private func safeInlines(_ text: String) -> String {
  let characters = Array(text)
  var result = ""
  var index = 0
  while index < characters.count {
    switch characters[index] {
    case "`":
      let length = runLength(characters, from: index)
      if let end = endOfCodeSpan(characters, from: index + length, length: length) {
        result += String(characters[index..<end])
        index = end
      } else {
        result += String(characters[index..<index + length])
        index += length
      }
    case "\\":
      // An escaped character is plain, but for `<`, whose escape must not be undone below.
      result += String(characters[index..<min(index + 2, characters.count)])
      index += 2
    case "<":
      result += "&lt;"
      index += 1
    case "]" where index + 1 < characters.count && "(:".contains(characters[index + 1]):
      let target = String(characters[(index + 2)...].drop(while: \.isWhitespace).prefix(2000))
      result += isSafeTarget(target) ? "]" : "\\]"
      result +=
        characters[index + 1] == ":" && !isSafeTarget(target)
        ? "\\:" : String(characters[index + 1])
      index += 2
    default:
      result.append(characters[index])
      index += 1
    }
  }
  return result
}

private func runLength(_ characters: [Character], from index: Int) -> Int {
  characters[index...].prefix { $0 == "`" }.count
}

/// The position after a run of exactly `length` backticks at or after `start`.
private func endOfCodeSpan(_ characters: [Character], from start: Int, length: Int) -> Int? {
  var index = start
  while index < characters.count {
    guard characters[index] == "`" else {
      index += 1
      continue
    }
    let run = runLength(characters, from: index)
    index += run
    if run == length { return index }
  }
  return nil
}

/// Whether a link's target has no scheme, or one that only shows a page or writes a mail.
private func isSafeTarget(_ target: String) -> Bool {
  let end = target.firstIndex { ")>\"' \n\t".contains($0) } ?? target.endIndex
  let address = target[..<end].drop { $0 == "<" }.lowercased()
  // Entities, percent signs and backslashes could spell a scheme that this does not see.
  let head = address.prefix { !"/?#".contains($0) }
  if head.contains("&") || head.contains("\\") || head.contains("%") { return false }
  guard let colon = head.firstIndex(of: ":") else { return true }
  return ["http", "https", "mailto"].contains(String(head[..<colon]))
}
