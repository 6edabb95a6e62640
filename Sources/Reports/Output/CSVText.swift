import Kernels

/// A CSV table as bytes: RFC 4180 quoting, `\n` line ends, shortest decimals, empty cells for what
/// has no value.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  private var isAtStart = true

  /// A table without a header, or the rows that follow others.
  init() {}

  init(header: [String]) {
    for name in header { append(name) }
    endRow()
  }

  mutating func append(_ text: String) {
    separate()
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func append(_ number: Int?) {
    separate()
    if let number { bytes.append(contentsOf: number.description.utf8) }
  }

  mutating func append(_ number: Double?) {
    separate()
    if let number { appendShortestDecimal(number, to: &bytes) }
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
  }
}
