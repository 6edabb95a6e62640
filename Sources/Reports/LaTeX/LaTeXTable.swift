/// A table as a LaTeX float: rules of booktabs, columns of numbers aligned by siunitx, caption and
/// label.
struct LaTeXTable {
  let table: Table
  /// The spec that it comes from, for a comment.
  let spec: String

  /// The most rows that fit a page for sure.
  private static let mostRows = 30

  /// The file.
  var text: String {
    let columns = table.columns.enumerated().map { place, column in
      LaTeXColumn(column, cells: table.rows.map { $0[place] })
    }
    let lines =
      [
        LaTeXText.origin(spec), #"% Needs \usepackage{booktabs,siunitx,amssymb,graphicx}."#,
        #"\begin{table}"#, #"  \centering"#,
        // Some of the digits stand outside siunitx's columns, and all are to look the same.
        #"  \sisetup{group-digits=none}"#,
        #"  \caption{"# + LaTeXText.written(table.caption) + "}",
        #"  \label{tab:"# + table.id + "}", #"  \smallskip"#,
      ] + sizes + [
        #"  \begin{tabular}{"# + columns.map(\.specification).joined() + "}", #"    \toprule"#,
        line(columns.map(\.heading)), #"    \midrule"#,
      ] + rows(columns) + [
        #"    \bottomrule"#, #"  \end{tabular}"# + sizes.map { _ in "}" }.joined(),
        #"\end{table}"#,
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Boxes around a table that make it smaller where it is wider than the column, and a long one where
  /// it is higher than a page.
  private var sizes: [String] {
    let height =
      #"  \resizebox*{!}{\ifdim\totalheight>.8\textheight.8\textheight\else\totalheight\fi}{%"#
    return (table.rows.count > Self.mostRows ? [height] : [])
      + [#"  \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%"#]
  }

  private func rows(_ columns: [LaTeXColumn]) -> [String] {
    let groups = table.rows.map { $0.first?.text ?? [] }
    let hasGroups = zip(groups, groups.dropFirst()).contains(where: ==)
    return table.rows.enumerated().flatMap { place, row -> [String] in
      let isFirst = hasGroups && place > 0 && groups[place] != groups[place - 1]
      return (isFirst ? [#"    \addlinespace"#] : [])
        + [line(zip(columns, row).map { $0.written($1) })]
    }
  }

  private func line(_ cells: [String]) -> String {
    let text = cells.joined(separator: " & ")
    // What ends the line above would take these for its own.
    let isOption = text.hasPrefix("[") || text.hasPrefix("*")
    return "    " + (isOption ? "{}" : "") + text + #" \\"#
  }
}
