import ExperimentSupport
import Testing

@testable import Analysis
@testable import Reports
import Experiments
import Specs

/// What the section over all problems says, word by word.
@Suite struct AcrossSectionTests {
  /// The parts of the section.
  private struct Section {
    var sentences: String
    var caption: String
    var table: [String]
    /// What is told of each pair.
    var pairs: [String]
    /// The captions of its figures.
    var figures: [String]

    init(_ results: ResultSet) throws {
      let text = MarkdownWriter().markdown(Report(results, versions: []).document)
      let start = try #require(text.range(of: "## Across problems\n\n")?.upperBound)
      let end = text[start...].range(of: "\n## ")?.lowerBound ?? text.endIndex
      let lines = text[start..<end].split(separator: "\n").map(String.init)
      sentences = lines.first ?? ""
      caption = lines.first { $0.contains("**Table") } ?? ""
      table = lines.filter { $0.hasPrefix("|") }.prefix { !$0.hasPrefix("| faster than") } + []
      pairs = Array(
        lines.drop { !$0.hasPrefix("<summary>") && !$0.hasPrefix("<details>") }
          .prefix { !$0.hasPrefix("</details>") })
      figures = lines.filter { $0.hasPrefix("**Figure") }
    }
  }

  /// Three optimizers on so many problems: `a` takes 10 to 13 epochs, `b` 15 to 18 but 5 to 8 on the
  /// problems in `upset`, `c` misses the target with every second seed.
  private func problems(_ count: Int, upset: Set<Int> = []) -> [SeveralProblems.Problem] {
    (0..<count).map { problem in
      SeveralProblems.Problem(
        SeveralProblems.sources[problem],
        [
          (0..<12).map { 10 + ($0 + problem) % 4 },
          (0..<12).map { (upset.contains(problem) ? 5 : 15) + ($0 * 5 + problem) % 4 },
          (0..<12).map { $0 % 2 == 0 ? nil : 30 + $0 },
        ])
    }
  }

  private func section(
    _ problems: [SeveralProblems.Problem], _ optimizers: [String] = ["a", "b", "c"],
    report: String = "{}"
  ) throws -> Section {
    try Section(
      SeveralProblems.results(problems, optimizers: optimizers, report: report, cells: .standard))
  }

