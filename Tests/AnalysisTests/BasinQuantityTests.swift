import ExperimentSupport
import Experiments
import Statistics
import Testing
import Training

@testable import Analysis

/// The width of a basin as a quantity. The rates are a decade apart, the best loss is 2000, so 2100 ends a
/// basin: half of the way from 2000 to 2200, and a share f of the way from 2000 to 2000 + 100 / f.
@Suite struct BasinQuantityTests {
  /// Around the best rate, 1e-2: half a decade below, `share` of one above.
  private func losses(_ share: Double, trial: Int) -> Double {
    [9000, 2200, 2000, 2000 + 100 / share, .infinity][trial]
  }

  /// Basins of `a` are wider than those of `b` by 0.2 decades and a little, other with each seed.
  private func clear() throws -> Comparison {
    Comparison(
      try SearchedExperiment().results { optimizer, trial, seed in
        losses(
          (optimizer == 0 ? 0.5 + 0.02 * Double(seed) : 0.3 + 0.01 * Double(seed)), trial: trial)
      })
  }

  /// The contenders are a, b, a (tuned) and b (tuned).
  private func claim(_ better: Int, _ than: Int, by: Double? = nil, equal: Bool = false) -> Claim {
    Claim(
      quantity: .basinWidth, better: better, than: than, problems: [0], by: by, isEqual: equal)
  }

  @Test func widthsAreThoseOfEachTuningSeed() throws {
    let problem = try clear().problems[0]
    #expect(problem.contenders.map(\.name) == ["a", "b", "a (tuned)", "b (tuned)"])
    #expect(problem.contenders[0].observations[.basinWidth] == nil)
    let observed = try #require(problem.contenders[2].observations[.basinWidth])
    // Those of tuning, not those of the results, which are 0 to 5.
    #expect(observed.seeds == (0..<10).map { 1_000_000 + $0 })
    for (seed, value) in observed.values.enumerated() {
      #expect(abs(try #require(value) - (1 + 0.02 * Double(seed))) < 1e-12)
    }
    #expect(observed.lowerBounds == 0)
    let basin = try #require(problem.contenders[3].basins?.basins[0])
    // 10^-2.5 and 10^-1.7.
    #expect(abs(basin.low / 3.1622776601683795e-3 - 1) < 1e-12)
    #expect(abs(basin.high / 1.9952623149688797e-2 - 1) < 1e-12)
    #expect(abs(basin.best / 1e-2 - 1) < 1e-12)
    let summary = try #require(problem.contenders[2].summaries[.basinWidth])
    #expect(summary.count == 10 && summary.failures == 0)
    // Between 1.08 and 1.10.
    #expect(abs(summary.median - 1.09) < 1e-12)
  }

  @Test func theWiderIsBetter() throws {
    let comparison = try clear()
    #expect(comparison.problems[0].ranked(by: .basinWidth) == [2, 3])
    #expect(comparison.problems[0].best(by: .basinWidth) == 2)
    let family = comparison.comparisons(by: .basinWidth, on: 0)
    let pair = try #require(family[0, .basinWidth, 2, 3])
    #expect(family.comparisons.count == 1 && pair.verdict == .better && !pair.isRatio)
    // Differences of 0.20, 0.21, … 0.29: the median of their pairwise means.
    #expect(abs(pair.effect - 0.245) < 1e-12)
    #expect(family[0, .basinWidth, 3, 2]?.verdict == .worse)
  }

