import Analysis
import Diagnostics
import Kernels
import Statistics

/// The sentences over all problems: who is clearly better on how many, what the ranks show, and on what
/// that rests.
struct AcrossWords {
  let across: AcrossProblems

  /// With fewer problems ranks show little, whatever they are.
  static let fewestProblems = 5

  init(_ across: AcrossProblems) { self.across = across }

  private var sample: AcrossSample { across.sample }
  private var count: Int { sample.sources.count }

  var sentences: [[Inline]] { [wins, ranks, reservation].compactMap { $0 } }

  private func name(_ contender: Int) -> [Inline] {
    [.strong([.text(sample.contenders[contender])])]
  }

  /// "5 problems", "3 independent problems".
  private var problems: String {
    (count < sample.problems.count ? "\(count) independent" : "\(count)") + " problems"
  }

  // MARK: Clear wins

  private var wins: [Inline] {
    across.baselineTests.map { winsAgainst($0.baseline) } ?? winsOverAll
  }

  private var winsOverAll: [Inline] {
    let everywhere = across.wins.everywhere
    let winners = sample.contenders.indices.filter { everywhere[$0] > 0 }
      .sorted { (-everywhere[$0], $0) < (-everywhere[$1], $1) }
    guard let first = winners.first else {
      return [.text("No optimizer is clearly the fastest on any of the \(problems).")]
    }
    let parts = winners.map { winner -> [Inline] in
      let number = winner == first ? numbered(everywhere[first]) : " on \(everywhere[winner])"
      return name(winner) + [.text(number)]
    }
    return Lists.shortened(parts, more: "others on fewer") + ["."]
  }

  /// " is clearly the fastest on 3 of 5 problems".
  private func numbered(_ wins: Int) -> String {
    wins == count
      ? " is clearly the fastest on \(count == 2 ? "both" : "all \(count)") problems"
      : " is clearly the fastest on \(wins) of \(problems)"
  }

  private func winsAgainst(_ baseline: Int) -> [Inline] {
    func parts(_ wins: (Int) -> Int) -> [[Inline]] {
      sample.contenders.indices.filter { wins($0) > 0 }
        .sorted { (-wins($0), $0) < (-wins($1), $1) }
        .map { name($0) + [.text(" on \(wins($0))")] }
    }
    let faster = parts { across.wins.counts[$0][baseline] }
    let slower = parts { across.wins.counts[baseline][$0] }
    guard !faster.isEmpty || !slower.isEmpty else {
      return ["No optimizer is clearly faster or slower than "] + name(baseline)
        + [.text(" on any of the \(problems).")]
    }
    func part(_ word: String, _ parts: [[Inline]]) -> [Inline] {
      [.text("clearly \(word) than ")] + name(baseline)
        + (parts.isEmpty
          ? [" on none"] : [" are "] + Lists.shortened(parts, more: "others on fewer"))
    }
    return [.text("Of \(problems), ")] + part("faster", faster) + ["; "] + part("slower", slower)
      + ["."]
  }

  // MARK: Ranks

  private var ranks: [Inline] {
    guard let friedman = across.ranks.friedman else {
      return ["All optimizers have the same rank on every problem."]
    }
    let test =
      "χ² = \(NumberText.significant(friedman.statistic, 3)) with "
      + "\(counted(friedman.degreesOfFreedom, "degree")) of freedom, "
      + "\(ProbabilityText.equation(friedman.probability)); Iman and Davenport’s "
      + "F = \(NumberText.significant(friedman.fStatistic, 3)), "
      + "\(ProbabilityText.equation(friedman.fProbability))"
    let does = across.ranks.areDifferent ? "tells" : "does not tell"
    let start: [Inline] = [.text("By rank Friedman’s test \(does) the optimizers apart (\(test))")]
    if let tests = across.baselineTests { return start + against(tests) }
    guard across.ranks.areDifferent else { return start + [": the order may be chance."] }
    let pairs = across.ranks.pairsApart.map { name($0.better) + [" before "] + name($0.worse) }
    let difference = NumberText.significant(across.ranks.criticalDifference, 3)
    return start
      + [
        .text(
          pairs.isEmpty
            ? ", but Nemenyi’s no pair of them (critical difference \(difference))."
            : ", and Nemenyi’s (critical difference \(difference)) puts ")
      ]
      + (pairs.isEmpty ? [] : Lists.shortened(pairs, more: "more pairs") + ["."])
  }

  private func against(_ tests: BaselineTests) -> [Inline] {
    if count < tests.fewestSources {
      return [
        .text(
          "; for Wilcoxon’s across problems \(counted(tests.tests.count, "comparison")) with ")
      ] + name(tests.baseline)
        + [.text(" would need \(tests.fewestSources) problems.")]
    }
    let clear = tests.tests.filter(\.isClear)
    guard !clear.isEmpty else {
      return ["; Wilcoxon’s across problems tells none from "] + name(tests.baseline) + ["."]
    }
    let parts = clear.map { test in
      name(test.contender)
        + [
          .text(
            " \(test.isFaster ? "faster" : "slower") (adjusted "
              + "\(ProbabilityText.equation(test.adjustedProbability)))")
        ]
    }
    return ["; compared with "] + name(tests.baseline)
      + [", Wilcoxon’s across problems finds "] + Lists.shortened(parts) + ["."]
  }

  // MARK: What it rests on

  private var reservation: [Inline]? {
    guard count >= Self.fewestProblems else {
      let least = ProbabilityText.equation(leastProbability)
      return [
        .text(
          "With \(problems) ranks show little, and the intervals hardly more: even if all agreed, "
            + "Friedman’s test would come to \(least).")
      ]
    }
    let pivotal = across.pivotalSources.map { source in
      Lists.problems(sample.sources[source].map { sample.problems[$0].name })
    }
    guard !pivotal.isEmpty else { return nil }
    let start = pivotal.count == 1 ? "one problem: without " : "single problems: without one of "
    return [.text("This hangs on \(start)")] + Lists.shortened(pivotal)
      + [", other pairs or none would be told apart across problems."]
  }

  /// Friedman's p where every problem has the same order without ties: χ² = n (k − 1).
  private var leastProbability: Double {
    let ranks = sample.contenders.indices.map { Double($0 + 1) }
    return FriedmanTest(ranks: sample.sources.map { _ in ranks })?.probability ?? 1
  }
}
