import Datasets
import Diagnostics
import Testing

/// A table that cannot be read, and the first fault that is reported of it.
struct BadTable: CustomTestStringConvertible, Sendable {
  let text: String
  var source = tableSource()
  var line: Int?
  var column: Int?
  let message: String
  let help: String

  var testDescription: String { message }
}

@Suite struct CSVFaultTests {
  static let tables = [
    BadTable(text: "", message: "the file is empty", help: "expected a table"),
    BadTable(text: "\n\n", message: "the file is empty", help: "expected a table"),
    BadTable(text: "a,y\n", message: "the file holds a header only", help: "at least one row"),
    BadTable(
      text: "a,y\n1,2\n1,2,3\n", line: 3, column: 5, message: "this row has 3 fields",
      help: "expected 2"),
    BadTable(
      text: "a,b,y\n1,2\n", line: 2, column: 4, message: "this row has 2 fields",
      help: "expected 3"),
    BadTable(
      text: "a,y\n1,2\n\n3,4\n", line: 3, column: 1, message: "this row has 1 field",
      help: "expected 2"),
    BadTable(
      text: "a,y\nred,2\n", line: 2, column: 1, message: "'red' in column 'a' is no number",
      help: "categorical"),
    BadTable(
      text: "é,y\n1,2\n\"é\",2\n", source: tableSource(), line: 3, column: 2,
      message: "'é' in column 'é' is no number", help: "categorical"),
    BadTable(
      text: "é,b,y\n\"ü\",2,x\n", source: tableSource(features: [.name("b")]), line: 2, column: 7,
      message: "'x' in column 'y' is no number", help: "\"task\": \"classification\""),
    BadTable(
      text: "a,y\n1,inf\n", line: 2, column: 3,
      message: "'inf' in column 'y' is not a finite number",
      help: "1.8e308"),
    BadTable(
      text: "a,y\n1e999,1\n", line: 2, column: 1,
      message: "'1e999' in column 'a' is not a finite number", help: "1.8e308"),
    BadTable(
      text: "a,y\n1,1\nnan,1\n", line: 3, column: 1,
      message: "the missing value 'nan' in the column 'a'", help: "\"drop\""),
    BadTable(
      text: "a,y\n1,\n", line: 2, column: 3, message: "no value in the target 'y'",
      help: "\"drop\""),
    BadTable(
      text: "a,y\n1,1\n2,\n", source: tableSource(missing: .mean), line: 3, column: 3,
      message: "no value in the target 'y'", help: "only numeric features have a mean"),
    BadTable(
      text: "a,y\nu,1\n?,2\n", source: tableSource(categorical: [.name("a")], missing: .mean),
      line: 3, column: 1, message: "the missing value '?' in the column 'a'",
      help: "only numeric features have a mean"),
    BadTable(
      text: "a,y\n,1\n,2\n", source: tableSource(missing: .mean),
      message: "the column 'a' has no value at all", help: "leave it out"),
    BadTable(
      text: "a,y\n,1\n", source: tableSource(missing: .drop), message: "no example is left",
      help: "every row has a missing value"),
    BadTable(
      text: "a,y\n\"1,2\n", line: 2, column: 1, message: "this quote is never closed",
      help: "written twice"),
    BadTable(
      text: "a,y\n\"1\"2,2\n", line: 2, column: 4,
      message: "text after the quote that closes a field", help: "written twice"),
    BadTable(
      text: "a,y\n1\"2,2\n", line: 2, column: 2,
      message: "a quote inside a field that starts without one", help: "in quotes"),
    BadTable(
      text: "a,z\n1,2\n", line: 1, column: 1,
      message: "there is no column 'y', which the target refers to", help: "'a', 'z'"),
    BadTable(
      text: "price,size\n1,2\n", source: tableSource(target: .name("prize")), line: 1, column: 1,
      message: "there is no column 'prize', which the target refers to",
      help: "did you mean 'price'?"),
    BadTable(
      text: "a,b\n1,2\n", source: tableSource(target: .index(2)), line: 1, column: 1,
      message: "there is no column 2, which the target refers to", help: "from 0 to 1"),
    BadTable(
      text: "1,2\n", source: tableSource(header: false), line: 1, column: 1,
      message: "there is no column 'y', which the target refers to", help: "by number only"),
    BadTable(
      text: "a,y,y\n1,2,3\n", line: 1, column: 1,
      message: "the column 'y', which the target refers to, is there twice",
      help: "columns 1 and 2"),
    BadTable(
      text: "a,y\n1,2\n", source: tableSource(features: [.name("y")]), line: 1, column: 1,
      message: "the target 'y' is listed among the features", help: "remove"),
    BadTable(
      text: "a,y\n1,2\n", source: tableSource(features: [.name("a"), .index(0)]), line: 1,
      column: 1, message: "the feature 'a' is listed twice", help: "once"),
    BadTable(
      text: "a,b,y\n1,2,3\n",
      source: tableSource(features: [.name("a")], categorical: [.name("b")]),
      line: 1, column: 1, message: "the categorical column 'b' is no feature", help: "list it"),
    BadTable(
      text: "y\n1\n", line: 1, column: 1, message: "there is no feature beside the target",
      help: "delimiter"),
    BadTable(
      text: "a,y\n1,u\n2,u\n", source: tableSource(task: .classification),
      message: "the target 'y' has one class, 'u'", help: "two classes"),
    BadTable(
      text: "a,y\n1,2\n", source: tableSource(delimiter: "\""),
      message: "'\"' cannot separate fields",
      help: "ASCII"),
    BadTable(
      text: "a,y\n1,2\n", source: tableSource(delimiter: "é"),
      message: "'é' cannot separate fields",
      help: "ASCII"),
    BadTable(
      text: "a,y\n1,2\n", source: tableSource(sha256: String(repeating: "0", count: 64)),
      message: "the SHA-256 of the file is ", help: "expected 0000"),
  ]

