/// One field of a CSV record: where its content lies, without quotes and the spaces around it.
struct CSVField {
  /// The content's bytes.
  var range: Range<Int>
  /// Whether it stood in quotes.
  var isQuoted = false
  /// Whether it holds doubled quotes that stand for one.
  var hasDoubledQuotes = false

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
