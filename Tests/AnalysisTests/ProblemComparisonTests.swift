import ExperimentSupport
import Experiments
import Models
import Statistics
import Testing
import Training

@testable import Analysis

@Suite struct ProblemComparisonTests {
  /// A run that arrives at a loss of 10 at an epoch.
  private func run(_ arrival: Int, metric: Double = 1) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 100 : 10 }, metric: metric)
  }

  private func comparison(
    _ runs: [[RunRecord]], report: String = "{}"
  ) throws -> Comparison {
    Comparison(
      try SmallExperiment.results(
        runs.enumerated().map { (name: "\($0.offset)", records: $0.element) }, targets: "[10]",
        epochs: 20, report: report))
  }

  /// Ten of ten pairs have the ratio one half: p = 2/1024 for the time, and of the two comparisons the
  /// other is of equal metrics.
  @Test func aClearWinnerIsClear() throws {
    let comparison = try comparison([(0..<10).map { _ in run(5) }, (0..<10).map { _ in run(10) }])
    let time = try #require(comparison.family[0, .epochsToTarget, 0, 1])
    #expect(time.verdict == .better && time.isRatio)
    #expect(abs(time.effect - 0.5) < 1e-12)
    #expect(time.probability == 2 / 1024.0 && time.adjustedProbability == 4 / 1024.0)
    let turned = try #require(comparison.family[0, .epochsToTarget, 1, 0])
    #expect(turned.verdict == .worse && abs(turned.effect - 2) < 1e-12)
    // Metrics that agree with every seed are equal; only runs can be the same.
    #expect(comparison.family[0, .testMetric, 0, 1]?.verdict == .equal)
    #expect(comparison.family.size == 2)
    #expect(comparison.timeOutcome(on: 0) == .winner(0))
    #expect(comparison.metricOutcome(on: 0) == .equal)
  }

  /// On most seeds the two are equal, and where they are not the first one is faster: the effect is none,
  /// but p = 2/128 for the time.
  @Test(arguments: [24, 94]) func theSideOfASeldomEffectIsThatOfItsRanks(_ equal: Int) throws {
    let one = (0..<equal + 7).map { run($0 < 7 ? 5 : 10) }
    let comparison = try comparison([one, (0..<equal + 7).map { _ in run(10) }])
    let time = try #require(comparison.family[0, .epochsToTarget, 0, 1])
    #expect(time.probability == 2 / 128.0 && time.verdict == .better)
    let interval = try #require(time.interval)
    #expect(interval.low <= interval.high && interval.high < 1)
    // An estimate of "no effect" would contradict the verdict: it is held within the interval.
    #expect(interval.contains(time.effect))
  }

  /// With 8 seeds p is at least 1/128, which 28 comparisons of two quantities cannot use: 12 would do.
  @Test func tooFewSeedsAreSaidToBe() throws {
    let runs = (0..<8).map { optimizer in (0..<8).map { run(3 + optimizer, metric: Double($0)) } }
    let comparison = try comparison(runs)
    #expect(comparison.family.size == 56 && comparison.family.fewestSeeds == 12)
    #expect(comparison.timeOutcome(on: 0) == .tooFewSeeds)
  }

  @Test func aDifferenceWithinTheMarginIsNoneHoweverSure() throws {
    // Epochs 100 and 104 would differ by 4 %; 20 and 20 by nothing: metrics tell it here.
    let one = (0..<12).map { run(10, metric: 2 + 0.1 * Double($0 % 3)) }
    let other = (0..<12).map { run(10, metric: 2.01 + 0.1 * Double($0 % 3)) }
    let equal = try comparison([one, other])
    #expect(equal.family[0, .testMetric, 0, 1]?.verdict == .equal)
    #expect(equal.metricOutcome(on: 0) == .equal)
    let strict = try comparison([one, other], report: #"{"margin": {"rmse": 0.001}}"#)
    #expect(strict.family[0, .testMetric, 0, 1]?.verdict == .better)
    #expect(strict.metricOutcome(on: 0) == .winner(0))
  }

  /// A difference with every seed, but one that the rows all seeds share could have made: of 88 test and
  /// 284 training rows the corrected variance is that of one part in three, whatever the seeds.
  @Test func aMetricNeedsBothTests() throws {
    let one = (0..<20).map { run(10, metric: 2 + 0.1 * Double($0 % 3)) }
    let other = (0..<20).map { seed in
      run(10, metric: 2.05 + 0.1 * Double(seed % 3) + (seed % 4 == 0 ? 0.5 : 0))
    }
    let pair = try #require(try comparison([one, other]).family[0, .testMetric, 0, 1])
    #expect(pair.seedsProbability < 1e-5)
    let data = try #require(pair.dataProbability)
    #expect(data > 0.1 && pair.probability == data)
    #expect(pair.verdict == .undecided)
    #expect(try #require(pair.interval).contains(0) && pair.outlook == .data)
  }

  @Test func aVerdictThatHangsOnOneSeedIsFragile() throws {
    // p of all: one contrary pair of rank 1 among 8, 4/256; without the farthest 4/128 = .031, above the
    // .025 that the two comparisons share.
    let one = (0..<8).map { run($0 == 0 ? 12 : 10 - $0) }
    let other = (0..<8).map { _ in run(11) }
    let fragile = try #require(try comparison([one, other]).family[0, .epochsToTarget, 0, 1])
    #expect(fragile.probability == 4 / 256.0 && fragile.verdict == .better && fragile.isFragile)
    #expect(fragile.reversed.isFragile)
    let clear = try #require(
      try comparison([(0..<12).map { _ in run(5) }, (0..<12).map { _ in run(9) }])
        .family[0, .epochsToTarget, 0, 1])
    #expect(clear.verdict == .better && !clear.isFragile)
    // Where one seed fewer could carry nothing at all no verdict is marked.
    let least = try #require(
      try comparison([(0..<7).map { _ in run(5) }, (0..<7).map { _ in run(9) }])
        .family[0, .epochsToTarget, 0, 1])
    #expect(least.verdict == .better && !least.isFragile)
  }

  @Test func aHigherAccuracyIsBetter() throws {
    let high = (0..<12).map { run(10, metric: 0.9 + 0.001 * Double($0 % 3)) }
    let low = (0..<12).map { run(10, metric: 0.7 + 0.001 * Double($0 % 4)) }
    let lost = (0..<12).map { _ in SmallExperiment.record([100, .infinity], status: .diverged) }
    let comparison = Comparison(
      try SmallExperiment.results(
        [("a", low), ("b", high), ("c", lost)], targets: "[10]", epochs: 20,
        data: #""dataset": "iris", "model": "softmax""#))
    #expect(comparison.metricOutcome(on: 0) == .winner(1))
    #expect(comparison.family[0, .testMetric, 1, 0]?.verdict == .better)
    #expect(abs(try #require(comparison.family[0, .testMetric, 1, 0]).effect - 0.2) < 0.003)
    #expect(comparison.family[0, .testMetric, 0, 2]?.verdict == .better)
    #expect(comparison.standing(on: 0, by: .testMetric).order == [1, 0, 2])
  }

  /// Seeds must not mix two references: with one optimum missing all take the first optimizer's end.
  @Test func theReferenceIsTheOptimumWhereItIsKnownForEverySeed() throws {
    let runs = (0..<6).map { _ in run(5) }
    let results = try SmallExperiment.results(runs, runs, epochs: 20)
    func comparison(_ least: [Double?]) throws -> ProblemComparison {
      var records: [PlannedRun: RunRecord] = [:]
      for run in results.plan.runs { records[run] = results[run] }
      let yardsticks = zip(results.plan.seeds, least).map {
        ($0, Yardsticks(optimum: $1.map { Optimum(loss: $0) }, trivialMetric: nil))
      }
      let known = ResultSet(
        plan: results.plan, records: records,
        yardsticks: Dictionary(uniqueKeysWithValues: yardsticks))
      return try #require(Comparison(known).problems.first)
    }
    let known = try comparison(Array(repeating: 9, count: 6))
    #expect(known.reference.kind == .optimum)
    // 99 % of the way from 100 to 9 ends at 9.91, which nobody reaches; 90 % at 18.1.
    #expect(known.answerTarget == 1)
    let mixed = try comparison([9, 9, 9, nil, 9, 9])
    #expect(mixed.reference.kind == .contender(0) && mixed.answerTarget == 0)
  }

  /// A run that diverged leaves no loss to refer to.
  @Test func theReferenceIsWhoDivergesLeast() throws {
    let lost = SmallExperiment.record([100, .infinity], status: .diverged)
    let some = (0..<6).map { $0 < 2 ? lost : run(5) }
    let none = (0..<6).map { _ in run(8) }
    func reference(_ runs: [[RunRecord]], problem: String = "") throws -> ReferenceLosses.Kind {
      let results = try SmallExperiment.results(
        runs.enumerated().map { (name: "\($0.offset)", records: $0.element) }, epochs: 20,
        problem: problem)
      return try #require(Comparison(results).problems.first).reference.kind
    }
    #expect(try reference([some, none, none]) == .contender(1))
    #expect(try reference([none, some]) == .contender(0))
    #expect(try reference([some, some]) == .contender(0))
    // Who is asked for by name stays.
    #expect(try reference([some, none], problem: #""reference": "0","#) == .contender(0))
  }

  /// Data without noise leave nothing but rounding: no difference of it matters.
  @Test func errorsBelowAllMeasureAreEqual() throws {
    let one = (0..<12).map { run(10, metric: 1e-16 * Double(1 + $0 % 3)) }
    let other = (0..<12).map { run(10, metric: 1e-9 * Double(1 + $0 % 3)) }
    let results = try SmallExperiment.results(one, other, targets: "[10]", epochs: 20)
    var records: [PlannedRun: RunRecord] = [:]
    for run in results.plan.runs { records[run] = results[run] }
    let yardsticks = Yardsticks(optimum: nil, trivialMetric: 1)
    let measured = ResultSet(
      plan: results.plan, records: records,
      yardsticks: Dictionary(uniqueKeysWithValues: results.plan.seeds.map { ($0, yardsticks) }))
    #expect(Comparison(measured).family[0, .testMetric, 0, 1]?.verdict == .equal)
    #expect(Comparison(results).family[0, .testMetric, 0, 1]?.verdict == .better)
  }

  @Test func familiesAreAsLargeAsIsAskedFor() throws {
    let runs = (0..<4).map { optimizer in (0..<8).map { run(3 + optimizer, metric: Double($0)) } }
    #expect(try comparison(runs).family.size == 12)
    let alone = try comparison(runs, report: #"{"family": "problem"}"#)
    #expect(alone.family.size == 6 && alone.family.comparisons.count == 12)
    #expect(alone.timeOutcome(on: 0) == .winner(0))
    let against = try comparison(runs, report: #"{"baseline": "1"}"#)
    #expect(against.family.size == 6)
    guard case .against(let standing) = against.timeOutcome(on: 0) else {
      Issue.record("no baseline")
      return
    }
    #expect(standing.baseline == 1 && standing.better == [0] && standing.worse == [2, 3])
  }

  /// Nobody leads by a median alone: the one with the best median is clearly beaten by the paired test.
  @Test func leadersAreThoseWhomNobodyClearlyBeats() throws {
    // b is one epoch faster than a with every seed but two; c is far behind with all.
    let a = (0..<20).map { run(8 + $0 % 4) }
    let b = (0..<20).map { run($0 < 1 ? 20 : 7 + $0 % 4) }
    let c = (0..<20).map { _ in run(20) }
    let comparison = try comparison([a, b, c])
    guard case .winner(1) = comparison.timeOutcome(on: 0) else {
      Issue.record("\(comparison.timeOutcome(on: 0))")
      return
    }
    #expect(comparison.standing(on: 0, by: .epochsToTarget).order == [1, 0, 2])
  }

  /// A difference within the gap between recorded epochs is no clear difference, however many seeds
  /// show it.
  @Test func recordedEpochsTellNoMoreThanTheyCan() throws {
    func runs(_ arrival: Int) -> [RunRecord] {
      (0..<20).map { _ in
        SmallExperiment.record([100, 50, arrival == 10 ? 10 : 20, 10], epochs: [0, 5, 10, 15])
      }
    }
    let apart = Comparison(
      try SmallExperiment.results(runs(10), runs(15), targets: "[10]", epochs: 15))
    let ratio = try #require(apart.family[0, .epochsToTarget, 0, 1])
    #expect(abs(ratio.effect - 10.0 / 15) < 1e-12 && ratio.verdict == .better)
    let interval = try #require(ratio.interval)
    #expect(abs(interval.low - 6.0 / 15) < 1e-12 && abs(interval.high - 10.0 / 11) < 1e-12)
    func shifted(_ epochs: [Int]) -> [RunRecord] {
      (0..<20).map { _ in SmallExperiment.record([100, 50, 10], epochs: epochs) }
    }
    // Both can have arrived anywhere after epoch 5.
    let close = Comparison(
      try SmallExperiment.results(
        shifted([0, 5, 10]), shifted([0, 5, 11]), targets: "[10]", epochs: 11))
    #expect(close.family[0, .epochsToTarget, 0, 1]?.verdict == .undecided)
  }

  @Test func theFastestIsNilWhenNobodyArrivesInHalfOfItsRuns() throws {
    let a = (0..<6).map { SmallExperiment.record([100, $0 < 2 ? 1 : 50]) }
    let b = (0..<6).map { _ in SmallExperiment.record([100, 50]) }
    let comparison = Comparison(try SmallExperiment.results(a, b, targets: "[10]"))
    #expect(comparison.problems.first?.best(by: .epochsToTarget) == nil)
    #expect(comparison.problems.first?.expectedRunningTime(of: 0, to: 0) == 3)
  }

  @Test func theAnswerIsAboutTheHardestTargetThatSomebodyReached() throws {
    let runs = (0..<6).map { _ in run(5) }
    let results = try SmallExperiment.results(runs, runs, targets: "[1e-6, 50, 20]", epochs: 20)
    let problem = try #require(Comparison(results).problems.first)
    #expect(problem.targets.map(\.goal) == [.loss(1e-6), .loss(20), .loss(50)])
    #expect(problem.answerTarget == 1 && problem.targetsByDifficulty == [2, 1, 0])
  }
}
