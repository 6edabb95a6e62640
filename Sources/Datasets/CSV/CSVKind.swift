import Diagnostics
import Files
import SpecLanguage

extension CSVSource: DataSource {
  package var kind: DatasetKind { .csv }
  package var files: [(key: String?, file: FileLocation)] { [(nil, file)] }
  package var targetTask: Task? { task }
  package var problemName: String { file.name }

  package func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    let stream = try file.open(hasLimits: hasLimits, cache: cache)
    return try CSVReader.read(
      stream, source: self, valueLimit: hasLimits ? CSVReader.valueLimit : nil)
  }

  package var options: [JSONLiteral.Member] {
    var options: [JSONLiteral.Member] = [
      .init(key: "target", value: target.literal), .init(key: "task", value: .text(task.rawValue)),
      .init(key: "categorical", value: .list(categorical.map(\.literal))),
      .init(key: "header", value: .flag(hasHeader)),
      .init(key: "delimiter", value: .text(delimiter.spelled)),
      .init(key: "missing", value: .text(missing.rawValue)),
      .init(key: "missing_values", value: .list(missingValues.map { .text($0) })),
      .init(key: "decimal", value: .text(String(decimal))),
      .init(key: "row_names", value: .flag(rowNames)),
    ]
    if let features {
      options.append(.init(key: "features", value: .list(features.map(\.literal))))
    }
    if let thousands { options.append(.init(key: "thousands", value: .text(String(thousands)))) }
    if let comment { options.append(.init(key: "comment", value: .text(String(comment)))) }
    return options
  }
}

extension DatasetKind {
  /// A CSV file.
  public static let csv = DatasetKind(
    "csv", summary: "a file of rows with fields, compressed with gzip where its name ends in .gz",
    facts: [("text", "UTF-8 after RFC 4180; the last column without name and values is left out")],
    revision: 1
  ) { CSVSource.asked(of: $0) }
}

extension DatasetSource {
  /// A CSV file.
  public static func csv(_ source: CSVSource) -> DatasetSource { DatasetSource(source) }
}

extension Delimiter {
  /// As a spec spells it.
  static let whitespaceName = "whitespace"

  fileprivate var spelled: String {
    switch self {
    case .character(let character): String(character)
    case .whitespace: Self.whitespaceName
    }
  }
}

extension ColumnReference {
  fileprivate var literal: JSONLiteral {
    switch self {
    case .name(let name): .text(name)
    case .index(let index): .whole(index)
    }
  }
}

extension CSVSource {
  /// Asks for the keys of a CSV file.
  static func asked(of keys: Keys) -> CSVSource? {
    let columns = Shape<[ColumnReference]>.list(of: ColumnReference.shape, "columns").unique()
    let file = FileLocation.asked(of: keys)
    let target = keys.required("target", ColumnReference.shape, "column to predict")
    let task: Task? = keys.required("task", .choice(), "use of the target")
    let features = keys.optional(
      "features", columns, "columns to learn from; by default all others")
    let categorical = keys.optional("categorical", columns, "columns that become one-hot")
    let header = keys.optional(
      "header", .flag, showing: true,
      "whether the first row holds names; one of nothing but numbers needs it said")
    let delimiter = keys.optional(
      "delimiter", .text(.delimiter), default: ",",
      "character between fields, or \"whitespace\" for runs of spaces and tabs")
    let missing: MissingValues? = keys.optional(
      "missing", .choice(), default: "error", "treatment of missing values")
    let missingValues = keys.optional(
      "missing_values", Shape<[String]>.list(of: .text, "texts").unique(),
      showing: .list(CSVSource.usualMissingValues.map { .text($0) }),
      "what stands for a missing value; an empty field always does")
    let form = NumberSigns.asked(of: keys, delimiter: delimiter)
    let rowNames = keys.optional(
      "row_names", .flag, default: false, "whether the first field of each row names it")
    let comment = keys.optional(
      "comment", .text(.comment), "character that begins lines which are left out")
    checkColumns(
      target: target, features: features, categorical: categorical, header: header, keys)
    guard let file, let target, let task, let delimiter, let missing, let form, let rowNames,
      let character = delimiter.first
    else { return nil }
    return CSVSource(
      file: file, target: target, task: task, features: features, categorical: categorical ?? [],
      header: header,
      delimiter: delimiter == Delimiter.whitespaceName ? .whitespace : .character(character),
      missing: missing, missingValues: missingValues ?? CSVSource.usualMissingValues,
      decimal: form.decimal, thousands: form.thousands, rowNames: rowNames,
      comment: comment?.first)
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

/// The signs in numbers, checked against each other and the delimiter.
private struct NumberSigns {
  var decimal: Character
  var thousands: Character?

  static func asked(of keys: Keys, delimiter: String?) -> NumberSigns? {
    let decimal = keys.optional(
      "decimal", .text(.numberSign), default: ".", "decimal sign of numbers")
    let thousands = keys.optional(
      "thousands", .text(.numberSign), "sign between groups of three digits; by default none")
    for (key, sign) in [("decimal", decimal), ("thousands", thousands)] {
      guard let sign, let delimiter, sign == delimiter, keys.subject?.members[key] != nil else {
        continue
      }
      keys.fault(
        at: key, "\(sign.quoted) is also what stands between fields",
        "set 'delimiter' to another character, such as \";\"")
      return nil
    }
    if let decimal, decimal == thousands {
      keys.fault(
        at: "thousands", "\(decimal.quoted) is also the decimal sign",
        "give 'decimal' and 'thousands' different characters")
      return nil
    }
    return decimal?.first.map { NumberSigns(decimal: $0, thousands: thousands?.first) }
  }
}

extension ColumnReference {
  /// A name, or a number from 0.
  package static let shape: Shape<ColumnReference> = .either(
    Shape<String>.text(.columnName).map { .name($0) },
    Shape<Int>.whole(0...999_999).map { .index($0) })
}
