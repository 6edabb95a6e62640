import Diagnostics
import Foundation
import ExperimentSupport
import Experiments
import Specs
import Testing
import Training

@testable import Analysis
@testable import Reports

/// What authors write in cells: numbers, references, claims.
@Suite struct AuthoredCellTests {
  private func run(_ arrival: Int, metric: Double = 1) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 100 : 10 }, metric: metric)
  }

  private func report(_ cells: String) throws -> Report {
    let a = (0..<12).map { run(4 + $0 % 2, metric: 2 + 0.1 * Double($0)) }
    let b = (0..<12).map { run(8 + $0 % 3, metric: 3 + 0.12 * Double($0)) }
    return Report(
      try SmallExperiment.results(
        [("a", a), ("b_*x*", b)], targets: "[10]", epochs: 20,
        report: "{\"cells\": [\(cells)]}", cells: .standard), versions: [])
  }

  private func text(_ cells: String) throws -> String {
    MarkdownWriter().markdown(try report(cells).document)
  }

  private func markdown(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return "{\"markdown\": \"\(escaped)\"}"
  }

  @Test(arguments: [
    ("p/a/test_metric/median", "2.55"), ("p/a/test_metric/n", "12"),
    ("p/a/test_metric/failures", "0"), ("p/a/test_metric/mean:3", "2.55"),
    ("p/a/test_metric/min:2", "2.0"), ("p/a/test_metric/max:2", "3.1"),
    ("p/a/test_metric/q25:4", "2.275"), ("p/a/test_metric/q75:4", "2.825"),
    // The mean of 2.3 to 2.8.
    ("p/a/test_metric/iqm:4", "2.550"), ("p/b_*x*/epochs_to_target/median", "9"),
    ("p/a/b_*x*/epochs_to_target/ratio", "0.50"), ("p/a/b_*x*/epochs_to_target/low:3", "0.447"),
    ("p/b_*x*/a/test_metric/difference", "1.11"), ("p/a/b_*x*/epochs_to_target/verdict", "better"),
    ("p/a/b_*x*/epochs_to_target/p", "\\< 0.001"),
  ])
  func numbers(_ path: String, _ expected: String) throws {
    let shown = try text(markdown("It is {{ \(path) }}, *no* more."))
    #expect(shown.contains("It is \(expected), *no* more."), "\(shown)")
  }

  @Test func bracesInCodeAndEscapedOnesAreLeft() throws {
    let shown = try text(
      markdown("`{{ x }}` and \\{{ y }}, {z}\n\n```\n{{ p/a/test_metric/n }}\n```"))
    #expect(shown.contains("`{{ x }}` and {{ y }}, {z}"))
    #expect(shown.contains("```\n{{ p/a/test_metric/n }}\n```"))
  }

  @Test func referencesLeadForwardAndBackward() throws {
    let shown = try text(
      [
        markdown("See {{ @curves }} and **{{@main}}**."),
        #"{"figure": "loss_curves", "id": "curves"}"#,
        #"{"claim": "a is faster", "better": "a", "than": "b_*x*", "id": "main"}"#,
        markdown("As {{ @curves }} showed."),
      ].joined(separator: ", "))
    #expect(shown.contains("See [Figure 1](#figure-1) and **[Claim 1](#claim-1)**."))
    #expect(shown.contains("As [Figure 1](#figure-1) showed."))
    #expect(
      shown.contains("<a name=\"figure-1\"></a>") && shown.contains("<a name=\"claim-1\"></a>"))
  }

  @Test func tablesHaveIdsLikeFigures() throws {
    let made = try report(
      [
        markdown("See {{ @b }} and {{ @final-p }}."),
        #"{"table": "final", "id": "b"}, {"table": "final"}, {"table": "target", "id": "final-p"}"#,
      ].joined(separator: ", "))
    let text = MarkdownWriter().markdown(made.document)
    #expect(text.contains("See [Table 1](#table-1) and [Table 3](#table-3)."))
    #expect(
      made.tables.map(\.path).filter { $0.hasSuffix(".tex") } == [
        "tables/b.tex", "tables/final-p-2.tex", "tables/final-p.tex",
      ])
  }

  @Test func claimsAreToldWithWhatTheyRestOn() throws {
    let shown = try text(
      [
        #"{"claim": "a is faster.", "problem": "p", "better": "a", "than": "b_*x*"}"#,
        #"{"claim": "b <is> faster", "better": "b_*x*", "than": "a", "require": true}"#,
      ].joined(separator: ", "))
    #expect(
      shown.contains(
        "<a name=\"claim-1\"></a>**Claim 1.** a is faster. **Supported**: on *p* **a** has 0.50 [0.45, "
          + "0.56] times the epochs to target of **b\\_\\*x\\*** (12 seeds, adjusted p \\< 0.001).\n"
      ),
      "\(shown)")
    #expect(shown.contains("**Claim 2.** b \\<is\\> faster. **Contradicted**: on *p* "), "\(shown)")
  }

  /// By default times within 5 % are practically equal; 0.50 [0.45, 0.56] is not.
  @Test func aClaimOfEqualitySaysItsMargin() throws {
    let shown = try text(#"{"claim": "As fast", "better": "a", "than": "b_*x*", "equal": true}"#)
    #expect(
      shown.contains(
        "**b\\_\\*x\\*** (12 seeds, adjusted p \\< 0.001), the margin being 5 %.\n"), "\(shown)")
  }

  @Test func aRequiredClaimThatFailsIsTold() throws {
    let failing = try report(
      #"{"claim": "b is faster", "better": "b_*x*", "than": "a", "require": true}"#)
    #expect(failing.brokenClaims == ["claim 1 is contradicted: b is faster"])
    let passing = try report(
      #"{"claim": "a is faster", "better": "a", "than": "b_*x*", "require": true}"#)
    #expect(passing.brokenClaims == [])
    let free = try report(#"{"claim": "b is faster", "better": "b_*x*", "than": "a"}"#)
    #expect(free.brokenClaims == [])
  }

  @Test(arguments: [
    (#"{"markdown": "{{ q/a/test_metric/median }}"}"#, "no problem is called 'q'"),
    (#"{"markdown": "{{ p/aa/test_metric/median }}"}"#, "no optimizer is called 'aa'"),
    (#"{"markdown": "{{ p/a/test_metrik/median }}"}"#, "no quantity is called 'test_metrik'"),
    (#"{"markdown": "{{ p/a/test_metric/medium }}"}"#, "no statistic is called 'medium'"),
    (#"{"markdown": "{{ p/a }}"}"#, "{{ p/a }} has 2 parts"),
    (#"{"markdown": "{{ p/a/test_metric/median:0 }}"}"#, "':0' is no number of digits"),
    (#"{"markdown": "{{ p/a/test_metric/median:18 }}"}"#, "':18' is no number of digits"),
    (#"{"markdown": "{{ p/a/a/test_metric/p }}"}"#, "an optimizer is compared with itself"),
    (
      #"{"markdown": "{{ p/a/b_*x*/test_metric/ratio }}"}"#,
      "test_metric is compared by a difference"
    ),
    (#"{"markdown": "{{ p/a"}"#, "'{{' without '}}' on its line"),
    (#"{"markdown": "{{ @curve }}"}"#, "no figure, table or claim has the id 'curve'"),
    (
      #"{"figure": "loss_curves", "id": "x"}, {"claim": "c", "better": "a", "than": "b_*x*", "id": "x"}"#,
      "a figure and a claim have the id 'x'"
    ),
    (
      #"{"figure": "loss_curves", "id": "x"}, {"table": "final", "id": "x"}"#,
      "a figure and a table have the id 'x'"
    ),
    (
      #"{"table": "target", "id": "x"}, {"table": "final", "id": "x"}"#,
      "two tables have the id 'x'"
    ),
    (
      #"{"claim": "c", "better": "a", "than": "b_*x*", "problem": "p", "across": true}"#,
      "one problem is no sample of problems"
    ),
    (
      #"{"claim": "c", "better": "a", "than": "b_*x*", "id": "2"}"#,
      "the id '2' is what another claim is called by its number"
    ),
    (
      #"{"claim": "{{ p/a/epochs/n }} runs", "better": "a", "than": "b_*x*"}"#,
      "'claim' is plain text, which would show '{{' as it is"
    ),
    (
      #"{"figure": "loss_curves", "title": "of {{ p/a/epochs/n }}"}"#,
      "'title' is plain text, which would show '{{' as it is"
    ),
    (
      #"{"figure": "loss_curves", "y_label": "{{"}"#,
      "'y_label' is plain text, which would show '{{' as it is"
    ),
    (#"{"claim": "c", "better": "a", "than": "a"}"#, "an optimizer is compared with itself"),
    (#"{"claim": "c", "better": "a", "than": "b_*x*", "by": 0.5}"#, "'by' is 0.5 for a ratio"),
    (
      #"{"claim": "c", "better": "a", "than": "b_*x*", "by": 2, "equal": true}"#,
      "what is equal is better by nothing"
    ),
    (#"{"claim": "c", "better": "a"}"#, "missing key 'than' for cell"),
  ])
  func faults(_ cells: String, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try report(cells) }
    #expect(error.diagnostics.map(\.message) == [message])
    #expect(error.diagnostics.allSatisfy { $0.place != nil })
  }
}
