import Diagnostics
import TestSupport
import Testing

@testable import SpecLanguage

/// The located JSON reader.
struct JSONReaderTests {
  static func read(_ bytes: [UInt8]) throws(InputError) -> JSONValue {
    try JSONReader.read(SourceText(name: "a", bytes: bytes))
  }

  @Test(
    "accepts and rejects what RFC 8259 does", arguments: try References().rows("json_cases.txt"))
  func conformance(row: [String]) throws {
    let bytes =
      row[2] == "deep" ? [UInt8](repeating: 0x5B, count: 100_000) : References.bytes(row[2])
    if row[0] == "accept" {
      _ = try Self.read(bytes)
    } else {
      let error = #expect(throws: InputError.self) { try Self.read(bytes) }
      #expect(error?.diagnostics.count == 1)
      #expect(error?.diagnostics.first?.place != nil)
    }
  }

  @Test("numbers are exact", arguments: try References().rows("json_numbers.txt"))
  func numbers(row: [String]) throws {
    guard case .number(let number) = try Self.read(Array(row[0].utf8)).content else {
      Issue.record("not read as a number")
      return
    }
    #expect(number.literal == row[0])
    #expect(number.whole == Int(row[2]))
    if row[1] == "large" {
      #expect(number.double.isInfinite)
    } else {
      let bits = try #require(UInt64(row[1], radix: 16))
      #expect(number.double.bitPattern == bits)
    }
  }

  @Test("every value has its bytes")
  func places() throws {
    let text = #"  {"a": [1, {"b" : "é"}, true], "c":null}"#
    let root = try Self.read(Array(text.utf8))
    func part(_ path: JSONStep...) -> String {
      String(decoding: Array(text.utf8)[root.range(at: path)], as: UTF8.self)
    }
    #expect(part() == String(text.dropFirst(2)))
    #expect(part("a") == #"[1, {"b" : "é"}, true]"#)
    #expect(part("a", 0) == "1")
    #expect(part("a", 1, "b") == #""é""#)
    #expect(part("c") == "null")
    #expect(part("d") == "{")
    #expect(part("a", 1, "x", "y") == "{")
    #expect(part("a", 7) == #"[1, {"b" : "é"}, true]"#)
  }

  @Test("escapes mean what they say")
  func escapes() throws {
    let text = #""\"\\\/\b\f\n\r\té\u00E9\uD83D\ude00x""#
    guard case .text(let found) = try Self.read(Array(text.utf8)).content else {
      Issue.record("not read as text")
      return
    }
    #expect(found == "\"\\/\u{8}\u{C}\n\r\téé😀x")
  }

  @Test(
    "faults say what is wrong and what to do",
    arguments: [
      ("", "a:1:1: error: the file is empty|expected a JSON object: { ... }"),
      ("[1,]", "a:1:3: error: comma after the last element|remove it"),
      (
        "{\n \"a\": 1\n \"b\": 2}",
        "a:3:2: error: expected ',' or '}'|is a comma missing before this?"
      ),
      ("{\"a\" 1}", "a:1:6: error: expected ':' after the key 'a'|"),
      ("{a: 1}", "a:1:2: error: expected a key in double quotes|write \"a\""),
      ("{'a': 1}", "a:1:2: error: text needs double quotes|write \"...\""),
      ("[1] // x", "a:1:5: error: JSON has no comments|remove it, or use 'description'"),
      ("{ # x\n}", "a:1:3: error: JSON has no comments|remove it, or use 'description'"),
      ("[NaN]", "a:1:2: error: NaN is not a JSON value|numbers in JSON are finite"),
      (
        "[-Infinity]",
        "a:1:2: error: '-' needs a digit after it|numbers in JSON are finite, such as -0.5"
      ),
      ("[True]", "a:1:2: error: True is not a JSON value|did you mean true?"),
      ("[None]", "a:1:2: error: None is not a JSON value|did you mean null?"),
      ("[adam]", "a:1:2: error: adam is not a JSON value|text needs double quotes"),
      ("[.5]", "a:1:2: error: a number begins with a digit or with '-'|write it as 0.5 or 12"),
      ("[01]", "a:1:2: error: a number must not begin with 0|remove the leading zero"),
      ("[1.]", "a:1:2: error: '.' needs a digit after it|"),
      ("[1e]", "a:1:2: error: the exponent needs a digit|"),
      ("[1_000]", "a:1:2: error: not a number|numbers are written as 12, -0.5 or 1e-3"),
      ("[\"a]\n", "a:1:2: error: this text has no closing quote|a line break within text is \\n"),
      ("[\"a\tb\"]", "a:1:4: error: control character <U+0009> within text|write \\t"),
      ("[\"\\x\"]", "a:1:3: error: unknown escape|a backslash itself is written \\\\"),
      ("[\"\\u12\"]", "a:1:3: error: \\u needs four hexadecimal digits|"),
      (
        "[\"\\uD800\"]",
        "a:1:3: error: half of a surrogate pair|characters beyond U+FFFF need two escapes, such as \\uD83D\\uDE00"
      ),
      ("{\n\"a\": [1\n", "a:2:8: error: the file ends too early|'[' of line 2 is never closed"),
      ("[1}", "a:1:3: error: '}' does not belong here|expected ',' or ']'"),
      ("[1] 2", "a:1:5: error: text after the end of the JSON value|remove it"),
      ("[1,,2]", "a:1:4: error: two commas in a row|remove one"),
    ])
  func messages(text: String, expected: String) throws {
    let error = #expect(throws: InputError.self) { try Self.read(Array(text.utf8)) }
    let fault = try #require(error?.diagnostics.first)
    let place = try #require(fault.place)
    let found = "a:\(place.line):\(place.column): error: \(fault.message)|\(fault.help ?? "")"
    #expect(found == expected)
  }

  @Test("nesting beyond 64 is refused where it begins")
  func depth() throws {
    let text = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    let error = #expect(throws: InputError.self) { try Self.read(Array(text.utf8)) }
    #expect(
      error?.rendered().hasPrefix("a:1:65: error: nested too deeply\n") == true)
    #expect(error?.diagnostics.first?.help == "the limit is 64 levels")
  }
}
