import ExperimentSupport
import Experiments
import Models
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Whole answers of results that mislead at first sight: missing runs and targets, failures that many share, numbers
/// that blew up.
@Suite struct HardAnswerTests: AnswerMaking {
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

  /// One run has no median, however many optimizers there are.
  @Test func oneSeedHasNoMedians() throws {
    func sentence(_ arrivals: [Int]) throws -> String {
      let all = zip("abcdef", arrivals).map { name, arrival in
        (name: String(name), records: runs(1) { _ in arrival })
      }
      return try #require(try answer(all).first { $0.hasPrefix("- On *p*") })
    }
    #expect(
      try sentence([2, 4, 6, 8]).contains(
        "reach a training loss of 10 in 2 (**a**) to 8 epochs (**d**)"))
    #expect(
      try sentence([2, 4, 6, 8, 30, 30]).contains(
        " in 2 (**a**) to 8 epochs (**d**), the other 2 never"))
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
          ($0, Yardsticks(optimum: nil, trivialMetric: 70))
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
