import Diagnostics

/// Where a BibTeX file cannot be understood.
struct BibliographyFault: Error {
  let range: Range<Int>
  let message: String
  let help: String?

  init(_ range: Range<Int>, _ message: String, _ help: String? = nil) {
    self.range = range
    self.message = message
    self.help = help
  }
}

/// The words and marks of a BibTeX file.
extension BibliographyReader {
  /// Whether `character` stands next.
  func at(_ character: Unicode.Scalar) -> Bool {
    index < bytes.count && UInt32(bytes[index]) == character.value
  }

  mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  /// Steps to the next @ outside a remark; false where there is none.
  mutating func skipToEntry() -> Bool {
    while index < bytes.count {
      if at("@") { return true }
      if at("%") {
        while index < bytes.count, !at("\n"), !at("\r") { index += 1 }
      } else {
        index += 1
      }
    }
    return false
  }

  /// Reads the name of a kind, a field or an abbreviation.
  mutating func word() -> String { text(without: "\"#%'(),={}@") }

  /// Reads what citations call a work.
  mutating func key(until closing: Unicode.Scalar) -> String {
    text(without: closing == ")" ? "\"#%,={}\\)" : "\"#%,={}\\")
  }

  private mutating func text(without marks: String) -> String {
    let start = index
    let marks = Array(marks.utf8)
    while index < bytes.count, bytes[index] > 0x20, !marks.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Reads a text whose first mark stands next, and leaves its marks out: up to `closing` outside braces,
  /// which count even after a backslash.
  mutating func balanced(closedBy closing: Unicode.Scalar) throws(BibliographyFault) -> String {
    let opening = index
    index += 1
    var open: [Int] = []
    while index < bytes.count {
      if at(closing), open.isEmpty {
        defer { index += 1 }
        return String(decoding: bytes[opening + 1..<index], as: UTF8.self)
      }
      if at("{") { open.append(index) }
      if at("}") {
        guard open.popLast() != nil else {
          throw BibliographyFault(
            index..<index + 1, "'}' closes nothing", "is a '{' missing before it?")
        }
      }
      index += 1
    }
    let unclosed = open.last ?? opening
    throw BibliographyFault(
      unclosed..<unclosed + 1, "'\(Character(Unicode.Scalar(bytes[unclosed])))' is never closed",
      "braces must match, even after a backslash")
  }

  /// Steps over the end of an entry.
  mutating func close(_ closing: Unicode.Scalar, from opening: Int) throws(BibliographyFault) {
    skipSpace()
    guard !at(closing) else {
      index += 1
      return
    }
    guard index < bytes.count else {
      throw BibliographyFault(
        opening..<opening + 1, "this entry is never closed", "close it with '\(closing)'")
    }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    throw BibliographyFault(
      index..<end, "expected ',' or '\(closing)'", "is a comma missing before this?")
  }
}
