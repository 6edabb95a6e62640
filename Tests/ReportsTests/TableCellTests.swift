import Diagnostics
import ExperimentSupport
import Testing
import Training

@testable import Reports

/// Tables that a spec asks for, with their files.
@Suite struct TableCellTests {
  private func report(_ cells: String) throws -> Report {
    let run = SmallExperiment.record([100, 20, 10, 0.12345678901234567])
    let lost = SmallExperiment.record([100, .infinity], status: .diverged)
    return Report(
      try SmallExperiment.results(
        [("a", Array(repeating: run, count: 8)), ("b", Array(repeating: lost, count: 8))],
        targets: "[20]", epochs: 3,
        report: "{\"cells\": [\(cells)]}", cells: .standard), versions: [])
  }

  private func file(_ path: String, of report: Report) throws -> String {
    let file = try #require(report.tables.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func idAndCaptionAreTheAuthors() throws {
    let report = try report(
      #"""
      {"markdown": "See {{ @main }}."}, {"table": "final"},
      {"table": "final", "id": "main", "caption": "Mine: 5 % of *p*."}, {"table": "final"}
      """#)
    let text = MarkdownWriter().markdown(report.document)
    #expect(text.contains("See [Table 2](#table-2)."))
    #expect(
      text.contains(
        "**Table 2.** Mine: 5 % of \\*p\\*. ([CSV](tables/main.csv), [LaTeX](tables/main.tex))\n"))
    #expect(
      report.tables.map(\.path).filter { $0.hasSuffix(".tex") } == [
        "tables/final-p.tex", "tables/main.tex", "tables/final-p-2.tex",
      ])
    let written = try file("tables/main.tex", of: report)
    #expect(written.contains(#"\caption{Mine: 5 \% of *p*.}"#))
    #expect(written.contains(#"\label{tab:main}"#))
  }

  @Test func captionsHoldNumbersReferencesAndBraces() throws {
    let report = try report(
      #"""
      {"table": "final", "id": "t", "caption": "{{ p/a/epochs/n }} runs of \\{{a}}, see {{ @f }}."},
      {"figure": "loss_curves", "id": "f"}
      """#)
    let text = MarkdownWriter().markdown(report.document)
    #expect(
      text.contains(
        "**Table 1.** 8 runs of {{a}}, see [Figure 1](#figure-1). ([CSV](tables/t.csv), "
          + "[LaTeX](tables/t.tex))\n"), "\(text)")
    #expect(
      try file("tables/t.tex", of: report).contains(
        #"\caption{8 runs of \{\{a\}\}, see Figure 1.}"#))
    #expect(try file("values.tex", of: report).hasSuffix("\\reportset{p/a/epochs/n}{8}\n"))
  }

  @Test func namesThatAreGivenAreNotGivenOutAgain() throws {
    let report = try report(#"{"table": "final"}, {"table": "target", "id": "final-p"}"#)
    #expect(
      report.tables.map(\.path).filter { $0.hasSuffix(".tex") } == [
        "tables/final-p-2.tex", "tables/final-p.tex",
      ])
  }

  @Test func figuresTablesAndClaimsShareTheirIds() {
    let error = #expect(throws: InputError.self) {
      try report(#"{"table": "final", "id": "x"}, {"figure": "loss_curves", "id": "x"}"#)
    }
    #expect(error?.diagnostics.first?.message == "a table and a figure have the id 'x'")
  }

  @Test func numbersAreInFull() throws {
    let report = try report(#"{"table": "final"}, {"table": "target"}"#)
    #expect(
      try file("tables/final-p.csv", of: report) == """
        optimizer,train_loss,train_loss_low,train_loss_high,validation_loss,validation_loss_low,\
        validation_loss_high,test_metric,test_metric_low,test_metric_high,failures,runs
        a,0.12345678901234566,0.12345678901234566,0.12345678901234566,10.123456789012346,\
        10.123456789012346,10.123456789012346,1,1,1,0,8
        b,inf,inf,inf,inf,inf,inf,inf,inf,inf,8,8

        """)
    #expect(
      try file("tables/target-p.csv", of: report) == """
        optimizer,arrived,runs,arrived_low,arrived_high,epochs,epochs_low,epochs_high,epochs_q25,epochs_q75,\
        there_at_the_end,epochs_an_arrival
        a,8,8,0.6755924351161198,1,1,1,1,1,1,8,1
        b,0,8,0,0.32440756488388023,inf,inf,inf,inf,inf,0,inf

        """)
  }

  @Test func claimsAreMacros() throws {
    let report = try report(
      #"""
      {"claim": "x", "better": "a", "than": "b", "quantity": "train_loss", "id": "main"},
      {"claim": "y", "better": "b", "than": "a", "quantity": "train_loss"},
      {"markdown": "{{ p/a/train_loss/n }}"}
      """#)
    let lines = try file("values.tex", of: report).split(separator: "\n").suffix(3)
    #expect(
      lines == [
        #"\reportset{p/a/train_loss/n}{8}"#, #"\reportset{claim/main}{supported}"#,
        #"\reportset{claim/2}{contradicted}"#,
      ])
  }
}
