import ExperimentSupport
import Plotting
import Testing

@testable import Analysis
@testable import Reports

/// Names that are written from right to left, in sentences that are not.
@Suite struct IsolatedNamesTests {
  private static let (start, end) = ("\u{2068}", "\u{2069}")
  private static let names = IsolatedNames(["עברית", "עברית 2", "مُحسِّن آدم", "Adam"])

  @Test(arguments: [
    ("6 of 6 runs of Adam", "6 of 6 runs of Adam"),
    // The longest name, and each by itself.
    ("עברית 2 and עברית, 3 of 6", "\u{2068}עברית 2\u{2069} and \u{2068}עברית\u{2069}, 3 of 6"),
    ("עברית, עברית", "\u{2068}עברית\u{2069}, \u{2068}עברית\u{2069}"),
    ("all 6 runs of مُحسِّن آدم", "all 6 runs of \u{2068}مُحسِّن آدم\u{2069}"),
    // Other words stand apart as a whole.
    ("of אב גד, 12", "of \u{2068}אב גד\u{2069}, 12"),
    // Part of another word is no name.
    ("xעבריתאx", "x\u{2068}עבריתא\u{2069}x"), ("Ünïcode 한국어 🎈", "Ünïcode 한국어 🎈"),
  ])
  func eachNameStandsApart(_ text: String, _ marked: String) {
    #expect(Self.names.marked(text) == marked)
    #expect(MarkdownWriter(isolating: Self.names).markdown([.text(text)]).hasSuffix(marked))
    #expect(MarkdownWriter.unmarked(marked) == text)
  }

  /// A page that takes the direction of a line from its first letter must not turn it.
  @Test func aLineThatBeginsWithANameRunsFromTheLeft() {
    let writer = MarkdownWriter(isolating: Self.names)
    #expect(
      writer.markdown([.strong([.text("עברית")]), " is the fastest"])
        == "\u{200E}**\u{2068}עברית\u{2069}** is the fastest")
    #expect(writer.markdown([.text("עברית")]) == "\u{2068}עברית\u{2069}")
    #expect(writer.markdown([.code("lr/אב")]) == "\u{2068}`lr/אב`\u{2069}")
    // An author's prose is the author's.
    #expect(writer.markdown([.prose("עברית is it")]) == "עברית is it")
  }

  /// What someone else has put into a name closes no isolate of ours.
  @Test func marksInANameAreMadeVisible() {
    let name = "אב\u{2069}\u{202E}x"
    #expect(
      MarkdownWriter(isolating: IsolatedNames([name])).markdown([.text("of \(name), 3")])
        == "of \u{2068}אב\u{FFFD}\u{FFFD}x\u{2069}, 3")
  }

  @Test func figuresMarkOnlyWhatTheyCompose() {
    #expect(Self.names.lined("עברית 2") == "עברית 2")
    #expect(
      Self.names.lined("loss, relative to עברית") == "loss, relative to \u{2068}עברית\u{2069}")
    #expect(Self.names.lined("עברית, 3 of 6 runs") == "\u{200E}\u{2068}עברית\u{2069}, 3 of 6 runs")
    // An axis that an author has named.
    #expect(Self.names.lined("אב (x10)") == "אב (x10)")
  }

  private static let name = "مُحسِّن آدم"

  private func report(_ other: String) throws -> Report {
    let runs = [(name: Self.name, loss: 1.0), (name: other, loss: 50)].map { name, loss in
      (
        name: name,
        records: (0..<8).map { Optional(SmallExperiment.record([100, loss + Double($0)])) }
      )
    }
    return Report(
      try SmallExperiment.results(
        runs, targets: "[20]", epochs: 1,
        report: #"{ "cells": [ { "section": "answer" },"#
          + #"{ "section": "results" }, { "figure": "forest", "quantity": "train_loss" } ] }"#,
        cells: .standard), versions: [])
  }

  /// Everywhere in the report, its summary and its pictures; nowhere in a file for machines.
  @Test func everySentenceIsolatesItsNames() throws {
    let report = try report("عملاق")
    let markdown = MarkdownWriter(isolating: report.names).markdown(report.document)
    for text in [markdown, report.summary] + report.figures.map(\.figure.description) {
      for name in [Self.name, "عملاق"] {
        #expect(text.contains(name), "\(text)")
        let marked = text.replacing("\(Self.start)\(name)\(Self.end)", with: "")
        #expect(!marked.contains(name), "\(text)")
      }
    }
    for figure in report.figures.map(\.figure) {
      #expect(figure.alternativeText.contains("\(Self.start)\(Self.name)\(Self.end)"))
    }
    let forest = try #require(report.figures.last).figure.panels[0]
    #expect(forest.x.label?.hasSuffix(" \(Self.start)\(Self.name)\(Self.end)") == true)
    #expect(forest.y.names?.map(\.text).contains("عملاق") == true)
    for file in report.tables {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(MarkdownWriter.unmarked(text) == text, "\(file.path)")
    }
  }

  @Test func otherReportsHaveNoMarks() throws {
    let report = try FigureTextTests.plainReport()
    let text = MarkdownWriter(isolating: report.names).markdown(report.document)
    #expect(MarkdownWriter.unmarked(text) == text)
  }
}
