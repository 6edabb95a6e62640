/// What a paper takes from a report besides its figures: each table as LaTeX and CSV, and the numbers of the
/// author's text as macros.
struct PaperFiles {
  /// The files, below the report's folder.
  let files: [ReportFile]

  /// - Parameters:
  ///   - values: the numbers in the author's text, by what stands between the braces.
  ///   - spec: the spec's path, for comments.
  init(_ document: Document, values: [(source: String, text: String)], spec: String) {
    let tables = document.blocks.flatMap { block -> [ReportFile] in
      guard case .table(let table) = block else { return [] }
      let written = LaTeXTable(table: table, spec: spec)
      return [
        ReportFile(path: "tables/\(table.id).csv", bytes: TableCSV(table: table).bytes),
        ReportFile(path: "tables/\(table.id).tex", bytes: Array(written.text.utf8)),
      ]
    }
    let macros = LaTeXValues(values: values, spec: spec).text
    files =
      tables
      + (values.isEmpty ? [] : [ReportFile(path: "values.tex", bytes: Array(macros.utf8))])
  }
}