  private func faults(_ bytes: [UInt8], _ source: CSVSource) -> [Diagnostic] {
    do throws(InputError) {
      _ = try CSVReader.read(bytes: bytes, source: source)
      return []
    } catch {
      #expect(error.reason == .malformed)
      return error.diagnostics
    }
  }

  @Test(arguments: tables)
  func aBadTableIsRefusedWithPlaceReasonAndHelp(table: BadTable) throws {
    let found = faults(Array(table.text.utf8), table.source)
    let first = try #require(found.first)
    #expect(first.file == "data/table.csv")
    #expect(first.message.hasPrefix(table.message))
    #expect(first.help?.contains(table.help) == true)
    #expect(first.place?.line == table.line)
    #expect(first.place?.column == table.column)
    if let line = table.line {
      let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(first.sourceLine == String(lines[line - 1]))
    }
  }

  @Test func allFaultsComeInOneGoInTheOrderOfTheirPlaces() {
    let found = faults(Array("a,b,y\nx,1,2\n1,2\n3,inf,\n".utf8), tableSource())
    #expect(found.map { $0.place?.line } == [2, 3, 4, 4])
    #expect(found.map { $0.place?.column } == [1, 4, 3, 7])
  }

  @Test func atMost20KindsOfFaultsAreReported() {
    let text =
      (0..<30).map { "a\($0)," }.joined() + "y\n"
      + String(repeating: String(repeating: "x,", count: 30) + "1\n", count: 1000)
    let found = faults(Array(text.utf8), tableSource())
    #expect(found.count == 20)
    #expect(found.allSatisfy { $0.notes.count <= 1 })
  }

  @Test func textThatIsNotUTF8IsAFaultWhereItIsUsed() {
    let bytes = Array("a,y\n".utf8) + [0xFF] + Array(",1\n".utf8)
    let found = faults(bytes, tableSource(categorical: [.name("a")]))
    #expect(found.first?.message == "this text is not UTF-8")
    #expect(faults([0xFF, 0xFE, 0x61, 0], tableSource()).first?.message == "the file is UTF-16")
    #expect(
      faults([0x1F, 0x8B, 8, 0], tableSource()).first?.message
        == "the file is compressed with gzip")
  }

  @Test func aRowOfBareCommasIsRefusedBeforeItIsSplit() {
    let bytes = [UInt8](repeating: UInt8(ascii: ","), count: 5_000_000)
    let found = faults(bytes, tableSource())
    #expect(found.map(\.message) == ["this row has more than 1048576 fields"])
    #expect(found.first?.place?.column == 1_048_577)
  }

  @Test func aTableAboveTheLimitIsRefused() throws {
    let bytes = Array("a,b,y\nu,1,1\nv,2,2\nw,3,3\n".utf8)
    let source = tableSource(categorical: [.name("a")])
    for limit in [4, 5, 6, 8, 11] {
      #expect(throws: InputError.self) {
        try CSVReader.read(bytes: bytes, source: source, valueLimit: limit)
      }
    }
    #expect(
      try CSVReader.read(bytes: bytes, source: source, valueLimit: 12).features.dense?.count == 12)
    #expect(try CSVReader.read(bytes: bytes, source: source, valueLimit: nil).exampleCount == 3)
  }
}
