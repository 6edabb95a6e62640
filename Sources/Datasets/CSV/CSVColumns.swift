import Diagnostics

/// Which columns of a CSV file are used for what: their numbers, from 0.
struct CSVColumns {
  /// The features, in the order of the file, or as `features` names them.
  var features: [Int]
  /// For each feature whether it is categorical.
  var isCategorical: [Bool]
  /// The column to predict.
  var target: Int
  /// The names of all columns of the file but that of row names.
  var names: [String]
  /// How many fields of a row stand before the first column.
  var offset: Int
  /// The place among the features of a last column without name, which may be none.
  var unnamed: Int?

  /// Finds the columns that `source` refers to; nil, and faults at the header, if it cannot.
  ///
  /// - Parameters:
  ///   - names: the columns' names.
  ///   - header: where the first record lies.
  init?(_ source: CSVSource, names: [String], header: Range<Int>, faults: inout TextFaults) {
    self.names = names
    offset = source.rowNames ? 1 : 0
    let lookup = CSVColumnLookup(names: names, hasHeader: source.hasHeader, header: header)
    let found = lookup.column(source.target, use: "target", faults: &faults)
    let wanted = source.features?.map { lookup.column($0, use: "feature", faults: &faults) }
    let categorical = source.categorical.map {
      lookup.column($0, use: "categorical column", faults: &faults)
    }
    guard let target = found else { return nil }
    self.target = target
    features = wanted.map { $0.compactMap { $0 } } ?? names.indices.filter { $0 != target }
    let categories = Set(categorical)
    isCategorical = features.map(categories.contains)
    var seen: Set<Int> = []
    for column in features {
      if column == target {
        faults.add(
          at: header, "the target \(lookup.spelled(column)) is listed among the features",
          help: "remove it from the features")
      } else if !seen.insert(column).inserted {
        faults.add(
          at: header, "the feature \(lookup.spelled(column)) is listed twice",
          help: "list each feature once")
      }
    }
    for case let column? in categorical where !seen.contains(column) {
      faults.add(
        at: header, "the categorical column \(lookup.spelled(column)) is no feature",
        help: column == target
          ? "the classes of a target need no mention" : "list it among the features")
    }
    if features.isEmpty, faults.isEmpty {
      faults.add(
        at: header, "there is no feature beside the target",
        help: "name a file with at least two columns, or check the delimiter")
    }
    guard faults.isEmpty else { return nil }
    let isUnnamed = !source.hasHeader || names.last?.isEmpty == true
    if source.features == nil, isUnnamed, features.count > 1, features.last == names.count - 1,
      isCategorical.last == false
    {
      unnamed = features.count - 1
    }
  }
}

/// Finds columns by name or number.
private struct CSVColumnLookup {
  private let names: [String]
  private let hasHeader: Bool
  private let header: Range<Int>
  private let columns: [String: [Int]]

  init(names: [String], hasHeader: Bool, header: Range<Int>) {
    self.names = names
    self.hasHeader = hasHeader
    self.header = header
    columns = Dictionary(grouping: names.indices) { names[$0] }
  }

  /// The number of the column that `reference` means; nil, and a fault, if there is none.
  func column(_ reference: ColumnReference, use: String, faults: inout TextFaults) -> Int? {
    guard !faults.isFull else { return nil }
    switch reference {
    case .index(let index):
      if names.indices.contains(index) { return index }
      faults.add(
        at: header, "there is no column \(index), which the \(use) refers to",
        help: "the columns are numbered from 0 to \(names.count - 1)")
      return nil
    case .name(let name):
      // Strings are equal when they are canonically equivalent; names have to be the same.
      let matches = (hasHeader ? columns[name] ?? [] : []).filter {
        names[$0].utf8.elementsEqual(name.utf8)
      }
      if matches.count == 1 { return matches[0] }
      if matches.isEmpty {
        faults.add(
          at: header, "there is no column \(name.quoted), which the \(use) refers to",
          help: hasHeader
            ? helpForUnknown(name) : "a file without header has columns by number only")
      } else {
        let numbers = matches.map(String.init).joined(separator: " and ")
        faults.add(
          at: header, "the column \(name.quoted), which the \(use) refers to, is there twice",
          help: "columns \(numbers) have this name; refer to one of them by its number")
      }
      return nil
    }
  }

  /// A column for a message.
  func spelled(_ column: Int) -> String {
    hasHeader ? names[column].quoted : String(column)
  }

  private func helpForUnknown(_ name: String) -> String {
    if let nearest = NearestName.of(name, among: names) {
      return "did you mean \(nearest.quoted)?"
    }
    let shown = names.prefix(12).map { $0.quoted }.joined(separator: ", ")
    return "the columns are \(shown)\(names.count > 12 ? ", ..." : "")"
  }
}
