import Diagnostics
import Files

/// Reads tables from CSV files.
///
/// The text is UTF-8 after RFC 4180: fields in quotes may hold delimiters, line ends and doubled
/// quotes; lines end with LF, CRLF or CR; a byte-order mark is ignored, and so are empty lines at
/// the end. Spaces around a field do not belong to it. A number is an optional sign, digits with an
/// optional decimal sign, and an optional exponent; it becomes the nearest double. `True` and `False`
/// are 1 and 0.
///
/// A value is missing where a field is empty or, without quotes, one of the spellings of
/// `missingValues`. A missing category has no mean, and a target is never made up: with `missing` as
/// `mean` both are errors. Columns that are neither feature nor target are not looked at. A last
/// column without a name and without any value is left out.
public enum CSVReader {
  /// How many numbers a table may hold unless the caller says otherwise.
  public static let valueLimit = 1 << 28
  /// How many fields a row may have unless limits are lifted: each takes more room than its text.
  static let fieldLimit = 1 << 20

  /// The table in the bytes of a CSV file; see `read(_:source:valueLimit:)`.
  public static func read(
    bytes: [UInt8], source: CSVSource, valueLimit: Int? = valueLimit
  ) throws(InputError) -> Dataset {
    let stream = ByteStream(
      bytes: bytes, named: source.file.displayName, isCompressed: source.file.isCompressed)
    return try read(stream, source: source, valueLimit: valueLimit)
  }

  /// The table in a CSV file, which is read once from its start to its end and never held as a
  /// whole.
  ///
  /// Each categorical column becomes one column of 0 and 1 for each of its categories, sorted by
  /// code points and named `column=category`. Without a header the columns are named by their
  /// numbers.
  ///
  /// - Parameters:
  ///   - stream: the file.
  ///   - source: how to read it, and its name for messages.
  ///   - valueLimit: how many numbers features and target may hold; nil for any, and for rows of
  ///     any length.
  ///   - isSparse: whether the features are kept sparse.
  /// - Throws: up to 20 kinds of faults, each with its first place and how often it came: a checksum that differs, text that is no CSV, a
  ///   record with another number of fields than the first, text, NaN or infinity where a number
  ///   belongs, a missing value, a column that is not there, no examples, a target with one class.
  public static func read(
    _ stream: ByteStream, source: CSVSource, valueLimit: Int? = valueLimit,
    isSparse: Bool = false
  ) throws(InputError) -> Dataset {
    let delimiter = try delimiter(source)
    var (table, sha256) = try source.file.verified(stream) { () throws(InputError) in
      let window = try TextWindow(stream, hasLimits: valueLimit != nil)
      return try read(
        CSVScanner(
          window, delimiter: delimiter, comment: source.comment.map { Array(String($0).utf8) },
          fieldLimit: valueLimit == nil ? .max : fieldLimit),
        source, valueLimit: valueLimit, isSparse: isSparse)
    }
    table.provenance.sha256 = sha256
    return table
  }

  private static func read(
    _ start: CSVScanner, _ source: CSVSource, valueLimit: Int?, isSparse: Bool
  ) throws(InputError) -> Dataset {
    var scanner = start
    var faults = TextFaults(source.file.displayName)
    guard let header = try CSVHeader(source, &scanner, &faults) else {
      try faults.check()
      throw InputError([Diagnostic(file: source.file.displayName, message: "the file is empty")])
    }
    // Whether the first name is that of the row names, the first row of values tells.
    var hasRow = source.hasHeader ? try scanner.next(&faults) : true
    let columns = header.columns(
      source, firstRowCount: hasRow ? scanner.fields.count : nil, &faults)
    guard let columns else {
      try faults.check()
      throw InputError([Diagnostic(file: source.file.displayName, message: "no columns")])
    }
    var rows = CSVRows(source, columns, valueLimit: valueLimit)
    while hasRow, !faults.isFull, !rows.isFull {
      rows.append(scanner, &faults)
      hasRow = try scanner.next(&faults)
    }
    return try rows.dataset(isSparse: isSparse, &faults)
  }

  /// The delimiter's byte; nil for runs of spaces and tabs.
  private static func delimiter(_ source: CSVSource) throws(InputError) -> UInt8? {
    guard case .character(let delimiter) = source.delimiter else { return nil }
    if let byte = delimiter.asciiValue, delimiter != "\r\n",
      byte == UInt8(ascii: "\t") || byte >= UInt8(ascii: " "), byte != UInt8(ascii: "\"")
    {
      return byte
    }
    throw InputError([
      Diagnostic(
        file: source.file.displayName,
        message: "\(String(delimiter).quoted) cannot separate fields",
        help: "choose one ASCII character other than a quote, such as ',', ';' or a tab")
    ])
  }
}
