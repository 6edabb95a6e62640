import ExperimentSupport
import Testing

@testable import Analysis
@testable import Reports

/// Names of any marks in a whole report: what a reader sees is the name, and the page's elements are those of a
/// report with plain names.
@Suite struct HostileNamesTests {
  static let names = [
    "a [b] (c)", "![x](y)", "[x]: y", "[^1]", "] [", "@user", "#12", "x #12 GH-3", "a|b", "`c`",
    "*d*",
    "_e_", "<f>", "&amp; & <", "\\", "a\\", "\"q\"", "'s'", "$x$", "https:", "www.e.com",
    "me@e.com",
    "- i", "1. i", "+ i", "~~s~~", "=cmd|' !A0", "+1", "-1", "# h", "> q", "🎈", "<!-- c -->",
    "a*b_c",
    "<td><td>", "<br>", "עברית", "مُحسِّن [1", "%41%", "^2", "---",
  ]

  private func report(_ name: String) throws -> Report {
    // As a spec has it.
    let written = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let runs = [(written, 20.0), ("b", 40)].map { name, loss in
      (
        name: name,
        records: (0..<8).map { Optional(SmallExperiment.record([100, 50, loss + Double($0)])) }
      )
    }
    let kinds = [
      "loss_curves", "time_to_target", "box_strip", "forest", "effective_step",
      "performance_profile",
    ]
    let figures = kinds.map { #"{ "figure": "\#($0)" }"# }
    let sections = ["answer", "results", "setup", "provenance"].map { #"{ "section": "\#($0)" }"# }
    return Report(
      try SmallExperiment.results(
        runs, targets: "[25]", epochs: 2,
        report: #"{ "cells": [\#((sections + figures).joined(separator: ", "))] }"#,
        cells: .standard), versions: [])
  }

  /// The names of a page's elements, in order, and its text.
  private func page(_ report: Report) throws -> (elements: [String], text: String) {
    let html = try MarkdownReader.html(
      MarkdownWriter(isolating: report.names).markdown(report.document)
    ).replacing("<!-- -->", with: "")
    let elements = html.matches(of: /<\/?[A-Za-z0-9]+/).map { String($0.output) }
    let text = html.replacing(/<[^>]*>/, with: "")
    return (elements, MarkdownWriter.unmarked(text))
  }

  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"), arguments: names)
  func everyPartShowsTheNameAsItIs(_ name: String) throws {
    let report = try report(name)
    let page = try page(report)
    let plain = try self.page(self.report("xyzzy"))
    #expect(page.elements == plain.elements)
    let mentions = { (text: String, name: String) in
      text.components(separatedBy: MarkdownReader.escaped(name)).count - 1
    }
    #expect(mentions(page.text, name) >= mentions(plain.text, "xyzzy"))
    // Pictures of all kinds say it, too.
    for figure in report.figures.map(\.figure) {
      #expect(MarkdownWriter.unmarked(figure.description).contains(name))
    }
    // Files for machines have it to the letter: a table that opens as a spreadsheet's is none.
    let quoted =
      name.contains(where: { ",\"".contains($0) })
      ? "\"\(name.replacing("\"", with: "\"\""))\"" : name
    let runs = try #require(report.tables.first { $0.path == "data/runs.csv" })
    #expect(String(decoding: runs.bytes, as: UTF8.self).contains(",\(quoted),"))
  }
}
