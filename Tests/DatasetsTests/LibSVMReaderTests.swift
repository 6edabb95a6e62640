import Datasets
import Diagnostics
import Foundation
import Testing

@Suite struct LibSVMReaderTests {
  static let referenceFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References/libsvm.svm").path

  private func read(
    _ text: String, features: Int? = nil, task: Datasets.Task = .classification,
    valueLimit: Int? = 1 << 20
  ) throws(InputError) -> Dataset {
    try LibSVMReader.read(
      bytes: Array(text.utf8),
      source: LibSVMSource(
        file: FileLocation(path: "/nowhere", displayName: "data/x.svm"), features: features,
        task: task),
      valueLimit: valueLimit)
  }

  @Test func aFileIsReadAsScikitLearnReadsIt() throws {
    let expected = try reference("libsvm.txt")
    let table = try Dataset.load(
      .libsvm(
        LibSVMSource(file: FileLocation(path: Self.referenceFile, displayName: "libsvm.svm"))))
    let rows = try #require(table.features.sparse)
    #expect(rows.rowStarts == expected[0].compactMap { Int($0) })
    #expect(rows.columns == expected[1].compactMap { Int32($0) })
    #expect(rows.values.map(\.bitPattern) == expected[2].map(word))
    let labels = expected[3].compactMap { Int($0) }
    #expect(table.target == .classes(labels.map { $0 + 1 }, names: ["-1", "0", "1", "2"]))
    #expect(table.featureCount == 30)
    #expect(table.exampleCount == 40)
    #expect(table.name == "libsvm")
    #expect(table.provenance.sha256.utf8.count == 64)
  }

  @Test(arguments: [
    "1 1:0.5 3:2\n-1 2:1e-3\n+1\n", "\u{FEFF}1 1:.5 3:2\r\n-1 2:.001\r1.0 # 7:1\r\n",
    "# 1 2 3\n\n 1\t1:0.5  3:2 2:#x\n".replacing(" 2:#x", with: "#x") + "\n-1 2:1e-3 3:0\n1",
  ])
  func theSameExamplesInAnotherSpelling(text: String) throws {
    let table = try read(text)
    #expect(
      table.features
        == .sparse(
          SparseRows(rowStarts: [0, 2, 3, 3], columns: [0, 2, 1], values: [0.5, 2, 1e-3])))
    #expect(table.target == .classes([1, 0, 1], names: ["-1", "1"]))
    #expect(table.featureCount == 3)
    #expect(table.featureNames.isEmpty)
  }

  @Test func labelsAreNumbersForRegressionAndFeaturesAsMany() throws {
    let table = try read("1.5 1:1\n1.5\n", features: 9, task: .regression)
    #expect(table.target == .numbers([1.5, 1.5]))
    #expect(table.featureCount == 9)
  }

  @Test(arguments: [
    ("1 1:2\nx 1:2\n", 2, 1, "the label 'x' is no number"),
    ("1 1:2\nnan 1:2\n", 2, 1, "the label 'nan' is not a finite number"),
    ("1 0:2\n", 1, 3, "the index 0"), ("1 :2\n", 1, 3, "no index before the colon"),
    ("1 -1:2\n", 1, 3, "the index '-1' is no whole number"),
    ("1 2:1 2:1\n", 1, 7, "the index 2 comes twice"),
    ("1 3:1 2:1\n", 1, 7, "the index 2 comes after 3"),
    ("1 11:1\n", 1, 3, "the index '11' is too large"),
    ("1 99999999999999999999999:1\n", 1, 3, "the index '99999999999999999999999' is too large"),
    ("1 1:\n", 1, 5, "'' is no number"), ("1 1:a\n", 1, 5, "'a' is no number"),
    ("1 1:inf\n", 1, 5, "the value 'inf' is not a finite number"),
    ("1 1:1e999\n", 1, 5, "the value '1e999' is not a finite number"),
    ("1 5\n", 1, 3, "'5' is no index with its value"),
    ("1 qid:3 1:2\n", 1, 3, "'qid' marks ranking data, which is not read"),
    ("1 1:1:1\n", 1, 5, "'1:1' is no number"),
  ])
  func aBadFileIsRefusedWithPlaceAndReason(
    text: String, line: Int, column: Int, message: String
  ) throws {
    let error = try #require(throws: InputError.self) { try read("0 1:1\n" + text, features: 10) }
    #expect(error.reason == .malformed)
    #expect(error.diagnostics[0].file == "data/x.svm")
    #expect(error.diagnostics[0].place?.line == line + 1)
    #expect(error.diagnostics[0].place?.column == column)
    #expect(error.diagnostics[0].message == message)
    #expect(error.diagnostics[0].help != nil)
    #expect(
      error.diagnostics[0].sourceLine
        == String(text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]))
  }

  @Test(arguments: [
    ("", "the file holds no examples"), ("\n# nothing\n", "the file holds no examples"),
    ("1 1:1\n1.0 2:1\n", "all labels are 1"), ("1\n2\n", "no example has a value"),
    ("\u{1F}", "the label"),
  ])
  func aFileWithoutUseIsRefused(text: String, message: String) throws {
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.diagnostics[0].message.hasPrefix(message))
  }

  @Test func limitsAreKept() throws {
    let text = "0 1:1 2:1\n1 1:1 2:1\n"
    // Labels count, too: a file may hold nothing else.
    #expect(try read(text, valueLimit: 6).exampleCount == 2)
    let error = try #require(throws: InputError.self) { try read(text, valueLimit: 5) }
    #expect(error.diagnostics[0].message == "the file holds more than 5 values")
    #expect(error.diagnostics[0].place?.line == 2)
    #expect(throws: InputError.self) { try read("0\n1\n2\n", valueLimit: 2) }
    #expect(throws: InputError.self) { try read("0 5:1\n1 1:1\n", valueLimit: 4) }
  }

  @Test func everyKindOfFaultComesOnceAndIsCounted() throws {
    let text = String(repeating: "1 2:1 1:x\n1 1:x\n", count: 30)
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.diagnostics.map { $0.place?.line } == [1, 2])
    #expect(
      error.diagnostics.map(\.notes) == [
        ["and 29 more lines like it"], ["and 29 more lines like it"],
      ])
  }
}
