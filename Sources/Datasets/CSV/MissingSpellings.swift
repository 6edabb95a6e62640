/// What stands for a missing value in a CSV file.
struct MissingSpellings {
  /// The spellings by their lengths in bytes; most fields have another length than all of them.
  private var byLength: [Int: [[UInt8]]] = [:]
  /// Whether one of them could be read as a number, such as -999.
  let areNumbers: Bool

  /// - Parameter form: how numbers are written.
  init(_ spellings: [String], _ form: NumberForm) {
    var areNumbers = false
    for spelling in spellings {
      let bytes = Array(spelling.utf8)
      byLength[bytes.count, default: []].append(bytes)
      if case .finite = form.number(bytes.span, bytes.indices) { areNumbers = true }
    }
    self.areNumbers = areNumbers
  }

  /// Whether a field says that there is no value: it is empty, or one of the spellings, not quoted.
  func contain(_ field: CSVField, _ bytes: [UInt8]) -> Bool {
    if field.range.isEmpty { return true }
    guard !field.isQuoted, let spellings = byLength[field.range.count] else { return false }
    return spellings.contains { bytes[field.range].elementsEqual($0) }
  }
}
