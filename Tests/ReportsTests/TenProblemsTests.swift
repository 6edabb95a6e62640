import ExperimentSupport
import Testing
import Training

@testable import Analysis
@testable import Reports

/// An answer over ten problems stays one that can be read at a glance.
@Suite struct TenProblemsTests {
  /// On the first four `a` is faster, on the next three `b`, on the others both never arrive.
  private func comparison() throws -> Comparison {
    let problems = (0..<10).map { index in
      """
      { "name": "p\(index)", "dataset": { "kind": "regression", "samples": 60, "features": 2, "seed": \(index) },
        "model": "linear", "split": { "test": 0.2, "validation": 0 }, "epochs": 9, "targets": [10] }
      """
    }
    let results = try SmallExperiment.results(problems: problems, seeds: 20) { problem, optimizer in
      let isFirst = problem < 4 ? optimizer == 0 : optimizer == 1
      let arrival = problem > 6 ? 99 : isFirst ? 3 : 6
      return SmallExperiment.record((0...9).map { $0 < arrival ? 100 : 10 }, metric: 1)
    }
    return Comparison(results)
  }

  @Test func oneSentenceForAll() throws {
    let words = MarkdownWriter().markdown(OverallStatement(comparison: try comparison()).sentence)
    #expect(
      words
        == "No optimizer is clearly the fastest everywhere: on *p0*, *p1* and 2 more **a** is clearly the fastest, "
        + "on *p4*, *p5* and *p6* **b** is clearly the fastest and on *p7*, *p8* and *p9* no run reached the target; in "
        + "test RMSE all are practically equal.")
  }

  @Test func tablesAreNarrowAndSentencesFew() throws {
    var numbering = Numbering()
    let blocks = AnswerSection(comparison: try comparison()).blocks(&numbering)
    for case .table(let table) in blocks { #expect(table.columns.count <= 8) }
    let lists = blocks.compactMap { block -> [[Inline]]? in
      if case .list(let points) = block { points } else { nil }
    }
    #expect(lists.first?.count == 10)
    #expect(
      lists.first.map { MarkdownWriter().markdown($0[0]) }
        == "On *p0* **a** is clearly the fastest: it reaches a training loss of 10 in a median of 3 epochs, 0.5000 "
        + "[0.5000, 0.5000] of **b**’s; all 40 runs got there. In test RMSE both optimizers are practically equal, at a "
        + "median of 1.00000 both (12 test rows).")
    // Effects are there for who wants them, but where the two make the same runs.
    let folded = blocks.compactMap { block -> [Block]? in
      if case .details(_, let inner) = block { inner } else { nil }
    }
    #expect(folded.first?.count == 7)
  }
}
