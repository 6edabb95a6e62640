import Diagnostics
import Files

/// Reads tables from CSV files.
///
/// The text is UTF-8 after RFC 4180: fields in quotes may hold delimiters, line ends and doubled
/// quotes; lines end with LF, CRLF or CR; a byte-order mark is ignored, and so are empty lines at the
/// end. Spaces around a field do not belong to it. A number is an optional sign, digits with an
/// optional decimal point, and an optional exponent; it becomes the nearest double.
///
/// A value is missing where a field is empty or, without quotes, `NA`, `NaN`, `nan` or `?`. A missing
/// category has no mean, and a target is never made up: with `missing` as `mean` both are errors.
/// Columns that are neither feature nor target are not looked at.
public enum CSVReader {
  /// How many numbers a table may hold unless the caller says otherwise.
  public static let valueLimit = 1 << 28

  /// The table in the bytes of a CSV file.
  ///
  /// Each categorical column becomes one column of 0 and 1 for each of its categories, sorted by code
  /// points and named `column=category`. Without a header the columns are named by their numbers.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - source: how to read it, and its name for messages.
  ///   - valueLimit: how many numbers the features may hold; nil for any.
  /// - Throws: up to 20 faults with their places: a checksum that differs, text that is no CSV, a
  ///   record with another number of fields than the first, text, NaN or infinity where a number
  ///   belongs, a missing value, a column that is not there, no examples, a target with one class.
  public static func read(
    bytes: [UInt8], source: CSVSource, valueLimit: Int? = valueLimit
  ) throws(InputError) -> Dataset {
    var faults = CSVFaults(source, bytes: bytes)
    let digest = SHA256.hex(of: bytes)
    if let expected = source.file.sha256, expected != digest {
      faults.add(
        at: nil, "the SHA-256 of the file is \(digest)",
        help: "expected \(expected): fetch the file again, or correct the checksum")
    }
    let delimiter = delimiter(source, &faults)
    try faults.check()

    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter)
    guard let columns = columns(source, bytes: bytes, &scanner, &faults) else {
      try faults.check()
      throw InputError(
        .malformed, [Diagnostic(file: source.file.displayName, message: "the file is empty")])
    }
    var rows = CSVRows(source, columns, bytes: bytes, valueLimit: valueLimit)
    if source.header == false { rows.append(scanner.fields, end: scanner.recordEnd, &faults) }
    do throws(CSVSyntaxFault) {
      while !faults.isFull, !rows.isFull, try scanner.next() {
        rows.append(scanner.fields, end: scanner.recordEnd, &faults)
      }
    } catch {
      faults.add(at: error.range, error.message, help: error.help)
    }
    try faults.check()
    return try rows.dataset(sha256: digest, &faults)
  }

  /// The delimiter's byte.
  private static func delimiter(_ source: CSVSource, _ faults: inout CSVFaults) -> UInt8 {
    if let byte = source.delimiter.asciiValue, source.delimiter != "\r\n",
      byte == UInt8(ascii: "\t") || byte >= UInt8(ascii: " "), byte != UInt8(ascii: "\"")
    {
      return byte
    }
    faults.add(
      at: nil, "\(String(source.delimiter).quoted) cannot separate fields",
      help: "choose one ASCII character other than a quote, such as ',', ';' or a tab")
    return UInt8(ascii: ",")
  }

  /// Reads the first record and finds the columns; nil after a fault.
  private static func columns(
    _ source: CSVSource, bytes: [UInt8], _ scanner: inout CSVScanner, _ faults: inout CSVFaults
  ) -> CSVColumns? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.add(at: nil, "the file is UTF-16", help: "save it as UTF-8")
      return nil
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      faults.add(at: nil, "the file is compressed with gzip", help: "unpack it with gunzip first")
      return nil
    }
    do throws(CSVSyntaxFault) {
      guard try scanner.next() else {
        faults.add(at: nil, "the file is empty", help: "expected a table of comma-separated values")
        return nil
      }
    } catch {
      faults.add(at: error.range, error.message, help: error.help)
      return nil
    }
    var names: [String] = []
    for (index, field) in scanner.fields.enumerated() {
      let name = source.header ? field.text(in: bytes) : String(index)
      if name == nil {
        faults.add(at: field.range, "the name is not UTF-8", help: "save the file as UTF-8")
      }
      names.append(name ?? "")
    }
    guard faults.isEmpty, let first = scanner.fields.first else { return nil }
    return CSVColumns(
      source, names: names, header: first.range.lowerBound..<scanner.recordEnd, faults: &faults)
  }
}

extension CSVField {
  /// The field's text, with doubled quotes made one; nil if it is not UTF-8.
  func text(in bytes: [UInt8]) -> String? {
    guard hasDoubledQuotes else { return String(validating: bytes[range], as: UTF8.self) }
    var content: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      content.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(validating: content, as: UTF8.self)
  }
}