  @Test func fewProblems() throws {
    let section = try section(problems(3, upset: [1]))
    #expect(
      section.sentences
        == [
          "**a** is clearly the fastest on 2 of 3 problems and **b** on 1. By rank Friedman’s test does ",
          "not tell the optimizers apart (χ² = 4.67 with 2 degrees of freedom, p = 0.097; Iman and ",
          "Davenport’s F = 7.00, p = 0.049): the order may be chance. With 3 problems ranks show little, ",
          "and the intervals hardly more: even if all agreed, Friedman’s test would come to p = 0.050.",
        ].joined())
    #expect(
      section.caption.contains(
        [
          "By the epochs to the target of each problem, on *p*, *q*, *r*. Mean rank of the median times, ",
          "1 is best. ▲ clearly better, ▼ clearly worse: over problems and rivals, of the comparisons of ",
          "the answer. Against **a**, which ranks best, the geometric mean of the ratios of the median ",
          "times, 1 where neither has one, and the probability that a run is faster than one on the same ",
          "problem. Score: the ",
          "interquartile mean over all runs of the shortest median time over a run’s time, at most 1, ",
          "and 0 for a run that never arrived. Area under the performance profile from factor 1 to 4 ",
          "(AlgoPerf’s score). Brackets are 95 % intervals, one by one, over resamples of the problems ",
          "and of the seeds within each; verdicts come from the tests alone. ([CSV](tables/across.csv), ",
          "[LaTeX](tables/across.tex))",
        ].joined()))
    #expect(
      section.table == [
        "| optimizer | mean rank | clearly better, worse | × the time of **a** | faster than **a** |             score |              area |",
        "| :-------- | --------: | --------------------: | ------------------: | ----------------: | ----------------: | ----------------: |",
        "| a         |      1.33 |              ▲ 5, ▼ 1 |                   – |                 – | 0.89 [0.56, 0.99] | 0.91 [0.73, 1.00] |",
        "| b         |      1.67 |              ▲ 4, ▼ 2 |   1.05 [0.57, 1.45] |    0.3 [0.0, 1.0] | 0.74 [0.68, 0.96] | 0.90 [0.85, 1.00] |",
        "| c         |      3.00 |              ▲ 0, ▼ 6 |         ∞ [3.36, ∞] |    0.0 [0.0, 0.0] | 0.11 [0.02, 0.20] | 0.11 [0.00, 0.19] |",
      ])
    #expect(
      section.pairs == [
        "<details>", "<summary>The probability that a run is faster, for each pair</summary>",
        "How likely a run of the optimizer of a row is faster than one of the column’s on the same problem, "
          + "the mean over the problems; a half where neither arrives. Brackets as above.",
        "| faster than | **a** | **b** | **c** |", "| :-- | --: | --: | --: |",
        "| a | – | 0.7 [0.0, 1.0] | 1.0 [1.0, 1.0] |",
        "| b | 0.3 [0.0, 1.0] | – | 1.0 [1.0, 1.0] |",
        "| c | 0.0 [0.0, 0.0] | 0.0 [0.0, 0.0] | – |",
      ])
    #expect(section.figures.count == 2)
    #expect(section.figures[0].contains("Mean ranks by epochs to target on *p*, *q*, *r*"))
    #expect(section.figures[1].contains("0.91 (a), 0.90 (b), 0.11 (c)"))
  }

  @Test func moreProblemsLetNemenyiTellPairsApart() throws {
    let section = try section(problems(6, upset: [1]))
    #expect(
      section.sentences
        == [
          "**a** is clearly the fastest on 5 of 6 problems and **b** on 1. By rank Friedman’s test tells ",
          "the optimizers apart (χ² = 10.3 with 2 degrees of freedom, p = 0.0057; Iman and Davenport’s ",
          "F = 31.0, p \\< 0.001), and Nemenyi’s (critical difference 1.35) puts **a** before **c**.",
        ].joined())
    #expect(section.table.count == 5)
    #expect(
      section.table[4].hasPrefix(
        "| c         |      3.00 |             ▲ 0, ▼ 12 |            ∞ [∞, ∞] |"))
  }

  @Test func aBaselineIsComparedWithByWilcoxonAndHolm() throws {
    let section = try section(problems(8, upset: [1]), report: #"{ "baseline": "b" }"#)
    #expect(
      section.sentences
        == [
          "Of 8 problems, clearly faster than **b** are **a** on 7; clearly slower than **b** are **c** on ",
          "8 and **a** on 1. By rank Friedman’s test tells the optimizers apart (χ² = 14.3 with 2 degrees ",
          "of freedom, p \\< 0.001; Iman and Davenport’s F = 57.0, p \\< 0.001); compared with **b**, ",
          "Wilcoxon’s across problems finds **c** slower (adjusted p = 0.016). This hangs on one problem: ",
          "without *q*, other pairs or none would be told apart across problems.",
        ].joined())
    #expect(
      section.caption.contains(
        " Adjusted p: Wilcoxon’s signed-rank test across problems, with Holm’s adjustment. Against **b** "
          + "the geometric mean"))
    #expect(
      section.table == [
        "| optimizer | mean rank | clearly better, worse | adjusted p | × the time of **b** | faster than **b** |             score |                 area |",
        "| :-------- | --------: | --------------------: | ---------: | ------------------: | ----------------: | ----------------: | -------------------: |",
        "| a         |      1.13 |              ▲ 7, ▼ 1 |       0.23 |   0.78 [0.69, 0.99] | 0.88 [0.50, 1.00] | 0.96 [0.76, 0.98] | 0.967 [0.863, 1.000] |",
        "| b         |      1.88 |              ▲ 9, ▼ 7 |          – |                   – |                 – | 0.71 [0.69, 0.82] | 0.872 [0.853, 0.928] |",
        "| c         |      3.00 |              ▲ 0, ▼ 8 |      0.016 |            ∞ [∞, ∞] | 0.00 [0.00, 0.00] | 0.13 [0.05, 0.18] | 0.126 [0.066, 0.165] |",
      ])
  }

  @Test func whatHangsOnSingleProblemsIsSaid() throws {
    let problems = problems(6).map {
      SeveralProblems.Problem($0.keys, Array($0.arrivals.prefix(2)))
    }
    let section = try section(problems, ["a", "b"], report: #"{ "baseline": "b" }"#)
    #expect(section.pairs.isEmpty)
    // Of six problems p is 2/64 where all agree, of five 2/32.
    #expect(
      section.sentences.hasSuffix(
        "; compared with **b**, Wilcoxon’s across problems finds **a** faster (adjusted p = 0.031). This "
          + "hangs on single problems: without one of *p*, *q* and 4 more, other pairs or none would be "
          + "told apart across problems."))
  }

  @Test func aBaselineOnFewProblems() throws {
    let section = try section(problems(3), report: #"{ "baseline": "a" }"#)
    #expect(
      section.sentences
        == [
          "Of 3 problems, clearly faster than **a** on none; clearly slower than **a** are **b** on 3 and ",
          "**c** on 3. By rank Friedman’s test tells the optimizers apart (χ² = 6.00 with 2 degrees of ",
          "freedom, p = 0.050; Iman and Davenport’s F = ∞, p \\< 0.001); for Wilcoxon’s across problems 2 ",
          "comparisons with **a** would need 7 problems. With 3 problems ranks show little, and the ",
          "intervals hardly more: even if all agreed, Friedman’s test would come to p = 0.050.",
        ].joined())
  }

  /// Three problems of one table are one beside two of others.
  @Test func problemsOnTheSameRowsCountOnce() throws {
    let shared = problems(3, upset: [1]).map { problem in
      SeveralProblems.Problem(SeveralProblems.sources[0], problem.arrivals)
    }
    let section = try section(shared + problems(3).suffix(2))
    #expect(
      section.sentences.hasPrefix("**a** is clearly the fastest on 2 of 3 independent problems. "))
    #expect(section.sentences.contains(" With 3 independent problems ranks show little, "))
    #expect(
      section.caption.contains(
        "1 is best; problems on the same rows count once, by the mean of their ranks. ▲"))
    // Of the shared ones b wins one: mean ranks (4/3, 5/3, 3), and with (1, 2, 3) twice 10/9 and 17/9.
    #expect(section.table[2].hasPrefix("| a         |      1.11 |              ▲ 5, ▼ 0 |"))
    #expect(section.table[3].hasPrefix("| b         |      1.89 |              ▲ 3, ▼ 2 |"))
    #expect(section.figures[0].contains("Problems on the same rows count once"))
    #expect(section.figures[0].contains("the test sees 3 problems"))
    #expect(section.figures[1].contains("Problems on the same rows count as one."))
  }

  /// What failed is the worst and never dropped; what did not run or does not compare is named.
  @Test func failuresCountAndWhatIsLeftOutIsNamed() throws {
    var problems = problems(4)
    // Nobody solves the second problem, every run starts at the target of the third, and d did not run
    // on the fourth.
    problems[1].arrivals = Array(repeating: Array(repeating: nil, count: 12), count: 3)
    problems[2].arrivals = Array(repeating: Array(repeating: 0, count: 12), count: 3)
    for number in problems.indices {
      problems[number].arrivals.append(number == 3 ? [] : problems[number].arrivals[0])
    }
    let section = try section(problems, ["a", "b", "c", "d"])
    #expect(
      section.caption.contains(
        " Without a time that compares: *r*. Not on all of the problems, and left out: **d**. ([CSV]"
      ))
    #expect(section.caption.contains("on *p*, *q*, *s*. Mean rank"))
    #expect(section.sentences.hasPrefix("**a** is clearly the fastest on 2 of 3 problems. "))
    // On the second all share the rank 2.
    #expect(section.table.count == 5)
    #expect(section.table[2].hasPrefix("| a         |      1.33 |"))
    #expect(section.table[4].hasPrefix("| c         |      2.67 |"))
    #expect(section.figures[1].contains("Performance profile on *p*, *q*, *s*"))
  }

  /// Where all are equal nobody is made the best by the order of the spec.
  @Test func mediansThatDoNotExist() throws {
    let problems = problems(2).map {
      SeveralProblems.Problem($0.keys, [[nil, nil, 9], [nil, nil, 9], [nil, nil, nil]])
    }
    let section = try section(problems)
    #expect(
      section.sentences.hasPrefix(
        "No optimizer is clearly the fastest on any of the 2 problems. All optimizers have the same rank "
          + "on every problem. "))
    #expect(
      section.caption.contains(" Against **a**, the first of 3 that rank best, the geometric"))
    #expect(
      section.table[3].hasPrefix(
        "| b         |      2.00 |              ▲ 0, ▼ 0 |                   – |"))
    #expect(
      section.table[4].hasPrefix(
        "| c         |      2.00 |              ▲ 0, ▼ 0 |                   – |"))
  }

  /// Two settings of one rule are two contenders: neither is merged with the other, nor the better of
  /// both picked problem by problem.
  @Test func settingsAreNeverMerged() throws {
    let all = problems(2, upset: [1])
    let section = try section(all, ["adam", "adam tuned", "c"])
    #expect(section.table[2].hasPrefix("| adam       |      1.50 |"))
    #expect(section.table[3].hasPrefix("| adam tuned |      1.50 |"))
  }

  /// Where nothing depends on the seed there is one run, and the problem counts once.
  @Test func problemsWithoutRandomness() throws {
    let fixed = ["beale", "himmelblau"].map { function in
      SeveralProblems.Problem(#""model": "\#(function)""#, [[10], [20]])
    }
    let random = problems(1).map {
      SeveralProblems.Problem($0.keys, [$0.arrivals[0], $0.arrivals[0]])
    }
    let section = try section(fixed + random, ["a", "b"])
    #expect(
      section.sentences.hasPrefix("No optimizer is clearly the fastest on any of the 3 problems. "))
    // One of three equal: the third root of 2 · 2 · 1, and an area of (2/3 + 2/3 + 1)/3.
    // Of the weighted scores 24 are ½, and so are 15 of the middle 18; the other 3 are 11.5/13.
    #expect(
      section.table[3]
        == "| b         |      1.83 |              ▲ 0, ▼ 0 |      1.6 [1.0, 2.0] | 0.17 [0.00, 0.50] "
        + "| 0.564 [0.500, 0.970] | 0.78 [0.67, 1.00] |")
  }

  @Test func whereNothingIsComparedThereIsNoSection() throws {
    func text(_ problems: [SeveralProblems.Problem], _ names: [String], _ report: String) throws
      -> (text: String, gaps: [String])
    {
      let results = try SeveralProblems.results(
        problems, optimizers: names, report: report, cells: .standard)
      let report = Report(results, versions: [])
      return (MarkdownWriter().markdown(report.document), report.gaps.map(\.message))
    }
    let one = problems(1)
    let same = problems(2).map { SeveralProblems.Problem(one[0].keys, $0.arrivals) }
    let alone = problems(2).map { SeveralProblems.Problem($0.keys, [$0.arrivals[0]]) }
    for (problems, names) in [(one, ["a", "b", "c"]), (same, ["a", "b", "c"]), (alone, ["a"])] {
      let standard = try text(problems, names, "{}")
      #expect(!standard.text.contains("Across problems") && standard.gaps.isEmpty)
      let asked = try text(problems, names, #"{ "cells": [{ "section": "across" }] }"#)
      #expect(
        asked.text.contains(
          "**Nothing to show:** the section `across` needs two optimizers that ran on two problems with "
            + "different rows, whose times to a target compare."))
      #expect(
        asked.gaps == [
          "The section across has nothing to show: it needs two optimizers that ran on two problems with "
            + "different rows, whose times to a target compare."
        ])
    }
    let cell = try text(problems(2), ["a", "b", "c"], #"{ "cells": [{ "section": "across" }] }"#)
    #expect(
      cell.text.contains("## Across problems\n\n**a** is clearly the fastest on both problems."))
  }
}
