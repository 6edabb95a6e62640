import Diagnostics
import ExperimentSupport
import Experiments
import Testing
import Training

@testable import Analysis
@testable import Reports

/// How the widths of basins read: whole tables and sentences.
@Suite struct BasinTextTests {
  /// Half a decade below the best rate, 1e-2, and `share` of one above it: see `BasinQuantityTests`.
  static func losses(_ share: Double, trial: Int) -> Double {
    [9000, 2200, 2000, 2000 + 100 / share, .infinity][trial]
  }

  /// The text of a report of these cells.
  private func text(
    _ cells: String, experiment: SearchedExperiment = SearchedExperiment(),
    _ losses: (_ optimizer: Int, _ trial: Int, _ seed: Int) -> Double
  ) throws -> String {
    var experiment = experiment
    experiment.report = #"{ "cells": [\#(cells)] }"#
    let results = try experiment.results(cells: .standard, losses)
    try CellDemands.check(results.plan)
    return MarkdownWriter().markdown(Report(results, versions: []).document)
  }

  private func claim(_ better: String, _ than: String, _ keys: String = "") -> String {
    #"{ "claim": "A claim", "quantity": "basin_width", "better": "\#(better) (tuned)", "than": "\#(than) (tuned)"\#(keys) }"#
  }

  private func claims(
    _ cells: [String], experiment: SearchedExperiment = SearchedExperiment(),
    _ losses: (_ optimizer: Int, _ trial: Int, _ seed: Int) -> Double
  ) throws -> [String] {
    let text = try text(cells.joined(separator: ","), experiment: experiment, losses)
    return text.split(separator: "\n").filter { $0.hasPrefix("<a name=\"claim") }
      .map { String($0[($0.range(of: "A claim. ")?.upperBound ?? $0.startIndex)...]) }
  }

  private func clear(_ optimizer: Int, _ trial: Int, _ seed: Int) -> Double {
    let share = optimizer == 0 ? 0.5 + 0.02 * Double(seed) : 0.3 + 0.01 * Double(seed)
    return Self.losses(share, trial: trial)
  }

  /// With three seeds the basin of one of the two goes on above the greatest rate.
  private func open(_ open: Int) -> (Int, Int, Int) -> Double {
    { optimizer, trial, seed in
      if optimizer == open, seed < 3 {
        return [9000, 9000, open == 0 ? 2200 : 9000, open == 0 ? 2000 : 2200, 2000][trial]
      }
      return Self.losses(optimizer == 0 ? 0.5 : 0.2 + 0.01 * Double(seed), trial: trial)
    }
  }

  /// The interval of the median of ten values that are d apart ends, after Hettmansperger and Sheather, 0.6576 d
  /// inside of the second one from either end: I = (.97852 − .95) / (.97852 − .89063) = .3244, and
  /// 8 I / (2 + 6 I) = .6576.
  @Test func theTableSaysWhatAWidthIs() throws {
    let table = try text(#"{ "table": "basins" }"#, clear)
    #expect(
      table.hasSuffix(
        """
        <a name="table-1"></a>**Table 1.** Basins of good learning rates on *p*: around the best rate of an optimizer the rates without a gap at which the validation loss is at most 5 % above the best one, linearly between neighbouring trials in the logarithm of the rate and up to the last one before a trial that diverged. Medians over 10 tuning seeds, each column by itself (the best rate of a seed is not that of another, nor of their median loss), of widths with the 95 % interval; the wider, the less a coarse search can miss. Two widths are called practically equal where the interval of their difference lies within 0.1 decades. ([CSV](tables/basins-p.csv), [LaTeX](tables/basins-p.tex))

        | optimizer | best rate |     width in decades |    from |     to | tuning seeds |
        | :-------- | --------: | -------------------: | ------: | -----: | -----------: |
        | a (tuned) |    0.0100 | 1.090 [1.033, 1.147] | 0.00316 | 0.0389 |           10 |
        | b (tuned) |    0.0100 | 0.845 [0.817, 0.873] | 0.00316 | 0.0221 |           10 |

        """), "\(table)")
  }

