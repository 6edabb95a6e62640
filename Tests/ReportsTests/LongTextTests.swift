import ExperimentSupport
import Experiments
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Reports of thousands of numbers and claims take seconds: what they cost is linear in what they hold.
///
/// Each took minutes while the place of each number was counted from the start of its text, each
/// comparison made a family of its own, and the summary was written anew for each claim left out.
@Suite(.serialized) struct LongTextTests {
  private func results(_ cells: String, optimizers: Int = 2) throws -> ResultSet {
    let runs = (0..<optimizers).map { optimizer in
      (
        name: "o\(optimizer)",
        records: (0..<8).map { seed -> RunRecord? in
          SmallExperiment.record([9, 3, 1 + Double((seed * 7 + optimizer * 5) % 11)])
        }
      )
    }
    return try SmallExperiment.results(
      runs, epochs: 2, report: "{\"cells\": [\(cells)]}", cells: .standard)
  }

  @Test(.timeLimit(.minutes(1))) func numbersAndComparisons() throws {
    let count = 20_000
    let text = String(
      repeating: "a_b *c* {{ p/o0/test_metric/median }} {{ p/o0/o1/train_loss/p:2 }}\\n",
      count: count)
    let results = try results("{\"markdown\": \"\(text)\"}", optimizers: 12)
    let report = Report(results, versions: [])
    let shown = MarkdownWriter().markdown(report.document)
    let lines = shown.split(separator: "\n").filter { $0.hasPrefix("a_b *c* ") }
    #expect(lines.count == count)
    #expect(Set(lines) == ["a_b *c* 1.00000 1.0"])
  }

  @Test(.timeLimit(.minutes(1))) func claims() throws {
    let count = 5_000
    let claims = (0..<count).map {
      #"{"claim": "c\#($0)", "better": "o0", "than": "o1", "quantity": "train_loss"}"#
    }
    let report = Report(try results(claims.joined(separator: ", ")), versions: [])
    let shown = MarkdownWriter().markdown(report.document)
    #expect(shown.contains("**Claim \(count).** c\(count - 1). **Undecided**"))
    #expect(report.summary.hasSuffix("\n\nWhat does not fit here is in the report.\n"))
    #expect(report.summary.utf16.count <= BoundedMarkdown.greatestLength)
    // One claim more would not have fitted.
    #expect(report.summary.utf16.count > BoundedMarkdown.greatestLength - 200)
  }

  @Test(.timeLimit(.minutes(1))) func namesOfFiles() {
    var names = FileNames()
    let given = (0..<40_000).map { _ in names.unique(prefix: "final", name: "p") }
    #expect(given.prefix(3) == ["final-p", "final-p-2", "final-p-3"])
    #expect(Set(given).count == given.count)
    // A name that looks like a numbered one is not given out twice.
    #expect(names.unique(prefix: "final", name: "p 7") == "final-p-7-2")
  }
}
