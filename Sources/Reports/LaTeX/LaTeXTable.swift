/// A table as a LaTeX float: rules of booktabs, columns of plain numbers aligned by siunitx, caption and label.
struct LaTeXTable {
  let table: Table
  /// The spec that it comes from, for a comment.
  let spec: String

  var text: String {
    let kinds = table.columns.indices.map(kind)
    let head = table.columns.indices.map { column -> String in
      let title = LaTeXText.written(table.columns[column].title)
      // A heading over numbers is no number.
      return kinds[column].isAligned ? "{\(title)}" : title
    }
    let rows = table.rows.map { row in
      row.indices.map { column in
        kinds[column].isAligned ? plain(row[column]) : LaTeXText.written(row[column])
      }
    }
    func line(_ cells: [String]) -> String { "    " + cells.joined(separator: " & ") + #" \\"# }
    let lines =
      [
        "% Made from \(spec.filter { !$0.isNewline }) by `report`; do not edit.",
        "% Needs \\usepackage{booktabs,siunitx,amssymb,graphicx}.", #"\begin{table}"#,
        #"  \centering"#,
        #"  \caption{"# + LaTeXText.written(table.caption) + "}",
        #"  \label{tab:"# + table.id + "}",
        // Only a table that is wider than the column is made smaller.
        #"  \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%"#,
        #"  \begin{tabular}{"# + kinds.map(\.specification).joined() + "}", #"    \toprule"#,
        line(head), #"    \midrule"#,
      ] + rows.map(line) + [#"    \bottomrule"#, #"  \end{tabular}}"#, #"\end{table}"#]
    return lines.joined(separator: "\n") + "\n"
  }

  /// How a column is set.
  private enum Kind {
    case left
    case right
    /// By the decimal point, with so many digits before and after it.
    case aligned(Int, Int)

    var isAligned: Bool { if case .aligned = self { true } else { false } }

    var specification: String {
      switch self {
      case .left: "l"
      case .right: "r"
      case .aligned(let whole, let decimals): "S[table-format=\(whole).\(decimals)]"
      }
    }
  }

  private func kind(_ column: Int) -> Kind {
    guard table.columns[column].isNumeric else { return .left }
    let cells = table.rows.map { plain($0[column]) }
    var (whole, decimals) = (1, 0)
    for cell in cells {
      let parts = cell.split(separator: "." as Character, omittingEmptySubsequences: false)
      guard parts.count <= 2, !cell.isEmpty,
        cell.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), !parts[0].isEmpty
      else { return .right }
      whole = max(whole, parts[0].count)
      decimals = max(decimals, parts.count == 2 ? parts[1].count : 0)
    }
    return cells.isEmpty ? .right : .aligned(whole, decimals)
  }

  private func plain(_ cell: [Inline]) -> String {
    cell.map { inline in
      switch inline {
      case .text(let text), .prose(let text), .code(let text): text
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): plain(inner)
      default: ""
      }
    }.joined()
  }

  /// The cells as CSV.
  var csv: [UInt8] {
    var text = CSVText(header: table.columns.map { plain($0.title) })
    for row in table.rows {
      for cell in row { text.append(plain(cell)) }
      text.endRow()
    }
    return text.bytes
  }
}
