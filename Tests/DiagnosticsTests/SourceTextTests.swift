import Diagnostics
import Testing

/// Places in text files.
struct SourceTextTests {
  @Test(
    "lines end at LF, CR LF and CR",
    arguments: [
      (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 2), (5, 2, 2), (6, 3, 1), (8, 4, 1),
      (9, 4, 2),
    ])
  func lineEndings(offset: Int, line: Int, column: Int) {
    let source = SourceText(name: "a", bytes: Array("ab\nc\r\nd\re".utf8))
    #expect(source.place(of: offset..<offset) == Place(line: line, column: column))
  }

  @Test("a byte-order mark has no column")
  func byteOrderMark() {
    let source = SourceText(name: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(source.place(of: 0..<0) == Place(line: 1, column: 1))
    #expect(source.place(of: 4..<5) == Place(line: 1, column: 2))
    #expect(source.diagnostic(at: 3..<4, message: "m").sourceLine == "ab")
  }

  @Test("a range ends with its line, and is at least one character")
  func lengths() {
    let source = SourceText(name: "a", bytes: Array("abc\ndef".utf8))
    #expect(source.place(of: 1..<6) == Place(line: 1, column: 2, length: 2))
    #expect(source.place(of: 3..<3) == Place(line: 1, column: 4, length: 1))
    #expect(source.place(of: 7..<7) == Place(line: 2, column: 4, length: 1))
  }

  @Test("columns in a long line of mixed scripts agree with counting it whole")
  func longLine() {
    var text = ""
    for index in 0..<3_000 {
      text += ["a", "é", "학", "👩‍🔬", "e\u{301}", " ", "b"][index * index % 7]
    }
    let bytes = Array(text.utf8)
    let source = SourceText(name: "a", bytes: bytes)
    var column = 1
    var offset = 0
    for character in text {
      #expect(source.place(of: offset..<offset + 1).column == column)
      offset += String(character).utf8.count
      column += 1
    }
  }

  @Test("a part of a longer file keeps the file's line numbers")
  func part() {
    let source = SourceText(name: "a", bytes: Array("x,y".utf8), firstLine: 1_000_000)
    let fault = source.diagnostic(at: 2..<3, message: "m")
    #expect(fault.place == Place(line: 1_000_000, column: 3))
    #expect(fault.rendered() == "a:1000000:3: error: m\n1000000 | x,y\n        |   ^")
  }

  @Test(
    "bytes that are not UTF-8 are found where they stand",
    arguments: [
      ([0x61, 0xFF, 0x62], 2, "FF"), ([0x61, 0x0A, 0xC3], 1, "C3"), ([0xC0, 0x80], 1, "C0"),
      ([0xC3, 0xA9, 0xED, 0xA0, 0x80], 2, "ED"), ([0xF4, 0x90, 0x80, 0x80], 1, "F4"),
    ] as [([UInt8], Int, String)])
  func encoding(bytes: [UInt8], column: Int, shown: String) throws {
    let fault = try #require(SourceText(name: "a", bytes: bytes).encodingFault())
    #expect(fault.message == "not UTF-8: byte \(shown)")
    #expect(fault.place?.column == column)
    #expect(fault.place?.line == (bytes.contains(0x0A) ? 2 : 1))
  }

  @Test("text that is UTF-8 has no such fault")
  func goodEncoding() {
    #expect(SourceText(name: "a", bytes: Array("é학👩‍🔬\u{0}".utf8)).encodingFault() == nil)
    #expect(SourceText(name: "a", bytes: []).encodingFault() == nil)
  }
}
