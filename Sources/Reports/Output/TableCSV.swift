/// A table as CSV: text as it is, numbers in columns of their own and in full.
struct TableCSV {
  let table: Table

  /// The file.
  var bytes: [UInt8] {
    var text = CSVText(
      header: table.columns.flatMap { column in
        column.fields.isEmpty ? [column.title.plainText] : column.fields
      })
    for row in table.rows {
      for (column, cell) in zip(table.columns, row) { append(cell, of: column, to: &text) }
      text.endRow()
    }
    return text.bytes
  }

  private func append(_ cell: Table.Cell, of column: Table.Column, to text: inout CSVText) {
    guard !column.fields.isEmpty else { return text.append(cell.text.plainText) }
    for place in column.fields.indices {
      switch place < cell.fields.count ? cell.fields[place] : .number(nil) {
      case .number(let number): text.append(number)
      case .text(let word): text.append(word)
      }
    }
  }
}
