import Analysis
import Testing

@testable import Reports

@Suite struct ChangesTextTests {
  private func report(
    adam: [Double], sgd: [Double], rate: String = "0.1", data: String = "abc", seeds: UInt32 = 0
  ) -> ReportedResults {
    let names = [
      ContenderName(problem: "p|q", optimizer: "Adam"),
      ContenderName(problem: "p|q", optimizer: "[SGD](x)"),
    ]
    func setting(
      _ subject: ContenderName, _ name: String, _ value: String
    ) -> ReportedResults.Setting {
      .init(subject: subject, name: name, value: value)
    }
    func observed(_ values: [Double]) -> [Quantity: Observations] {
      [
        .trainLoss: Observations(seeds: values.indices.map { seeds + UInt32($0) }, values: values)
      ]
    }
    return ReportedResults(
      settings: [
        setting(ContenderName(optimizer: "Adam"), "learning_rate", rate),
        setting(ContenderName(problem: "p|q"), "data.sha256", data),
      ], contenders: names,
      observations: [names[0]: observed(adam), names[1]: observed(sgd)],
      comparisons: [
        .init(
          problem: "p|q", quantity: .epochsToTarget, optimizer: "Adam", rival: "[SGD](x)",
          verdict: rate == "0.1" ? .better : .undecided)
      ],
      claims: [.init(text: "Adam *wins*", verdict: rate == "0.1" ? "supported" : "undecided")])
  }

  private func text(
    _ old: ReportedResults, _ new: ReportedResults,
    answers: (old: String?, new: String?) = ("same", "same"),
    files: (old: [String: String], new: [String: String]) = (["report.md": "1"], ["report.md": "2"])
  ) -> String {
    ChangesText(
      names: (old: "main:r", new: "r"), title: "A | B", answers: answers,
      ResultsDifference(from: old, to: new),
      files: FileChanges(from: files.old, to: files.new),
      hasSettings: old.settings != nil && new.settings != nil
    ).markdown
  }

