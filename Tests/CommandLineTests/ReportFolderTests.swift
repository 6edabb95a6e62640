import Foundation
import Testing

/// What lies where a report is to go.
@Suite struct ReportFolderTests {
  @Test func aFolderWithSomethingElseIsLeftAlone() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    try workplace.write("precious", to: "reports/small/thesis.tex")
    let before = try workplace.files()
    let outcome = try workplace.run("small.json")
    #expect(outcome.exitCode == 74)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("reports/small: error: not an earlier report"))
    #expect(try workplace.files() == before)
  }

  @Test func aFileOfOnesOwnAmongThoseOfTheReportStays() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    try workplace.write("mine", to: "reports/small/figures/mine.svg")
    let before = try workplace.files()
    let outcome = try workplace.run("--quiet", "small.json")
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("not an earlier report (it holds figures/mine.svg)"))
    #expect(try workplace.files() == before)
  }

  /// Of an earlier form a manifest has the title, the spec and the digests alone.
  @Test func aReportWithAManifestOfAnEarlierFormIsReplaced() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    let before = try workplace.files()
    let path = "reports/small/ro-crate-metadata.json"
    let files = before.keys.filter { $0.hasPrefix("reports/small/") && $0 != path }.map { file in
      #"{"@id": "\#(file.dropFirst("reports/small/".count))", "@type": "File", "sha256": "0"}"#
    }
    let graph = [
      #"{"@id": "./", "@type": "Dataset", "name": "small"}"#,
      ##"{"@id": "#spec", "@type": "CreativeWork", "name": "small.json", "sha256": "0"}"##,
    ]
    try workplace.write(
      #"{"@graph": [\#((graph + files).joined(separator: ", "))]}"#, to: path)
    #expect(try workplace.run("check", "--no-cache", "small.json").exitCode == 1)
    let outcome = try workplace.run("--quiet", "small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try workplace.files() == before)
  }

  /// A report is known by its manifest, not by names that its files have in common with others.
  @Test func aFolderThatLooksLikeAReportIsNone() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    try workplace.write("# my report", to: "out/report.md")
    try workplace.write("1,2", to: "out/data/precious.csv")
    // A manifest that names everything by a star names nothing.
    let star = """
      {"@graph": [{"@id": "./", "name": "x"}, {"@id": "report.md", "sha256": "0"}, {"@id": "*/*", "sha256": "0"}]}
      """
    for manifest in [nil, star, "{}"] {
      if let manifest { try workplace.write(manifest, to: "out/ro-crate-metadata.json") }
      let before = try workplace.files()
      let outcome = try workplace.run("--quiet", "small.json", "-o", "out")
      #expect(outcome.exitCode == 74, "\(outcome.errors)")
      #expect(try workplace.files() == before)
    }
  }

  @Test func twoSpecsOfOneNameAreToldApart() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "one.json")
    try workplace.write(smallSpec(epochs: 20), to: "two.json")
    let both = try workplace.run("--quiet", "one.json", "two.json")
    #expect(both.exitCode == 65)
    #expect(
      both.errors.contains("two.json:2:11: error: 'one.json' has the same name"), "\(both.errors)")
    #expect(try workplace.run("--quiet", "one.json").exitCode == 0)
    let before = try workplace.files()
    let second = try workplace.run("--quiet", "two.json")
    #expect(second.exitCode == 65)
    #expect(
      second.errors.contains(
        "two.json:2:11: error: reports/small is the report of another spec, 'one.json'"),
      "\(second.errors)")
    #expect(try workplace.files() == before)
    // Who renames the file goes on, and one's own folder is one's own.
    #expect(try workplace.run("--quiet", "two.json", "-o", "elsewhere").exitCode == 0)
    try FileManager.default.removeItem(atPath: workplace.folder.path + "/one.json")
    #expect(try workplace.run("--quiet", "two.json").exitCode == 0)
  }

  @Test func ofTwoThatMakeANewReportAtOnceBothEndWell() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    // What is kept brings both to the writing at about the same time.
    #expect(try workplace.run("small.json", "--quiet").exitCode == 0)
    let expected = try workplace.files()
    for _ in 0..<6 {
      try FileManager.default.removeItem(at: workplace.folder.appending(path: "reports"))
      let rivals = try (0..<2).map { _ in try workplace.start(["small.json", "--quiet"]) }
      for (process, _, errors) in rivals {
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: text, as: UTF8.self))")
      }
      #expect(try workplace.files() == expected)
    }
  }
}
