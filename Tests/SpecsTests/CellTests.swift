import Diagnostics
import Files
import TestSupport
import Testing

@testable import Reports
@testable import SpecLanguage
@testable import Specs

/// What cells a spec can have is what somebody registers.
struct CellTests {
  /// A spec whose cells stand on its second line.
  private static func spec(_ cells: String) -> String {
    """
    {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1}],"optimizers":[{"name":"A","kind":"adam"}],"report":{"cells":[
    \(cells)
    ]}}
    """
  }

  @Test(
    "the example of every kind of figure and table is a cell of that kind",
    arguments: Listing.figures.entries + Listing.tables.entries)
  func examples(_ entry: Listing.Entry) throws {
    let example = try #require(entry.details.split(separator: "\n").last)
    let spec = try SpecSchemaTests.decode(Self.spec(String(example)))
    let cell = try #require(spec.report.cells?.first)
    let name = (cell as? FigureCell)?.content.kindName ?? (cell as? TableCell)?.content.name
    #expect(name == entry.name)
  }

  @Test("what is said of a table")
  func tables() throws {
    #expect(
      Listing.tables.entry(named: "target") == """
        target: epochs until the targets were reached, with what an arrival costs

        keys
          id        name of its files, and for references
                    1 to 64 of the characters a-z, 0-9, _ and -, the first a letter or a digit
          problems  problems that it shows; by default all
                    a list of names of problems, at least 1
          caption   text above the table
                    text

        example
          { "table": "target" }
        """)
  }

  @Test("every standard part can be asked for as its example says")
  func sections() throws {
    #expect(
      Listing.sections.entries.map(\.name) == [
        "answer", "setup", "results", "tuning", "across", "provenance",
      ])
    for entry in Listing.sections.entries {
      #expect(!entry.summary.isEmpty)
      let example = try #require(entry.details.split(separator: "\n").last)
      let spec = try SpecSchemaTests.decode(Self.spec(String(example)))
      #expect((spec.report.cells?.first as? SectionCell)?.section.name == entry.name)
    }
  }

  @Test(
    "faults of cells",
    arguments: [
      (
        #"{ "table": "finl" }"#,
        "2:12+6 unknown table 'finl'|did you mean 'final'? expected: final, target, tuning"
      ),
      (
        #"{ "section": "acros" }"#,
        "2:14+7 unknown section 'acros'|did you mean 'across'? expected: answer, setup, results, ..."
      ),
      (
        #"{ "table": "final", "optimizers": ["A"] }"#,
        "2:21+12 unknown key 'optimizers' for cell|expected: id, problems, caption"
      ),
      (
        "{}",
        "2:1+1 missing key 'section' or 'markdown' or 'figure' or 'table' or 'claim' for cell|it is the block of the report"
      ),
      (
        #"{ "figure": "loss_curves", "x_scale": "log", "x_limits": [-9223372036854775808, 1] }"#,
        "2:58+25 a logarithmic axis cannot begin at -9.223372036854776e+18|give two numbers above 0"
      ),
      (
        #"{ "figure": "heat_map", "values": {"x": [1], "y": [-9223372036854775808], "values": [[-9223372036854775808]], "scale": "log" } }"#,
        "2:85+24 a logarithmic scale cannot show -9.223372036854776e+18|give numbers above 0, or a linear scale"
      ),
    ])
  func faults(_ cell: String, _ expected: String) {
    #expect(SpecFaultTests.faults(Self.spec(cell)).joined(separator: "\n") == expected)
  }

  /// A kind of cell that nobody but this test knows.
  private struct Note: ReportCell {
    static let key = "note"
    let text: String

    static func asked(of keys: Keys) -> Note? {
      keys.required(key, .text, "what is noted").map(Note.init)
    }
  }

  private static func decode(_ cells: String, _ kinds: CellKinds) throws(InputError) -> ReportSpec {
    guard
      let confinement = Confinement(
        ofSpecAt: References().folder + "a.json", allowingOutside: false)
    else { throw InputError([]) }
    return try ExperimentSpec.decode(
      SourceText(name: "a.json", bytes: Array(spec(cells).utf8)), cells: kinds,
      confinement: confinement, noLimits: false
    ).report
  }

  @Test("a kind of cell is what is registered")
  func registered() throws {
    let report = try Self.decode(#"{ "note": "here" }"#, CellKinds([Note.self]))
    #expect((report.cells?.first as? Note)?.text == "here")
    let error = try #require(throws: InputError.self) {
      try Self.decode(#"{ "table": "final" }"#, CellKinds([Note.self]))
    }
    #expect(
      error.diagnostics.map(\.message) == [
        "missing key 'note' for cell", "unknown key 'table' for cell",
      ])
    #expect(ExperimentSpec.jsonSchema(cells: CellKinds([Note.self])).contains("what is noted"))
  }

  @Test("without kinds of cell no cells are read")
  func none() throws {
    let error = try #require(throws: InputError.self) {
      try Self.decode(#"{ "table": "final" }"#, .none)
    }
    #expect(error.diagnostics.map(\.message) == ["unknown key 'cells' for report"])
  }
}