  @Test func claimsAreJudgedInDecades() throws {
    let judged = try clear().judged([
      claim(2, 3), claim(3, 2), claim(2, 3, by: 0.1), claim(2, 3, by: 0.5),
      claim(2, 3, equal: true),
    ])
    #expect(
      judged.map(\.verdict) == [
        .supported, .contradicted, .supported, .contradicted, .contradicted,
      ])
    #expect(judged[0].parts[0].count == 10 && !judged[0].parts[0].isRatio)
  }

  /// Widths that differ by less than a tenth of a decade.
  @Test func aTenthOfADecadeIsPracticallyEqual() throws {
    let comparison = Comparison(
      try SearchedExperiment().results { optimizer, trial, seed in
        losses(0.3 + (optimizer == 0 ? 0.02 + 0.005 * Double(seed) : 0), trial: trial)
      })
    #expect(comparison.judged([claim(2, 3, equal: true)])[0].verdict == .supported)
    #expect(comparison.judged([claim(2, 3)])[0].parts[0].reason == .equal)
  }

  /// Validation rows are of one table: differences that scatter need the corrected test, too. The signs
  /// agree with all ten seeds, which is p = 2^-9; 70 of 284 rows make the other p larger.
  @Test func allSeedsShareOneTable() throws {
    let comparison = Comparison(
      try SearchedExperiment().results { optimizer, trial, seed in
        losses(optimizer == 0 ? 0.3 + (seed == 0 ? 0.6 : 0.01 * Double(seed)) : 0.3, trial: trial)
      })
    let pair = try #require(
      comparison.comparisons(by: .basinWidth, on: 0)[0, .basinWidth, 2, 3])
    #expect(abs(pair.seedsProbability - 2.0 / 1024) < 1e-15)
    #expect(try #require(pair.dataProbability) > 0.05 && pair.verdict == .undecided)
  }

  /// With three seeds the best rate of one of the two is the greatest: the basin of `a` begins one and a half
  /// decades below it, that of `b` half a decade.
  private func open(_ optimizer: Int) throws -> Comparison {
    Comparison(
      try SearchedExperiment().results { one, trial, seed in
        if one == optimizer, seed < 3 {
          return [9000, 9000, one == 0 ? 2200 : 9000, one == 0 ? 2000 : 2200, 2000][trial]
        }
        return losses(one == 0 ? 0.5 : 0.2 + 0.01 * Double(seed), trial: trial)
      })
  }

  @Test func aBasinAtTheEdgeIsALowerBound() throws {
    let wide = try open(0)
    let observed = try #require(wide.problems[0].contenders[2].observations[.basinWidth])
    #expect(observed.lowerBounds == 3)
    #expect(observed.greatest[0] == .infinity && abs(observed.values[0]! - 1.5) < 1e-12)
    #expect(observed.greatest[3] == observed.values[3])
    // The third largest of ten is below the upper end, the second largest may be anything.
    let summary = try #require(wide.problems[0].contenders[2].summaries[.basinWidth])
    #expect(abs(summary.median - 1) < 1e-12 && summary.interval?.high == .infinity)
    #expect(abs(try #require(summary.interval).low - 1) < 1e-12)
    // However wide it is, it is the wider one.
    #expect(wide.judged([claim(2, 3)])[0].verdict == .supported)
    // What is narrower as far as it was searched may be any wider: nothing is known.
    let narrow = try open(1)
    #expect(narrow.problems[0].contenders[3].observations[.basinWidth]?.lowerBounds == 3)
    #expect(narrow.judged([claim(2, 3)])[0].verdict == .undecided)
  }

  @Test func whereEveryTrialDivergedThereIsNoBasin() throws {
    let comparison = Comparison(
      try SearchedExperiment().results { optimizer, trial, seed in
        optimizer == 0 && seed < 4 ? .infinity : losses(0.5, trial: trial)
      })
    let summary = try #require(comparison.problems[0].contenders[2].summaries[.basinWidth])
    #expect(summary.count == 10 && summary.failures == 4)
    #expect(abs(summary.median - 1) < 1e-12 && summary.interval?.low == -.infinity)
    #expect(comparison.problems[0].ranked(by: .basinWidth) == [3, 2])
  }

  @Test func sameSearchesAreTheSame() throws {
    var experiment = SearchedExperiment()
    experiment.optimizers[1] = #"{ "name": "b", "kind": "adam" }"#
    let comparison = Comparison(try experiment.results { _, trial, _ in losses(0.5, trial: trial) })
    #expect(comparison.judged([claim(2, 3)])[0].parts[0].reason == .same)
    // The evaluation runs here are the same in any case; that says nothing of the searches.
    #expect(try clear().judged([claim(2, 3)])[0].parts[0].reason == .effect)
  }

  /// Near 0 a share of the best loss is nothing: 5 % of the way back to the start counts.
  @Test func tinyLossesAreMeasuredByTheProgress() throws {
    #expect(
      LearningRateBasins.measure([[1, 0.0001]], starts: [1, 1], isFunction: false) == .ofProgress)
    #expect(
      LearningRateBasins.measure([[1, 0.00011]], starts: [1, 1], isFunction: false) == .ofBest)
    #expect(LearningRateBasins.measure([[1]], starts: [nil], isFunction: false) == .ofBest)
    #expect(LearningRateBasins.measure([[0]], starts: [nil], isFunction: false) == .ofProgress)
    var experiment = SearchedExperiment()
    // Beale's function is 14.203125 at (0, 0): 1.5² + 2.25² + 2.625². So 5 % of the way back from 1 are
    // 0.66015625: half of the way from 1 to 2.3203125, a quarter of the way to 3.640625.
    experiment.problems = [
      #"{ "name": "p", "model": { "kind": "beale", "start": [0, 0] }, "epochs": 2 }"#
    ]
    let comparison = Comparison(
      try experiment.results { _, trial, _ in [9, 2.3203125, 1, 3.640625, 9][trial] })
    let basins = try #require(comparison.problems[0].contenders[2].basins)
    // Nothing depends on the seed: there is one.
    #expect(basins.measure == .ofProgress && basins.seeds.count == 1)
    #expect(abs(try #require(basins.widths.values[0]) - 0.75) < 1e-12)
  }

  /// The row of a tuned optimizer is one of several studies: its basins are those of that study.
  @Test func ofSeveralStudiesTheChosenOneCounts() throws {
    var experiment = SearchedExperiment()
    experiment.tuning =
      #""sampler": { "kind": "random", "seed": 1 }, "trials": 5, "studies": 3, "#
      + SearchedExperiment.space
    let comparison = Comparison(
      try experiment.results { search, _, trial, _ in
        // The study in the middle by its best value is the one numbered 2.
        Double(2000 + [10, 0, 5][search.study] + 1000 * trial)
      })
    let chosen = try #require(
      comparison.results.searches.first { $0.isChosen && $0.search.contender == 2 })
    #expect(chosen.search.study == 2)
    let best = try #require(comparison.problems[0].contenders[2].basins?.basins[0]?.best)
    #expect(best == chosen.trials[0].point[0])
  }

  @Test func onlyARateAloneOnALogarithmicScaleHasABasin() throws {
    var experiment = SearchedExperiment()
    experiment.optimizers = [
      #"{ "name": "a", "kind": "adam" }"#,
      #"{ "name": "b", "kind": "sgd", "space": { "learning_rate": { "low": 0.1, "high": 1 } } }"#,
      #"{ "name": "c", "kind": "adam", "space": { "beta1": { "low": 0.5, "high": 0.9 } } }"#,
      #"{ "name": "d", "kind": "adam", "space": {} }"#,
    ]
    experiment.tuning = experiment.tuning.replacing("\"trials\": 5", with: "\"trials\": 25")
    let results = try experiment.results { _, _, _, _ in 2000 }
    let obstacles = results.plan.spec.optimizers.map(\.basinObstacle)
    #expect(
      obstacles == [
        .notTuned, .notTuned, .notTuned, .notTuned, nil, .linearScale,
        .otherKeys(["learning_rate", "beta1"]),
      ])
    #expect(
      Comparison(results).problems[0].contenders.filter { $0.basins != nil }.map(\.name)
        == ["a (tuned)"])
  }

  /// One pair a problem: six problems on tables of their own, `a` wider on all; where `b` may be wider on
  /// one of them nothing is told.
  @Test(arguments: [false, true])
  func acrossProblemsMediansAreCompared(isOpen: Bool) throws {
    var experiment = SearchedExperiment()
    experiment.problems = (0..<6).map {
      #"{ "name": "p\#($0)", "dataset": { "kind": "regression", "samples": 40, "features": 2, "noise": 1, "seed": \#($0) }, "model": "linear", "epochs": 2 }"#
    }
    let comparison = Comparison(
      try experiment.results { search, optimizer, trial, _ in
        if isOpen, optimizer == 1, search.problem == 0, trial >= 3 { return 2000 }
        let share = optimizer == 0 ? 0.5 + 0.05 * Double(search.problem) : 0.2
        return losses(share, trial: trial)
      })
    var claim = claim(2, 3)
    claim.problems = Array(0..<6)
    claim.isAcross = true
    let judged = comparison.judged([claim])[0]
    #expect(judged.verdict == (isOpen ? .undecided : .supported))
    if !isOpen { #expect(abs(try #require(judged.parts[0].effect) - 0.425) < 1e-12) }
  }
}
