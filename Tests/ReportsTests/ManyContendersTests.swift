import ExperimentSupport
import Testing

@testable import Analysis
@testable import Reports

/// The standard report of more contenders than a figure can hold.
@Suite struct ManyContendersTests {
  /// `rules` rules at `rates` rates each, of which the second is the best.
  private func report(rules: [String], rates: Int) throws -> Report {
    let all = rules.enumerated().flatMap { rule, kind in
      (0..<rates).map { (kind: kind, rule: rule, rate: $0) }
    }
    let runs = all.map { item in
      (
        name: "\(item.kind), 0.\(item.rate + 1)",
        records: (0..<4).map { seed -> Optional in
          let loss = 10 + Double(item.rule) + (item.rate == 1 ? 0 : 5) + 0.1 * Double(seed)
          return SmallExperiment.record([100, 50, loss])
        }
      )
    }
    let kinds = all.map { #""kind": "\#($0.kind)", "learning_rate": 0.\#($0.rate + 1)"# }
    return Report(
      try SmallExperiment.results(
        runs, targets: "[20]", epochs: 2, kinds: kinds,
        report: #"{ "cells": [{ "section": "results" }] }"#, cells: .standard), versions: [])
  }

  private func names(_ report: Report, _ index: Int) -> [String] {
    let names = report.figures[index].figure.panels[0].marks.compactMap { mark in
      if case .line(let line) = mark { line.name } else { nil }
    }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  @Test func sixteenAreTheBestOfFourRulesAndAFigureARule() throws {
    let rules = ["sgd", "adam", "rmsprop", "nadam"]
    let report = try report(rules: rules, rates: 4)
    #expect(
      report.figures.map(\.figure.id) == [
        "loss-p", "loss-p-sgd", "loss-p-adam", "loss-p-rmsprop", "loss-p-nadam",
      ])
    #expect(names(report, 0) == rules.map { "\($0), 0.2" })
    for (index, rule) in rules.enumerated() {
      #expect(names(report, index + 1) == (1...4).map { "\(rule), 0.\($0)" })
    }
    let text = MarkdownWriter().markdown(report.document)
    let words = ", of each rule the optimizer with the lowest final training loss, by epoch: "
    #expect(text.contains("**Figure 1.** Training and validation loss on *p*\(words)"))
    #expect(
      text.contains("<summary>The loss curves of all 16 optimizers</summary>\n\n<a name=\"fig"))
    #expect(text.contains("*p*, optimizers of the rule sgd, by epoch: "))
    // One figure is seen, four are folded away.
    let folded = try #require(text.components(separatedBy: "<details>").last)
    let inside = try #require(folded.components(separatedBy: "</details>").first)
    #expect(inside.components(separatedBy: "<picture>").count == 5)
    #expect(text.components(separatedBy: "<picture>").count == 6)
  }

  @Test func sevenAreOneFigure() throws {
    let report = try report(
      rules: ["sgd", "adam", "rmsprop", "nadam", "adamw", "adagrad", "adamax"], rates: 1)
    #expect(report.figures.map(\.figure.id) == ["loss-p"])
    #expect(!MarkdownWriter().markdown(report.document).contains("<details>"))
  }

  @Test func nineOfOneRuleAreTheBestAndAll() throws {
    let report = try report(rules: ["sgd"], rates: 9)
    #expect(names(report, 0).count == 7 && names(report, 0).contains("sgd, 0.2"))
    #expect(report.figures.dropFirst().indices.flatMap { names(report, $0) }.count == 9)
    #expect(
      MarkdownWriter().markdown(report.document).contains(
        "*p*, the 7 optimizers with the lowest final training losses, by epoch: "))
  }
}
