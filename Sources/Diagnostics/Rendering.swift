extension InputError {
  /// All faults as a terminal shows them, in order, each ending with a line feed.
  public func rendered(colour: Bool = false) -> String {
    diagnostics.map { $0.rendered(colour: colour) + "\n" }.joined()
  }
}

extension Diagnostic {
  /// The fault as a terminal shows it, without a final line feed.
  ///
  ///     experiments/a.json:14:7: error: unknown key 'beta_1' for optimizer 'adam'
  ///        14 |       "beta_1": 0.9
  ///           |       ^^^^^^^^ did you mean 'beta1'?
  ///
  /// Text from the input never reaches the terminal raw: what a terminal would act on is written
  /// out. Tabs become spaces, wide characters count twice, and a long line is cut around the place,
  /// so that the carets stand below what they mean.
  ///
  /// - Parameter colour: whether to add ANSI colours.
  public func rendered(colour: Bool = false) -> String {
    let paint = Paint(enabled: colour)
    var position = file.visible
    if let place { position += ":\(place.line):\(place.column)" }
    var result = paint.bold(position + ":") + " " + paint.red("error:") + " " + message.visible
    let help = help.map(\.visible)
    let notes = notes.map { "\n      " + $0.visible }.joined()
    guard let place, let sourceLine else {
      if let help { result += "\n      " + help }
      return result + notes
    }
    let number = String(place.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let blank = String(repeating: " ", count: max(5, number.count))
    let excerpt = Excerpt(of: sourceLine, from: sourceColumn, around: place)
    result += "\n" + margin + number + " |" + (excerpt.text.isEmpty ? "" : " " + excerpt.text)
    result += "\n" + blank + " | " + String(repeating: " ", count: excerpt.lead)
    result += paint.red(String(repeating: "^", count: excerpt.marked))
    if let help { result += " " + help }
    return result + notes
  }
}

/// ANSI colours, or none.
private struct Paint {
  let enabled: Bool

  func bold(_ text: String) -> String { enabled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func red(_ text: String) -> String { enabled ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }
}

/// The part of a source line that is shown, and where the carets stand below it.
private struct Excerpt {
  /// What is shown.
  var text = ""
  /// Cells before the first caret.
  var lead = 0
  /// The number of carets, at least 1.
  var marked = 0

  private static let widest = 100
  private static let widestLead = 60

  init(of line: String, from column: Int, around place: Place) {
    let start = line.index(
      line.startIndex, offsetBy: max(0, place.column - column), limitedBy: line.endIndex)
    let mark = start ?? line.endIndex
    var first = mark
    var width = 0
    let fits = line.reduce(0) { $0 + $1.cellWidth } <= Self.widest
    while first > line.startIndex, fits || width < Self.widestLead {
      first = line.index(before: first)
      width += line[first].cellWidth
    }
    if first > line.startIndex || column > 1 { append("…", marking: false) }
    var index = first
    var unmarked = place.length
    while index < line.endIndex {
      if index == mark { lead = cells }
      if index > mark, cells >= Self.widest {
        append("…", marking: false)
        break
      }
      let marking = index >= mark && unmarked > 0
      if marking { unmarked -= 1 }
      append(line[index], marking: marking)
      index = line.index(after: index)
    }
    if mark == line.endIndex { lead = cells }
    marked = max(1, marked)
  }

  private var cells = 0

  private mutating func append(_ character: Character, marking: Bool) {
    let shown =
      character == "\t"
      ? String(repeating: " ", count: 4 - cells % 4) : String(character).visible
    let width = shown.reduce(0) { $0 + $1.cellWidth }
    text += shown
    cells += width
    if marking { marked += width }
  }
}
