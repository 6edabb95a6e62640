/// The objects of a PDF file and its table of contents (ISO 32000-1, 7.5).
struct DocumentObjects {
  /// Begins with bytes beyond ASCII, by which programs that carry files know that it is no text.
  private var bytes = Array("%PDF-1.5\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  /// Where each object starts; the first one has the number 1.
  private var offsets: [Int] = []

  /// A number for an object that is written later.
  mutating func reserve() -> Int {
    offsets.append(0)
    return offsets.count
  }

  /// Writes the object `number`, e.g. a dictionary.
  mutating func write(_ number: Int, _ content: String) {
    begin(number)
    bytes += Array("\(content)\nendobj\n".utf8)
  }

  /// Writes the object `number`: compressed data, with the entries of its dictionary beyond those
  /// that every stream has.
  mutating func write(
    _ number: Int, stream: [UInt8], level: Deflate.Level = .usual, entries: String = ""
  ) throws(RenderingError) {
    let data = try Deflate.compressed(stream, level: level)
    begin(number)
    let space = entries.isEmpty ? "" : " "
    bytes += Array(
      "<< /Length \(data.count) /Filter /FlateDecode\(space)\(entries) >>\nstream\n".utf8)
    bytes += data
    bytes += Array("\nendstream\nendobj\n".utf8)
  }

  private mutating func begin(_ number: Int) {
    offsets[number - 1] = bytes.count
    bytes += Array("\(number) 0 obj\n".utf8)
  }

  /// The whole file, whose parts hang on the objects `catalog` and `information`.
  consuming func file(catalog: Int, information: Int) -> [UInt8] {
    let start = bytes.count
    var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    table += "trailer\n<< /Size \(offsets.count + 1) /Root \(catalog) 0 R"
    table += " /Info \(information) 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array(table.utf8)
  }

  /// `text` as a string in UTF-16 with its mark, which every kind of text fits in.
  static func string(_ text: String) -> String { "<FEFF\(codeUnits(text))>" }

  /// The UTF-16 code units of `text` as hexadecimal digits.
  static func codeUnits(_ text: String) -> String { text.utf16.map { hexadecimal($0) }.joined() }

  /// Four hexadecimal digits.
  static func hexadecimal(_ number: UInt16) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
