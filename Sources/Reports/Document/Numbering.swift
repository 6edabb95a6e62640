/// Counts the figures and tables of a document.
struct Numbering {
  private var figures = 0
  private var tables = 0

  /// The number of the next figure.
  mutating func nextFigure() -> Int {
    figures += 1
    return figures
  }

  /// The number of the next table.
  mutating func nextTable() -> Int {
    tables += 1
    return tables
  }
}
