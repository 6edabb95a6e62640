import Foundation
import Testing

@Suite struct ListingTests {
  @Test func everyListHasEntriesAndEveryEntryDetails() throws {
    let workplace = try Workplace()
    for topic in ["datasets", "models", "optimizers", "samplers", "figures", "tables"] {
      let list = try workplace.run("list", topic)
      #expect(list.exitCode == 0)
      let names = list.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        .compactMap { $0.split(separator: " ").first }
      #expect(names.count >= 2)
      for name in names {
        let details = try workplace.run("list", topic, String(name))
        #expect(details.exitCode == 0)
        #expect(details.output.hasPrefix(name) && details.output.count > list.output.count / 20)
      }
    }
  }

  @Test func aKindOfFigureTellsWhatItsKeysMayBe() throws {
    let heatMap = try Workplace().run("list", "figures", "heat_map").output
    for text in [
      "the two hyperparameters, across and up", "limits: numbers of the first and the last colour",
    ] {
      #expect(heatMap.contains(text))
    }
    let curves = try Workplace().run("list", "figures", "loss_curves").output
    for text in [
      #"one of "auto", "inside", "top_left", "top_right", "bottom_left", "bottom_right", "right", "below", "none"; default "auto""#,
      "a number of at least 36 and at most 1200", "default [0.25, 0.75]",
    ] { #expect(curves.contains(text)) }
    #expect(try !Workplace().run("list", "figures", "importance").output.contains("legend"))
  }

  @Test func theSchemaIsJSON() throws {
    let schema = try Workplace().run("schema")
    let value = try JSONSerialization.jsonObject(with: Data(schema.output.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func helpNamesEveryCommand() throws {
    let help = try Workplace().run("--help").output
    for command in ["run", "validate", "list", "schema"] { #expect(help.contains(command)) }
  }
}

@Suite struct ReadmeTests {
  /// The examples in the README must be ones.
  @Test func theExamplesAreValid() throws {
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md"),
      encoding: .utf8)
    let examples = readme.components(separatedBy: "```json\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    try #require(examples.count == 5)
    let workplace = try Workplace()
    try workplace.write(examples[0], to: "mine.json")
    // The second is a part of such a spec that searches for settings, the third says what the report holds.
    try workplace.write("\(examples[0].dropLast(1)), \(examples[1]) }", to: "tuned.json")
    try workplace.write("\(examples[0].dropLast(1)), \(examples[2]) }", to: "paper.json")
    let rows = (0..<50).map { "\($0),\($0 * $0 % 7),\(3 * $0)" }
    try workplace.write((["rooms,age,price"] + rows).joined(separator: "\n"), to: "mine.csv")
    let outcome = try workplace.run("validate", "mine.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 problem × 2 optimizers × 20 seeds = 40 runs"))
    // 2 optimizers, as given and tuned, on 20 seeds, and for each of them 24 trials on 3 seeds.
    let tuned = try workplace.run("validate", "tuned.json")
    #expect(tuned.exitCode == 0, "\(tuned.errors)")
    #expect(
      tuned.output.contains(
        "1 problem × 4 optimizers × 20 seeds = 80 runs, after 144 runs of 2 searches"))
    // The fourth is such a part, too, with a text; the fifth is a cell.
    try workplace.write("\(examples[0].dropLast(1)), \(examples[3]) }", to: "text.json")
    try workplace.write("@misc{dozat2016, author = {Dozat, Timothy}}", to: "refs.bib")
    let text = try workplace.run("validate", "text.json")
    #expect(text.exitCode == 0, "\(text.errors)")
    try workplace.write(
      "\(examples[0].dropLast(1)), \"report\": { \"cells\": [\(examples[4])] } }", to: "claim.json")
    #expect(try workplace.run("validate", "claim.json").exitCode == 0)
    let paper = try workplace.run("figure", "paper.json")
    #expect(paper.output == "fig1\nfig2\n", "\(paper.errors)")
  }
}
