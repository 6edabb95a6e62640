import Diagnostics
import ExperimentSupport
import Plotting
import Specs
import Testing

@testable import Analysis
@testable import Reports
@testable import SpecLanguage

/// Placeholders wherever Markdown puts them.
@Suite struct AuthoredTextTests {
  /// What a text says with "VALUE" in the place of every placeholder; nil where one is at fault.
  private func blocks(_ text: String) -> [Block]? {
    let decoding = Decoding(source: SourceText(name: "s.json", bytes: []))
    for (noun, names) in [("problem", ["p", "@q"]), ("optimizer", ["a_b", "*c*", "d|e`f"])] {
      for name in names { decoding.claim(name, for: noun, at: 0..<0) }
    }
    let value = JSONValue(content: .text(text), range: 0..<0)
    return Shape<AuthoredText>.markdown.decode(value, as: Label(key: "markdown"), decoding)
      .map { $0.blocks { _ in [.text("VALUE")] } }
  }

  private func shown(_ text: String) -> String? {
    blocks(text).map { MarkdownWriter().markdown($0) }
  }

  @Test(arguments: [
    ("a_b {{ p/a_b/epochs/n }}_c_ {{ p/*c*/epochs/n }}*", "a_b VALUE\\_c\\_ VALUE\\*"),
    ("*{{ p/a_b/epochs/n }}* **{{ @q/d|e`f/epochs/n }}**", "*VALUE* **VALUE**"),
    ("| x |\n|--|\n| {{ p/d|e`f/epochs/n }} |", "| x |\n| --- |\n| VALUE |"),
    ("# {{ p/a_b/epochs/n }}\n\n> - {{ p/a_b/epochs/n }}", "# VALUE\n\n> - VALUE"),
    ("[{{ p/a_b/epochs/n }}](x.md)", "[VALUE](x.md)"), ("<b>{{ p/a_b/epochs/n }}", "\\<b\\>VALUE"),
    // In code and formulas they are what was written.
    ("~~~\n{{ p/x/y }}\n~~~", "```\n{{ p/x/y }}\n```"), ("    {{ x }}", "```\n{{ x }}\n```"),
    ("```\n{{ x }}", "```\n{{ x }}\n```"),
    ("`{{ x }}` and ``{{ ` }}``", "`{{ x }}` and ``{{ ` }}``"),
    ("- ```\n  {{ x }}", "- ```\n  {{ x }}\n  ```"), ("`{{` and `}}`", "`{{` and `}}`"),
    ("$`{{a}}_{{b}}`$", "$`{{a}}_{{b}}`$"), ("```math\n{{a}}\n```", "```math\n{{a}}\n```"),
    ("`\\{{ x }}`", "`\\{{ x }}`"), ("`{{ \u{202E} }}`", "`{{ \u{FFFD} }}`"),
    ("```\n{{ \u{202E} }}\n```", "```\n{{ \u{FFFD} }}\n```"),
    ("$`{{ \\href{x}{y} }}`$", "$`{{ {x}{y} }}`$"),
    // What looks like code and is none.
    ("\\`{{ p/a_b/epochs/n }} and `x", "\\`VALUE and \\`x"),
    ("a ` b\n\n{{ p/a_b/epochs/n }} ` c", "a \\` b\n\nVALUE \\` c"),
    // Braces that are meant.
    ("\\{{ y }}, {z}, }} and \\{\\{", "{{ y }}, {z}, }} and {{"),
    ("\\\\{{ p/a_b/epochs/n }}", "\\\\VALUE"), ("\\\\\\{{ x", "\\\\{{ x"),
    // Characters that marks are made of stay the author's, and so do those that cling to braces.
    ("\u{F0000}0\u{F0000} {{ p/a_b/epochs/n }}", "\u{F0000}0\u{F0000} VALUE"),
    ("`\u{F0000}`", "`\u{F0000}`"), ("{{ p/a_b/epochs/n }}\u{301}", "VALUE\u{301}"),
  ])
  func whatIsShown(_ text: String, _ expected: String) { #expect(shown(text) == expected) }

  /// Running text of blocks.
  private func prose(_ blocks: [Block]) -> String {
    var text = ""
    for block in blocks {
      _ = block.mapped { inline in
        switch inline {
        case .text(let part), .prose(let part): text += part + "\n"
        default: break
        }
        return [inline]
      }
    }
    return text
  }

  private static let pieces = [
    "{{ p/a_b/epochs/n }}", "{{p/*c*/epochs/n:3}}", "{{ @q/d|e`f/epochs/n }}", "`", "``", "```\n",
    "~~~\n", "    ", "\n", "\n\n", "- ", "> ", "1. ", "*", "_", "**", "\\", "[x](", ")", "[", "]",
    "](y)", "| a | b |\n|--|--|\n", "|", "<b>", "$`", "`$", "https://e.com/", "word ", "&amp;",
    "# ",
    "}}", "\u{F0000}", "<", ">", "![", "é",
  ]

  @Test func noPlaceholderIsLeftInTheText() {
    var generator = SeededGenerator(state: 2016)
    var counts = (shown: 0, values: 0, refused: 0)
    for _ in 0..<4_000 {
      let text = (0..<14).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let blocks = blocks(text) else {
        counts.refused += 1
        continue
      }
      counts.shown += 1
      let prose = prose(blocks)
      if prose.contains("VALUE") { counts.values += 1 }
      if !text.contains("\\{{") { #expect(!prose.contains("{{"), "\(text.debugDescription)") }
      let marks = text.unicodeScalars.count { $0 == PlaceholderText.mark }
      let written = MarkdownWriter().markdown(blocks).unicodeScalars
      #expect(
        written.count { $0 == PlaceholderText.mark } <= marks, "\(text.debugDescription)")
      // What begins in prose as a number of a mark would end as digits beside a value.
      #expect(!String(written).contains("%F3%B0%80%80") || marks > 0, "\(text.debugDescription)")
    }
    // All three must occur, or nothing is tested.
    #expect(counts.shown > 1_000 && counts.values > 500 && counts.refused > 100, "\(counts)")
  }

  @Test func numbersAreNotedWhereverTheyStand() throws {
    let results = try SmallExperiment.results(
      [("a", [SmallExperiment.record([3, 2, 1])])],
      report: """
        { "cells": [
          { "markdown": "`{{ p/a/steps/n }}` {{p/a/train_loss/median:2}}" },
          { "figure": "loss_curves", "caption": "{{ p/a/epochs/max }}" } ] },
        "description": "{{ p/a/epochs/n }} and {{ @x }}"
        """.replacing(" and {{ @x }}", with: ""), cells: .standard)
    var composer = ReportComposer(Comparison(results), versions: [], look: FigureLook())
    _ = composer.document()
    #expect(
      composer.values.map(\.source) == [
        "p/a/epochs/n", "p/a/train_loss/median:2", "p/a/epochs/max",
      ])
    #expect(composer.values.map(\.text) == ["1", "1.0", "2"])
  }

  @Test func whatNoRunHasIsRefusedBeforeAnyRuns() throws {
    let plan = try SmallExperiment.results(
      [("a", [SmallExperiment.record([3, 2, 1])])],
      problem: "\"split\": { \"test\": 0 },",
      report: """
        { "cells": [
          { "figure": "loss_curves", "caption": "{{ p/a/test_loss/n }}" },
          { "markdown": "{{ p/a/epochs/n }} {{ p/a/test_metric/n }}" } ] },
        "description": "{{ p/a/test_metric/n }}"
        """, cells: .standard
    ).plan
    let error = try #require(throws: InputError.self) { try CellDemands.check(plan) }
    #expect(
      error.diagnostics.map(\.message) == [
        "runs on 'p' have no test_loss", "runs on 'p' have no test_metric",
        "runs on 'p' have no test_metric",
      ])
    #expect(error.diagnostics.map { $0.place?.length } == [21, 23, 23])
  }
}
