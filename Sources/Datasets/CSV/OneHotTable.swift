/// A table whose categorical columns hold codes, to be expanded to columns of 0 and 1.
struct OneHotTable {
  /// The names of the expanded columns.
  private(set) var names: [String] = []
  private let values: [Double]
  private let width: Int
  /// For each column where it goes in the expanded row and, if categorical, the place of each code.
  private var layout: [(start: Int, places: [Int]?)] = []

  /// - Parameters:
  ///   - values: numbers and codes, row by row.
  ///   - names: the columns' names.
  ///   - codes: for each categorical column its codes, nil for a numeric one.
  init(values: [Double], names columnNames: [String], codes: [CategoryCodes?]) {
    self.values = values
    width = columnNames.count
    for (column, name) in columnNames.enumerated() {
      guard let categories = codes[column] else {
        layout.append((names.count, nil))
        names.append(name)
        continue
      }
      var used: Set<Int> = []
      for index in stride(from: column, to: values.count, by: width) {
        used.insert(Int(values[index]))
      }
      var places = [Int](repeating: 0, count: categories.names.count)
      layout.append((names.count, nil))
      for (place, code) in categories.sorted(used: used).enumerated() {
        places[code] = place
        names.append("\(name)=\(categories.names[code])")
      }
      layout[column].places = places
    }
  }

  /// The rows with a column for each category.
  func expanded() -> [Double] {
    if layout.allSatisfy({ $0.places == nil }) { return values }
    let rowCount = values.count / width
    var result = [Double](repeating: 0, count: rowCount * names.count)
    for row in 0..<rowCount {
      for column in 0..<width {
        let value = values[row * width + column]
        let (start, places) = layout[column]
        if let places {
          result[row * names.count + start + places[Int(value)]] = 1
        } else {
          result[row * names.count + start] = value
        }
      }
    }
    return result
  }

  /// The rows with a column for each category, of which only what is not 0 is kept.
  func sparse() -> SparseRows {
    var rows = SparseRows()
    for start in stride(from: 0, to: values.count, by: width) {
      for column in 0..<width where layout[column].places != nil || values[start + column] != 0 {
        let value = values[start + column]
        let (first, places) = layout[column]
        rows.columns.append(Int32(first + (places?[Int(value)] ?? 0)))
        rows.values.append(places == nil ? value : 1)
      }
      rows.rowStarts.append(rows.values.count)
    }
    return rows
  }
}