  @Test func boundsAreSaidInTheTable() throws {
    let table = try text(#"{ "table": "basins" }"#) { optimizer, trial, seed in
      // Six of ten basins of `a` go on above, all of `b` below; one seed of `b` has none.
      if optimizer == 1 { return seed == 9 ? .infinity : [2000, 2050, 9000, 9000, 9000][trial] }
      return seed < 6
        ? [9000, 9000, 2200, 2000, 2000][trial] : Self.losses(0.25, trial: trial)
    }
    let rows = table.split(separator: "\n").filter {
      $0.hasPrefix("| a (") || $0.hasPrefix("| b (")
    }
    #expect(
      rows == [
        "| a (tuned) |     0.100 | at least 1.50 [0.750, ∞] |           0.0316 | at least 1.00 |           10 |",
        "| b (tuned) |  0.000100 |  at least 1.01 [1.01, ∞] | at most 0.000100 |       0.00102 |      9 of 10 |",
      ])
    #expect(
      table.contains(
        "At least, at most: there the basin reaches an end of what was searched, and the interval has no upper "
          + "end where the true width may lie anywhere above. A tuning seed with which no trial came to "
          + "anything has no basin: it counts as the narrowest, and the rates are those of the others."
      ))
  }

  /// The mean difference is .245, the standard deviation .030277; corrected for 70 validation rows over 284
  /// training rows the half width is t(.9875, 9) √(.34648 · .00091667) = 2.6850 · .017822 = .0479.
  @Test func claimsSayWiderAndNarrower() throws {
    #expect(
      try claims([claim("a", "b"), claim("b", "a")], clear) == [
        "**Supported**: on *p* **a (tuned)** has a basin 0.245 [0.197, 0.293] decades wider than **b (tuned)** (10 tuning seeds, adjusted p = 0.0039).",
        "**Contradicted**: on *p* **b (tuned)** has a basin 0.245 [0.197, 0.293] decades narrower than **a (tuned)** (10 tuning seeds, adjusted p = 0.0039).",
      ])
  }

  @Test func claimsSayWhereWidthsAreLowerBounds() throws {
    let wide = try claims([claim("a", "b")], open(0))
    // SciPy: t = 2.5837 with 9 degrees of freedom, .4050 − .3546 = .0504.
    #expect(
      wide == [
        "**Supported**: on *p* **a (tuned)** has a basin at least 0.270 [0.0504, ∞] decades wider than **b (tuned)** (10 tuning seeds, adjusted p = 0.030), where the width of **a (tuned)** (3 of 10) is a lower bound, as its basin reaches an end of what was searched."
      ])
    let narrow = try claims([claim("b", "a")], open(0))
    #expect(
      narrow == [
        "**Contradicted**: on *p* **b (tuned)** has a basin at least 0.270 [0.0504, ∞] decades narrower than **a (tuned)** (10 tuning seeds, adjusted p = 0.030), where the width of **a (tuned)** (3 of 10) is a lower bound, as its basin reaches an end of what was searched."
      ])
    #expect(
      try claims([claim("a", "b")], open(1)) == [
        "**Undecided**: on *p* **a (tuned)** has a basin at most 0.270 [−∞, 0.487] decades wider than **b (tuned)** (10 tuning seeds, adjusted p = 1.0), where the width of **b (tuned)** (3 of 10) is a lower bound, as its basin reaches an end of what was searched, so a search over a wider range would tell more."
      ])
    let both = try claims([claim("a", "b", #", "equal": true"#)]) { optimizer, trial, seed in
      seed < 4 - optimizer
        ? [9000, 9000, 9000, 2200, 2000][trial]
        : Self.losses(0.5 + 0.1 * Double(seed), trial: trial)
    }
    #expect(
      both == [
        "**Undecided**: on *p* **a (tuned)** has a basin 0 [−∞, ∞] decades wider than **b (tuned)** (10 tuning seeds, adjusted p = 1.0), where the widths of **a (tuned)** (4 of 10) and **b (tuned)** (3 of 10) are lower bounds, as their basins reach an end of what was searched, the margin being 0.1 decades."
      ])
  }

  @Test func equalWidthsHaveAMargin() throws {
    let close = try claims([claim("a", "b")]) { optimizer, trial, seed in
      Self.losses(0.5 + 0.001 * Double(seed * (1 - optimizer)), trial: trial)
    }
    #expect(
      close.allSatisfy {
        $0.hasPrefix(
          "**Contradicted**: on *p* both are practically equal, within 0.1 decades: **a (tuned)** has a basin "
        )
      }, "\(close)")
    let far = try claims([claim("a", "b", #", "equal": true"#)], clear)
    #expect(
      far.allSatisfy {
        $0.hasPrefix("**Contradicted**: on *p* **a (tuned)** has a basin 0.245 ")
          && $0.hasSuffix(", adjusted p = 0.0020), the margin being 0.1 decades.")
      }, "\(far)")
  }

  @Test func claimsWithoutValuesSayWhy() throws {
    var few = SearchedExperiment()
    few.seeds = 4
    #expect(
      try claims([claim("a", "b")], experiment: few, clear) == [
        "**Undecided**: on *p* 4 tuning seeds are too few for so many claims."
      ])
    #expect(
      try claims([claim("a", "b")]) { _, _, _ in .infinity } == [
        "**Undecided**: on *p* no search of both found a basin."
      ])
    let half = try claims([claim("a", "b", #", "equal": true"#)]) { optimizer, trial, seed in
      seed < 5 ? .infinity : Self.losses(optimizer == 0 ? 0.5 : 0.51, trial: trial)
    }
    #expect(
      half == [
        "**Undecided**: on *p* with half of the tuning seeds or more one of the two, or both, have no basin."
      ])
    let lost = try claims([claim("b", "a")]) { optimizer, trial, _ in
      optimizer == 0 ? .infinity : Self.losses(0.5, trial: trial)
    }
    #expect(
      lost == [
        "**Supported**: on *p* **b (tuned)** mostly has a basin where **a (tuned)** has none (10 tuning seeds, adjusted p = 0.0020)."
      ])
    var same = SearchedExperiment()
    same.optimizers[1] = #"{ "name": "b", "kind": "adam" }"#
    #expect(
      try claims([claim("a", "b")], experiment: same) { _, trial, _ in
        Self.losses(0.5, trial: trial)
      } == ["**Contradicted**: on *p* the searches of both make the same runs, bit by bit."])
  }

  @Test func placeholdersSayAtLeast() throws {
    let shown =
      #"{ "markdown": "a {{ p/a (tuned)/basin_width/median }}, {{ p/a (tuned)/basin_width/max:2 }}, {{ p/a (tuned)/basin_width/n }}, {{ p/a (tuned)/basin_width/high }}; {{ p/b (tuned)/basin_width/median }}; {{ p/a (tuned)/b (tuned)/basin_width/difference:2 }}, {{ p/a (tuned)/b (tuned)/basin_width/verdict }}" }"#
    let text = try text(shown, open(0))
    #expect(
      text.contains("\na 1.00000, at least 1.5, 10, ∞; 0.745; 0.27, better\n"), "\(text)")
  }

  @Test func figuresSayTuningSeeds() throws {
    let text = try text(
      #"{ "figure": "box_strip", "quantity": "basin_width" }, { "figure": "forest", "quantity": "basin_width" }"#,
      open(0))
    #expect(
      text.contains(
        "**Figure 1.** Basin width on *p*. Box: quartiles and median over 10 tuning seeds; whiskers: the farthest "
          + "seeds within 1.5 times the length of the box; points: every seed. Triangles: lower bounds. 3 of 20 basins reach an end "
          + "of what was searched: their width is at least what is shown. ("), "\(text)")
    #expect(
      text.contains(
        "**Figure 2.** Differences to the best on *p*. Hodges and Lehmann’s estimates over 10 tuning seeds, paired "
          + "by tuning seed, with intervals at the level at which all comparisons of the figure hold together "
          + "at 95 %."))
  }

  /// What a search finds is measured on its tuning seeds.
  @Test func theSectionSaysWhoseSeedsBasinsAreOf() throws {
    let section = #"{ "section": "tuning" }"#
    let ofBasins =
      " Basins of good learning rates, and claims about them, are of the seeds of the trials."
    #expect(try text("\(claim("a", "b")), \(section)", clear).contains(ofBasins))
    #expect(try text(#"{ "table": "basins" }, "# + section, clear).contains(ofBasins))
    #expect(try !text(section, clear).contains("Basins of"))
  }

  /// The margin of widths stands with the others, where widths are compared.
  @Test func theAnswerSaysTheMarginOfWidths() throws {
    func method(_ cells: String) throws -> String {
      let plan = try SmallExperiment.plan(
        """
        { "name": "s", "seeds": 14,
          "problems": [
            { "name": "p", "dataset": "diabetes", "model": "linear", "epochs": 20, "targets": [20] }
          ],
          "optimizers": [{ "name": "a", "kind": "adam" }, { "name": "b", "kind": "sgd" }],
          "tuning": { \(SearchedExperiment.grid) }, "report": { "cells": [\(cells)] } }
        """, cells: .standard)
      let results = ResultSet(
        plan,
        trial: { _, _, _ in
          RunOutcome(
            status: .completed, epochs: 2, steps: 2, gradientEvaluations: 20, trainLoss: 1,
            validationLoss: 1, bestValidationLoss: 1)
        },
        run: { run in SmallExperiment.record([100, run.contender == 0 ? 10 : 50, 10]) })
      let paragraph = MethodStatement(comparison: Comparison(results)).paragraph
      return MarkdownWriter().markdown(Document([.paragraph(paragraph)]))
    }
    #expect(
      try method(claim("a", "b")).contains(
        "lies within 5 % of a time, 1 % of the best RMSE or 0.1 decades of the width of a basin."))
    #expect(
      try method(#"{ "section": "answer" }"#).contains(
        "lies within 5 % of a time or 1 % of the best RMSE."))
  }

  @Test func aTableWithoutBasinsSaysWhatItNeeds() throws {
    var experiment = SearchedExperiment()
    experiment.tuning =
      #""sampler": "random", "trials": 2, "space": { "learning_rate": { "low": 0.1, "high": 1 } }"#
    let text = try text(#"{ "table": "basins" }"#, experiment: experiment) { _, _, _ in 1 }
    #expect(
      text.contains(
        "**Nothing to show:** a table of kind `basins` needs optimizers that are tuned over learning_rate alone, on a logarithmic scale."
      ), "\(text)")
  }
}