  private let ten: [Double] = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]

  @Test func everyPartIsSaid() {
    let old = report(adam: ten, sgd: ten)
    let new = report(adam: ten.map { 2 * $0 }, sgd: ten, rate: "0.2", data: "def")
    let files = (
      old: [
        "report.md": "1", "figures/a.csv": "1", "figures/a.svg": "1", "figures/b.csv": "1",
        "figures/b.svg": "1",
      ],
      new: [
        "report.md": "2", "figures/a.csv": "2", "figures/a.svg": "2", "figures/b.csv": "1",
        "figures/b.svg": "2",
        "values.tex": "1",
      ]
    )
    #expect(
      text(old, new, answers: (old: "**Adam** leads.", new: nil), files: files) == """
        # What changed: A \\| B

        From `main:r` to `r`. Of the 2 results that both have 1 changed clearly and 1 did not change at all.

        - Old answer: **Adam** leads.
        - New answer: none

        ## Settings

        | of | setting | old | new |
        | :-- | :-- | :-- | :-- |
        | **Adam** | `learning_rate` | `0.1` | `0.2` |

        ## Data

        | of | setting | old | new |
        | :-- | :-- | :-- | :-- |
        | *p\\|q* | `data.sha256` | `abc` | `def` |

        ## Results

        | of | quantity | old median | new median | change | seeds | what |
        | :-- | :-- | --: | --: | --: | --: | :-- |
        | **Adam** on *p\\|q* | training loss | 14.5000 | 29.0000 | × 2.000 [2.000, 2.000] | 10 | ▼ clearly worse |

        Changes are ratios of times and losses and differences of metrics (Hodges and Lehmann), old and new runs \
        paired by seed; the test is Wilcoxon’s signed-rank test, exact, and all changes hold together at 95 % (Holm). A \
        change of a test metric is one on these test rows.

        ## Verdicts of the answer

        | problem | of | quantity | old verdict | new verdict |
        | :-- | :-- | :-- | :-- | :-- |
        | *p\\|q* | **Adam** against **\\[SGD\\](x)** | epochs to target | better | undecided |

        ## Claims

        - Adam \\*wins\\*: supported before, now **undecided**.

        ## Files

        - Figures that draw other numbers: `a`.
        - Figures that draw the same numbers and look different: `b`.
        - New files: `values.tex`.

        """)
  }

  @Test func theSentenceFitsWhatChanged() {
    let same = report(adam: ten, sgd: ten)
    func sentence(_ old: ReportedResults, _ new: ReportedResults) -> String {
      let line = text(old, new).split(separator: "\n")[1]
      return String(line.dropFirst("From `main:r` to `r`. ".count))
    }
    #expect(sentence(same, same) == "All 2 results that both have did not change at all.")
    #expect(
      text(same, same, files: (["a": "1"], ["a": "1"]))
        == """
        # What changed: A \\| B

        From `main:r` to `r`. Every file is the same, byte for byte.

        """)
    let noisy = ten.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 3 : -3) + 0.01 * $1 }
    #expect(
      sentence(same, report(adam: noisy, sgd: ten.map { $0 * 1.001 }))
        == "Of the 2 results that both have 1 changed by less than matters and 1 changed within the seeds’ noise."
    )
    let few = Array(ten.prefix(3))
    #expect(
      sentence(
        report(adam: few, sgd: few), report(adam: few.map { 2 * $0 }, sgd: few.map { 3 * $0 }))
        == "All 2 results that both have changed with too few seeds to tell.")
    var none = same
    none.contenders = []
    none.observations = [:]
    #expect(sentence(none, same) == "The two have no result in common.")
    #expect(
      text(none, same).contains(
        "- Only in the new report: **Adam** on *p\\|q* and **\\[SGD\\](x)** on *p\\|q*."))
    #expect(
      text(same, none).contains("- Gone: **Adam** on *p\\|q* and **\\[SGD\\](x)** on *p\\|q*."))
    var silent = same
    silent.settings = nil
    #expect(text(silent, same).contains("One of the two does not tell its settings"))
    #expect(text(same, same).contains("- The text of the report differs."))
  }

  @Test func otherSeedsAreSaid() {
    let text = text(
      report(adam: ten, sgd: ten), report(adam: ten.map { 2 * $0 }, sgd: ten, seeds: 50))
    #expect(text.contains("| × 2.00000 | 10, others | ▼ clearly worse |"))
    #expect(text.contains("Mann and Whitney’s of independent runs"))
  }

  @Test func aCommentIsNeverTooLong() {
    func many(_ value: Double) -> ReportedResults {
      let names = (0..<2000).map {
        ContenderName(problem: "p", optimizer: "a rather long name of an optimizer \($0)")
      }
      return ReportedResults(
        settings: [], contenders: names,
        observations: Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, [.trainLoss: Observations(seeds: [0], values: [value])])
          }))
    }
    let text = text(many(1), many(2))
    #expect(text.utf16.count <= 60_000)
    #expect(text.contains("and 1700 more rows.") && text.contains("What changed"))
  }
}

@Suite struct BoundedMarkdownTests {
  @Test func whatDoesNotFitIsSaidToBeElsewhere() {
    let long = Block.paragraph([.text(String(repeating: "word ", count: 10_000))])
    let text = BoundedMarkdown.text(
      [.paragraph(["first"]), long, long], rest: "in the report")
    #expect(text.utf16.count <= 60_000)
    #expect(text.hasPrefix("first\n\nword ") && text.hasSuffix("not fit here is in the report.\n"))
    // One character can be many units: what counts is what such pages count.
    let marks = String(repeating: "\u{301}", count: 70_000)
    let marked = BoundedMarkdown.text([.paragraph([.text("e" + marks)])], rest: "there")
    #expect(marked == "What does not fit here is there.\n")
  }
}
