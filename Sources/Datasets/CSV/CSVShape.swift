import Diagnostics
import SpecLanguage

extension CSVSource {
  /// Asks for the keys of a CSV file.
  package static func asked(of keys: Keys) -> CSVSource? {
    let columns = Shape<[ColumnReference]>.list(of: ColumnReference.shape, "columns").unique()
    let file = FileLocation.asked(of: keys)
    let target = keys.required("target", ColumnReference.shape, "column to predict")
    let task: Task? = keys.required("task", .choice(), "use of the target")
    let features = keys.optional(
      "features", columns, "columns to learn from; by default all others")
    let categorical = keys.optional("categorical", columns, "columns that become one-hot")
    let header = keys.optional("header", .flag, default: true, "whether the first row holds names")
    let delimiter = keys.optional(
      "delimiter", .text(.delimiter), default: ",", "character between fields")
    let missing: MissingValues? = keys.optional(
      "missing", .choice(), default: "error", "treatment of missing values")
    checkColumns(
      target: target, features: features, categorical: categorical, header: header, keys)
    guard let file, let target, let task, let header, let delimiter, let missing,
      let character = delimiter.first
    else { return nil }
    return CSVSource(
      file: file, target: target, task: task, features: features, categorical: categorical ?? [],
      header: header, delimiter: character, missing: missing)
  }

  /// Notes columns that cannot be what they are asked to be.
  private static func checkColumns(
    target: ColumnReference?, features: [ColumnReference]?, categorical: [ColumnReference]?,
    header: Bool?, _ keys: Keys
  ) {
    for (key, columns) in [
      ("target", target.map { [$0] }), ("features", features), ("categorical", categorical),
    ] {
      let named = columns?.compactMap { if case .name(let name) = $0 { name } else { nil } }
      if header == false, let name = named?.first {
        keys.fault(
          at: key, "column \(name.quoted) is named, but the file has no header",
          "count columns from 0, or set 'header' to true")
      }
      if key != "target", let target, columns?.contains(target) == true {
        keys.fault(at: key, "the target is also among '\(key)'", "remove it there")
      }
    }
  }
}

extension ColumnReference {
  /// A name, or a number from 0.
  package static let shape: Shape<ColumnReference> = .either(
    Shape<String>.text(.columnName).map { .name($0) },
    Shape<Int>.whole(0...999_999).map { .index($0) })
}
