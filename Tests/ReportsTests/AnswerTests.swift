import ExperimentSupport
import Experiments
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Whole answers of small made-up results, whose truth is known: what stands before the table, the rows of
/// the table, and what stands after it up to the paragraph on methods.
@Suite struct AnswerTests {
  private typealias Runs = [(name: String, records: [RunRecord?])]

  /// A run of 20 epochs that arrives at a loss of 10.
  private func run(_ arrival: Int, metric: Double = 1) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 100 : 10 }, metric: metric)
  }

  private func runs(_ count: Int = 12, _ arrival: (Int) -> Int) -> [RunRecord?] {
    (0..<count).map { run(arrival($0)) }
  }

  private let lost = SmallExperiment.record([100, 1e300, .infinity], status: .diverged)
  private let same =
    "In test RMSE both optimizers are practically equal, at a median of 1.00000 both (88 test rows)."

  private func section(
    _ runs: Runs, targets: String = "[10]", report: String = "{}",
    kinds: [String] = [#""kind": "adam""#], problem: String = ""
  ) throws -> [String] {
    let results = try SmallExperiment.results(
      runs, targets: targets, epochs: 20, kinds: kinds, problem: problem, report: report)
    let text = MarkdownWriter().markdown(Report(results, versions: []).document)
    let start = try #require(text.range(of: "## Answer\n\n"))
    let end = text.range(of: "\n## Results")?.lowerBound ?? text.endIndex
    return text[start.upperBound..<end].split(separator: "\n").map(String.init)
  }

  /// The lines of an answer but for the table's caption and head, and the paragraph on methods.
  private func answer(
    _ runs: Runs, targets: String = "[10]", report: String = "{}",
    kinds: [String] = [#""kind": "adam""#], problem: String = ""
  ) throws -> [String] {
    try section(runs, targets: targets, report: report, kinds: kinds, problem: problem).filter {
      line in
      !line.hasPrefix("Runs are paired") && !line.hasPrefix("<a name") && !line.hasPrefix("| :--")
        && !line.hasPrefix("| optimizer")
    }
  }

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

  /// Both miss most seeds: that shows no equality, and not even a ratio.
  @Test func whoeverMissesTogetherIsNotEqual() throws {
    func few(_ arrivals: Set<Int>, of count: Int) -> [RunRecord?] {
      runs(count) { arrivals.contains($0) ? 5 : 30 }
    }
    let open = try answer([("a", few([0, 1], of: 20)), ("b", few([], of: 20))])
    #expect(
      open[0]
        == "On *p* 20 seeds cannot tell who is fastest; in test RMSE all are practically equal.")
    let clear = try answer([("a", few(Set(0..<9), of: 40)), ("b", few([], of: 40))])
    #expect(
      clear == [
        "On *p* **a** clearly gets there most often; in test RMSE all are practically equal.",
        "| a         |          ∞ ▲ | 1.00000 ● |", "| b         |          ∞ ▼ | 1.00000 ≈ |",
        "- On *p* **a** clearly gets there most often: runs reach a training loss of 10 in 9 of 40 runs "
          + "(**a**) and none of **b**’s. \(same)",
        "**Read with this in mind:**",
        "- Final training losses of two kinds, which a median hides: **a** (9 seeds at 10.0, 31 at 100).",
      ])
  }

  @Test func aTargetThatIsNotThereForSomeSeedsIsNotMissed() throws {
    // The reference, b's end, is below the start with the last eight seeds only.
    let a = (0..<12).map { _ in run(4) }
    let b = (0..<12).map { seed in
      seed < 4 ? SmallExperiment.record([100] + Array(repeating: 100, count: 20)) : run(9)
    }
    let lines = try answer(
      [("b", b), ("a", a)], targets: "\"auto\"")
    #expect(
      lines.contains {
        $0.hasPrefix(
          "- On *p* **a** is clearly the fastest: it comes 99 % of the way to where b ends in a median of 4 "
            + "epochs, 0.4444 [0.4444, 0.4444] of **b**’s; all 16 runs got there.")
      }, "\(lines)")
    #expect(
      lines.contains(
        "- There is no target, since the reference does not lie below the start, with 4 of 12 seeds: they take "
          + "no part in the times."))
    let none = try answer(
      [("a", a), ("b", b)], targets: "\"auto\"", problem: "\"reference\": 1e9,")
    #expect(
      none[0]
        == "On *p* the reference is not below the start; in test RMSE all are practically equal.")
    #expect(
      none.dropLast(2).last
        == "- On *p* the reference of the targets does not lie below the training loss at the start with "
        + "any seed: there is no way to it, and no target. \(same)")
  }

  /// Errors of many orders of magnitude have a variance in which every difference drowns.
  @Test func whatBlewUpDoesNotLead() throws {
    let good = (0..<12).map { run(4, metric: 50 + Double($0)) }
    let bad = (0..<12).map { seed in
      run(4, metric: [1e9, 1e20, 1e35][seed % 3] * Double(seed + 1))
    }
    var results = try SmallExperiment.results(
      [("good", good), ("bad", bad)], targets: "[10]", epochs: 20)
    var records: [PlannedRun: RunRecord] = [:]
    for run in results.plan.runs { records[run] = results[run] }
    results = ResultSet(
      plan: results.plan, records: records,
      yardsticks: Dictionary(
        uniqueKeysWithValues: results.plan.seeds.map {
          ($0, Yardsticks(leastLoss: nil, trivialMetric: 70))
        }))
    let text = MarkdownWriter().markdown(Report(results, versions: []).document)
    #expect(
      text.contains(
        "In test RMSE **good** is clearly the best, a median of 55.5 [52.3, 58.7] (88 test rows)."),
      "\(text)")
    #expect(
      text.contains(
        "A run that failed or never arrived counts as the worst, as does in the tests one whose test RMSE is "
          + "above 1,000 times the trivial predictor’s."))
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

  @Test func incompleteResults() throws {
    let lines = try answer([
      ("a", runs { 4 + $0 % 2 }), ("b", (0..<12).map { $0 < 7 ? run(9) : nil }),
      ("c", Array(repeating: nil, count: 12)),
    ])
    #expect(lines[3] == "| c         |                      – |         – |")
    #expect(
      lines[4]
        == "- On *p* **a** is clearly the fastest: it reaches a training loss of 10 in a median of 4.5 "
        + "epochs, 0.50 [0.44, 0.56] of **b**’s; all 19 runs got there. \(same)")
  }

  @Test func whoMissesAndWhoLeaves() throws {
    let missing = try answer([
      ("a", (0..<12).map { run($0 < 3 ? 30 : 4 + $0 % 2) }), ("b", runs { 8 + $0 % 3 }),
    ])
    #expect(
      missing[3]
        == "- On *p* 12 seeds cannot tell **a** and **b** apart: they reach a training loss of 10 in medians "
        + "of 5 and 9 epochs, a ratio of 0.559 [0.471, ∞]; about 800 seeds would probably tell **a** and **b** "
        + "apart, if these are typical; 3 of 12 runs of **a** never got there; with restarts an arrival costs "
        + "11.2 (**a**) and 9.00 (**b**) epochs. \(same)")
    let touching = SmallExperiment.record([100, 5, 50] + Array(repeating: 40, count: 18))
    let leaving = try answer([
      ("a", Array(repeating: touching, count: 12)), ("b", runs { 8 + $0 % 3 }),
    ])
    #expect(
      leaving[3].hasSuffix(
        "all 24 runs got there; at the end none of 12 with **a** (median final loss 40.0) are still there. "
          + same))
  }

  /// Exactly half of a's runs arrived: its median is infinite, but that is no reason to say "less".
  @Test func exactlyHalf() throws {
    let lines = try answer([
      ("a", runs(8) { $0 < 4 ? 5 : 30 }), ("b", runs(8) { _ in 30 }),
    ])
    #expect(
      lines[3].hasPrefix(
        "- On *p* 8 seeds cannot tell **a** and **b** apart: they reach a training loss of 10 in 4 of 8 runs "
          + "(**a**) and none of **b**’s; "), "\(lines[3])")
  }

  @Test func whatComparesNothing() throws {
    let two: Runs = [("a", runs { 4 + $0 % 2 }), ("b", runs { 8 + $0 % 3 })]
    #expect(
      try answer(two, kinds: [#""kind": "adam""#, #""kind": "adamw""#]).suffix(1) == [
        "- On *p* the training loss does not compare the optimizers: **b** decays its parameters and so "
          + "minimizes something else. \(same)"
      ])
    #expect(
      try answer(two, targets: "[1000]").suffix(1) == [
        "- On *p* a training loss of 1000 is met at the start, before the first step of every run: as a "
          + "target it compares nothing. \(same)"
      ])
    #expect(
      try answer(two, targets: "[1e-6, 10]")[3].hasPrefix(
        "- On *p* no run reached a training loss of 1e−6; **a** is clearly the fastest: it reaches a "
          + "training loss of 10 in a median of 4.5 epochs"))
    #expect(
      try answer(two, targets: "\"auto\"")[3].hasPrefix(
        "- On *p* **a** is clearly the fastest: it comes 99 % of the way to where a ends in a median of"
      ))
  }

  @Test func statementsThatHoldOneByOneAreSaidTo() throws {
    let two: Runs = [("a", runs { 4 + $0 % 2 }), ("b", runs { 8 + $0 % 3 })]
    let text = try section(two, report: #"{"family": "problem"}"#).joined()
    #expect(
      text.contains(
        "Statements hold one by one: at 95 % for each quantity on each problem alone (Holm), not for all 2 "
          + "comparisons together."))
    #expect(text.contains("brackets of effects hold one by one and agree"))
  }
}
