import Foundation
import Testing

/// `Sources/ARCHITECTURE.md` says what is there: its folders, its import lines and the files in which
/// something is added.
@Suite struct ArchitectureTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private let sections: [String: String]

  init() throws {
    let text = try String(
      contentsOf: Self.sources.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    var sections: [String: String] = [:]
    for section in text.components(separatedBy: "\n## ").dropFirst() {
      let lines = section.split(separator: "\n", maxSplits: 1)
      sections[String(lines[0])] = String(lines[1])
    }
    self.sections = sections
  }

  private func section(_ name: String) throws -> String { try #require(sections[name]) }

  /// The cells of the rows of a section's table, without its head.
  private func rows(_ name: String) throws -> [[String]] {
    try section(name).split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map {
      line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
  }

  /// What stands in backticks.
  private func codes(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Self.sources.appending(path: path).path)
  }

  @Test func everyFolderIsDescribed() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.sources, includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent)
    let described = try rows("Targets").flatMap { codes($0[0]) }
    #expect(described.sorted() == folders.sorted())
    for row in try rows("Targets") {
      let target = codes(row[0])[0]
      for name in codes(row[1]) where name.first?.isUppercase == true && target != "CCairo" {
        let isFile = isThere("\(target)/\(name).swift")
        #expect(isThere("\(target)/\(name)") || isFile || isThere(name), "\(target): \(name)")
      }
    }
  }

  @Test func theImportLinesAreThoseThatAreChecked() throws {
    var described: [String: Set<String>] = [:]
    for line in try section("Who may import whom").split(separator: "\n") where line.contains("->")
    {
      let sides = line.components(separatedBy: "->").map { $0.trimmingCharacters(in: .whitespaces) }
      described[sides[0]] =
        sides[1] == "nothing of ours" ? [] : Set(sides[1].components(separatedBy: ", "))
    }
    #expect(described == ImportTests.allowed)
  }

  @Test func whereSomethingIsAddedThereIsSuchAFileAndSuchAList() throws {
    let rows = try rows("Where to add something")
    #expect(rows.count > 10)
    for row in rows {
      #expect(row.count == 3)
      for path in codes(row[1]) { #expect(isThere(path), "\(path)") }
      let list = codes(row[2])
      #expect(list.count == 2)
      let text = try String(
        contentsOf: Self.sources.appending(path: list[0]), encoding: .utf8)
      #expect(
        text.contains("static let \(list[1])") || text.contains("enum \(list[1])"), "\(row[2])")
    }
  }

  /// What names a kind in a spec stands in one file: that which declares it.
  @Test func noNameOfAKindIsWrittenTwice() throws {
    let folders = [
      "Optimizers", "Models", "Datasets", "Specs", "Experiments", "Training", "report",
    ]
    var places: [String: [String]] = [:]
    let names = [
      "adadelta", "adagrad", "adamax", "radam", "lion", "softmax", "autoencoder", "himmelblau",
      "rastrigin", "libsvm", "sparse_classification",
    ]
    for folder in folders {
      let files = FileManager.default.enumerator(
        at: Self.sources.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for name in names where text.contains("\"\(name)\"") {
          places[name, default: []].append(file.lastPathComponent)
        }
      }
    }
    for name in names { #expect(places[name]?.count == 1, "\(name): \(places[name] ?? [])") }
  }
}
