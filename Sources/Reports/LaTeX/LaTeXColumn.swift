/// How a column of a table is set in LaTeX.
///
/// Numbers are aligned by siunitx, with what follows them, such as an interval, in a column of its
/// own beside them; other columns are text.
struct LaTeXColumn {
  private let column: Table.Column
  /// The digits before and after the point, a sign, and whether anything follows; nil for text.
  private let format: (whole: Int, decimals: Int, isSigned: Bool, hasRest: Bool)?

  /// The most letters of a heading in one line.
  private let longestHeading: Int

  /// A column with these cells.
  init(_ column: Table.Column, cells: [Table.Cell]) {
    self.column = column
    longestHeading = max(14, cells.map { $0.text.plainText.count }.max() ?? 0)
    let isPlain = cells.allSatisfy { cell in
      cell.text.allSatisfy { if case .text = $0 { true } else { false } }
    }
    let numbers = cells.map { LeadingNumber($0.text.plainText) }
    let known = numbers.compactMap { $0 }
    let decimals = known.map(\.decimals).max() ?? 0
    guard column.isNumeric, isPlain, known.count == numbers.count,
      known.contains(where: { $0.digits != nil }),
      decimals == 0 || !known.contains(where: \.isPhrase)
    else {
      format = nil
      return
    }
    format = (
      known.map(\.wholeDigits).max() ?? 1, decimals,
      known.contains(where: \.isSigned), known.contains { !$0.rest.isEmpty }
    )
  }

  /// The column or columns as the table's preamble names them.
  var specification: String {
    guard let format else { return column.isNumeric ? "r" : "l" }
    let sign = format.isSigned ? "-" : ""
    let number = "S[table-format=\(sign)\(format.whole).\(format.decimals)]"
    return number + (format.hasRest ? "@{}l" : "")
  }

  /// The heading, in two lines where it is long.
  var heading: String {
    let title = lines(column.title)
    guard let format else { return title }
    return format.hasRest ? #"\multicolumn{2}{c}{"# + title + "}" : "{\(title)}"
  }

  /// A cell.
  func written(_ cell: Table.Cell) -> String {
    let text = cell.text.plainText
    guard let format, let number = LeadingNumber(text) else { return self.text(cell, text) }
    let word = number.word.isEmpty ? "" : "{" + LaTeXText.escaped(number.word) + "}"
    let start = number.digits ?? word
    guard format.hasRest else { return start }
    let rest = LaTeXText.escaped(String(number.rest.drop { $0 == ";" || $0 == " " }))
    // A semicolon would stand far from numbers with fewer decimals than others.
    let space = rest.isEmpty ? "" : number.rest.first == ";" ? #"\quad "# : "~"
    return start + " & " + space + rest
  }

  /// A cell of text; a number that stands alone in it, such as 1e-8, is one of siunitx.
  private func text(_ cell: Table.Cell, _ text: String) -> String {
    guard column.isNumeric, Double(text) != nil, text.contains("e") || text.hasPrefix("-"),
      text.allSatisfy({ "0123456789.e+-".contains($0) })
    else { return LaTeXText.written(cell.text) }
    return #"\num{"# + text + "}"
  }

  private func lines(_ title: [Inline]) -> String {
    guard title.plainText.count > longestHeading, let (first, second) = halves(title) else {
      return LaTeXText.written(title)
    }
    let side = format != nil ? "c" : column.isNumeric ? "r" : "l"
    return #"\begin{tabular}[b]{@{}"# + side + "@{}}" + LaTeXText.written(first) + #" \\ "#
      + LaTeXText.written(second) + #"\end{tabular}"#
  }

  /// A heading, parted at the space of its plain text that is nearest to its middle.
  private func halves(_ title: [Inline]) -> ([Inline], [Inline])? {
    let middle = title.plainText.count / 2
    var start = 0
    var best: (distance: Int, first: [Inline], second: [Inline])?
    for (place, inline) in title.enumerated() {
      guard case .text(let text) = inline else {
        start += [inline].plainText.count
        continue
      }
      for (offset, index) in text.indices.enumerated() where text[index] == " " {
        let distance = abs(start + offset - middle)
        guard distance < best?.distance ?? .max else { continue }
        best = (
          distance, title[..<place] + [.text(String(text[..<index]))],
          [.text(String(text[text.index(after: index)...]))] + title[(place + 1)...]
        )
      }
      start += text.count
    }
    return best.map { ($0.first, $0.second) }
  }
}
