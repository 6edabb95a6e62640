import ExperimentSupport
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Whole answers: what stands before the table, the rows of the table, and what stands after it up to the
/// paragraph on methods.
@Suite struct AnswerTests: AnswerMaking {
  @Test func aClearWinner() throws {
    let a = (0..<12).map { run(4 + $0 % 2, metric: 2 + 0.1 * Double($0)) }
    let b = (0..<12).map { run(8 + $0 % 3, metric: 3 + 0.12 * Double($0)) }
    let lines = try section([("a", a), ("b", b)])
    #expect(
      lines == [
        "On *p* **a** is clearly the fastest; in test RMSE the best is clearly **a**.",
        "<a name=\"table-1\"></a>**Table 1.** Medians over the seeds; then the ratio (epochs) or difference "
          + "(metrics) to ●, or to ▲, with its interval. ▲ clearly better than every other, ● the first of "
          + "those who lead; compared with it ▼ clearly worse, ≈ practically equal, = the same runs, ? "
          + "undecided. ([CSV](tables/verdicts.csv), [LaTeX](tables/verdicts.tex))",
        "| optimizer |           epochs to 10 |                 test RMSE |",
        "| :-------- | ---------------------: | ------------------------: |",
        "| a         |                  4.5 ▲ |                    2.55 ▲ |",
        "| b         | 9; 2.00 [1.79, 2.24] ▼ | 3.66; 1.11 [0.99, 1.23] ▼ |",
        "- On *p* **a** is clearly the fastest: it reaches a training loss of 10 in a median of 4.5 epochs, "
          + "0.50 [0.45, 0.56] of **b**’s; all 24 runs got there. In test RMSE **a** is clearly the best, a "
          + "median of 2.55 [2.23, 2.87], from which that of **b** differs by 1.11 [0.99, 1.23] (88 test "
          + "rows).",
        "Runs are paired by seed: all optimizers share the split and the initial parameters of a seed. Each "
          + "comparison is Wilcoxon’s signed-rank test, exact; for the test metric Nadeau and Bengio’s "
          + "corrected resampled t-test has to agree, since all seeds share the same rows. All 2 comparisons "
          + "of this answer hold together at 95 % (Holm). “Clearly” is said where the adjusted p is below "
          + "0.05, “practically equal” where the interval of the effect lies within 5 % of a time or 1 % of "
          + "the best RMSE. Effects are Hodges and Lehmann’s; brackets of effects hold together and agree "
          + "with the verdicts, brackets of single values are plain 95 % intervals of the median. A run that "
          + "failed or never arrived counts as the worst. Every comparison: "
          + "[`data/comparisons.csv`](data/comparisons.csv).",
      ])
  }

  @Test func aGroupThatLeads() throws {
    let lines = try answer([
      ("a", runs { 4 + $0 % 4 }), ("b", runs { 4 + ($0 + 1) % 4 }), ("c", runs { _ in 15 }),
    ])
    #expect(
      lines == [
        "On *p* **a** and **b** lead; in test RMSE all are practically equal.",
        "| a         |                    5.5 ● | 1.00000 ● |",
        "| b         | 5.5; 1.17 [0.82, 1.22] ? | 1.00000 ≈ |",
        "| c         |  15; 2.79 [2.31, 3.35] ▼ | 1.00000 ≈ |",
        "- On *p* **a** and **b** lead: they reach a training loss of 10 in a median of 5.5 epochs both, a "
          + "ratio of 0.85 [0.82, 1.22]; not even 1,000 seeds would probably tell **a** and **b** apart; all "
          + "36 runs got there. In test RMSE all 3 optimizers are practically equal, at a median of 1.00000 "
          + "each (88 test rows).",
      ])
  }

  @Test func twoWhomTheSeedsCannotTellApart() throws {
    let lines = try answer([("a", runs { 4 + $0 % 4 }), ("b", runs { 4 + ($0 * 5) % 7 })])
    #expect(
      lines == [
        "On *p* 12 seeds cannot tell who is fastest; in test RMSE all are practically equal.",
        "| a         |                  5.5 ● | 1.00000 ● |",
        "| b         | 7; 1.24 [0.85, 1.79] ? | 1.00000 ≈ |",
        "- On *p* 12 seeds cannot tell **a** and **b** apart: they reach a training loss of 10 in medians of "
          + "5.5 and 7 epochs, a ratio of 0.80 [0.56, 1.18]; about 50 seeds would probably tell **a** and "
          + "**b** apart, if these are typical; all 24 runs got there. \(same)",
      ])
  }

  @Test func practicallyEqual() throws {
    let a = (0..<12).map { run(10, metric: 2 + 0.1 * Double($0)) }
    let b = (0..<12).map { run(10, metric: 2.001 + 0.1 * Double($0)) }
    let lines = try answer([("a", a), ("b", b)])
    #expect(
      lines == [
        "On *p* all optimizers are practically equally fast; in test RMSE all are practically equal.",
        "| a         |                       10 ● |                                2.55 ● |",
        "| b         | 10; 1.000 [1.000, 1.000] ≈ | 2.55; 0.001000 [0.001000, 0.001000] ≈ |",
        "- On *p* both optimizers are practically equally fast: they reach a training loss of 10 in a median "
          + "of 10 epochs both; all 24 runs got there. In test RMSE both optimizers are practically equal, "
          + "at a median of 2.55 both (88 test rows).",
      ])
  }

  /// Only where every bit agrees are two runs the same.
  @Test func theSameRuns() throws {
    let a = (0..<12).map { run(4 + $0 % 3, metric: 2 + 0.1 * Double($0)) }
    #expect(
      try answer([("a", a), ("b", a)]) == [
        "On *p* all optimizers make the same runs; in test RMSE all are practically equal.",
        "| a         |            5 |      2.55 |", "| b         |          5 = |    2.55 = |",
        "- On *p* both optimizers make the same runs, bit by bit: they reach a training loss of 10 in a "
          + "median of 5 epochs; all 24 runs got there. Their test RMSE is a median of 2.55 [2.23, 2.87] "
          + "(88 test rows).",
      ])
  }

  @Test func allDiverged() throws {
    let lost = Array(repeating: RunRecord?.some(lost), count: 12)
    #expect(
      try answer([("a", lost), ("b", lost)]) == [
        "On *p* no run reached the target.",
        "| a         |            ∞ |         ∞ |", "| b         |            ∞ |         ∞ |",
        "- On *p* no run reached a training loss of 10; all 24 runs diverged.",
      ])
  }

  /// It touched the target first with every seed, and then diverged.
  @Test func whoDivergesIsNoWinner() throws {
    let touching = SmallExperiment.record([100, 5, .infinity], status: .diverged)
    let lines = try answer([
      ("a", Array(repeating: touching, count: 12)), ("b", runs { 8 + $0 % 3 }),
    ])
    #expect(
      lines == [
        "On *p* **b** is clearly the fastest; in test RMSE the best is clearly **b**.",
        "| a         |          ∞ ▼ |       ∞ ▼ |",
        "| b         |          9 ▲ | 1.00000 ▲ |",
        "- On *p* **b** is clearly the fastest: it reaches a training loss of 10 in a median of 9 epochs; no "
          + "run of **a** got there. In test RMSE **b** is clearly the best, a median of 1.000 [1.000, "
          + "1.000] (88 test rows).",
        "**Read with this in mind:**",
        "- Diverged, which counts as the worst value: all 12 runs of **a**.",
      ], "\(lines)")
  }

  @Test func nobodyArrived() throws {
    let lines = try answer([("a", runs { _ in 30 }), ("b", runs { _ in 12 })], targets: "[1]")
    #expect(
      lines == [
        "On *p* no run reached the target; in test RMSE all are practically equal.",
        "| a         |           ∞ | 1.00000 ● |", "| b         |           ∞ | 1.00000 ≈ |",
        "- On *p* no run reached a training loss of 1. \(same)",
      ])
  }

  @Test func tooFewSeeds() throws {
    let metrics = [1.0, 2.0]
    let a = metrics.map { run(4, metric: $0) }
    let b = metrics.map { run(6, metric: 2 * $0) }
    #expect(
      try answer([("a", a), ("b", b)]) == [
        "**2 seeds are too few to tell.** No exact test of 2 pairs gives a p below 0.50, and 2 comparisons "
          + "together need 0.025: 7 seeds would do.",
        "| a         |            4 |   1.50000 |", "| b         |          6 · | 3.00000 · |",
        "- On *p* both optimizers reach a training loss of 10 in medians of 4 (**a**) and 6 (**b**) epochs; all "
          + "4 runs got there. Their test RMSE has medians of 1.50000 (**a**) and 3.00000 (**b**) (88 test "
          + "rows).",
      ])
    #expect(
      try answer([("a", [run(4)]), ("b", [run(5)])])[0]
        == "**1 seed is too few to tell.** No exact test of 1 pair gives a p below 1.0, and 2 comparisons "
        + "together need 0.025: 7 seeds would do.")
  }

  @Test func oneOptimizer() throws {
    #expect(
      try answer([("a", runs { 4 + $0 % 4 })]) == [
        "- On *p* **a** reaches a training loss of 10 in a median of 5.5 epochs; all 12 runs got there. Its "
          + "test RMSE is a median of 1.000 [1.000, 1.000] (88 test rows).",
        "Values are medians over 12 seeds; brackets are their 95 % intervals.",
      ])
    #expect(
      try answer([("a", [run(4)])]) == [
        "**One seed shows nothing about chance.** An interval of the median at 95 % needs at least 6 seeds.",
        "- On *p* **a** reaches a training loss of 10 in 4 epochs; the one run got there. Its test RMSE is "
          + "1.00000 (88 test rows).",
      ])
    #expect(
      try answer([("a", [run(30)])])[1].hasPrefix(
        "- On *p* no run reached a training loss of 10. Its"))
    #expect(
      try answer([("a", [lost])])[1]
        == "- On *p* no run reached a training loss of 10; the one run diverged.")
    #expect(
      try answer([("a", [run(4)])], targets: "\"auto\"")[1]
        == "- On *p* **a** ends at a training loss of 10.0000. Its test RMSE is 1.00000 (88 test rows)."
    )
  }

  @Test func againstABaseline() throws {
    let lines = try answer(
      [
        ("a", runs { 4 + $0 % 2 }), ("b", runs { 8 + $0 % 3 }), ("c", runs { 8 + $0 % 3 }),
        ("d", runs { 12 + $0 % 3 }),
      ], report: #"{"baseline": "b"}"#)
    #expect(
      lines[0]
        == "On *p* **a** is clearly faster than **b**; in test RMSE none is clearly better than **b**."
    )
    #expect(
      lines[5].hasPrefix(
        "- On *p* compared with **b**, **a** is clearly faster, **d** is clearly slower and **c** is "
          + "practically equal; the median times to a training loss of 10 are in the table; all 48 runs got "
          + "there."))
  }
}
