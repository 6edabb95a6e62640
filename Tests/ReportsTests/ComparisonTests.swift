import Testing
import Training

@testable import Analysis
@testable import Experiments
import Specs
@testable import Reports
@testable import Statistics

@Suite struct TimeToTargetTests {
  private func arrivals(
    _ goal: TimeToTarget.Goal, _ runs: [[RunRecord]]
  ) -> [[TimeToTarget.Arrival?]] {
    TimeToTarget(goal, records: runs.map { $0[...] }).arrivals
  }

  @Test func aLossIsReachedAtTheFirstRecordedEpochNotAboveIt() {
    let run = SmallExperiment.record([9, 5, 7, 4], epochs: [0, 10, 20, 30])
    #expect(arrivals(.loss(5), [[run]]) == [[.init(earliest: 1, latest: 10)]])
    #expect(arrivals(.loss(4.5), [[run]]) == [[.init(earliest: 21, latest: 30)]])
    #expect(arrivals(.loss(3.9), [[run]]) == [[nil]])
    #expect(arrivals(.loss(9), [[run]]) == [[.init(earliest: 0, latest: 0)]])
  }

  @Test func theBestLossIsThatOfTheSameSeed() {
    // Seed 1 starts and ends ten times as high: an absolute target would be out of its reach.
    let a = [SmallExperiment.record([100, 30, 20]), SmallExperiment.record([1000, 300, 200])]
    let b = [SmallExperiment.record([100, 20.9, 20.8]), SmallExperiment.record([1000, 220, 209])]
    let expected: [[TimeToTarget.Arrival?]] = [
      [.init(earliest: 2, latest: 2), .init(earliest: 2, latest: 2)],
      [.init(earliest: 1, latest: 1), .init(earliest: 2, latest: 2)],
    ]
    #expect(arrivals(.timesBest(1.05), [a, b]) == expected)
  }

  @Test func nearZeroTheTargetIsAThousandthOfTheWay() {
    let a = [SmallExperiment.record([1, 0.002, 0.0009, 1e-30])]
    #expect(arrivals(.timesBest(1.05), [a]) == [[.init(earliest: 2, latest: 2)]])
  }

  /// Else what only gets worse would be at the target before its first step.
  @Test func whereNoRunGetsBelowItsStartNobodyArrives() {
    let up = [SmallExperiment.record([100, 1e9, 1e200]), SmallExperiment.record([100, 90, 50])]
    let flat = [SmallExperiment.record([100, 100, 100]), SmallExperiment.record([100, 99, 98])]
    let times = TimeToTarget(.timesBest(1.05), records: [up[...], flat[...]])
    #expect(times.arrivals == [[nil, .init(earliest: 2, latest: 2)], [nil, nil]])
    #expect(times.hopelessSeeds == 1 && times.nearSeeds == 0)
    #expect(times.exceptions.hasPrefix(" With 1 of 2 seeds no run got below the loss"))
    let asked = TimeToTarget(.loss(100), records: [up[...]])
    #expect(asked.hopelessSeeds == 0 && asked.arrivals[0][0]?.latest == 0)
  }

  @Test func whereTheStartIsNearTheBestTheTargetIsNineTenthsOfTheWay() {
    let slow = SmallExperiment.record([100, 99.7, 99.2, 99])
    let fast = SmallExperiment.record([100, 99.05, 99, 98.99])
    let times = TimeToTarget(.timesBest(1.05), records: [[slow], [fast]])
    // 98.99 + 1.01 / 10 = 99.091.
    #expect(
      times.arrivals == [[.init(earliest: 3, latest: 3)], [.init(earliest: 1, latest: 1)]])
    #expect(times.nearSeeds == 1)
    #expect(times.exceptions.hasPrefix(" With the one seed the start lies within that"))
  }

  @Test func aDivergedRunReachesNoTargetAndSetsNone() {
    let lost = SmallExperiment.record([100, 90, .infinity], status: .diverged)
    let run = SmallExperiment.record([100, 50, 10])
    #expect(
      arrivals(.timesBest(1.05), [[lost], [run]]) == [[nil], [.init(earliest: 2, latest: 2)]])
  }
}

@Suite struct CurveBandTests {
  @Test func quartilesAreTakenAtEqualEpochs() {
    let runs = (0..<5).map { SmallExperiment.record([100, Double($0)]) }
    let band = CurveBand(runs[...], grid: [0, 1]) { $0.trainLoss }
    #expect(band.epochs == [0, 1])
    #expect(band.lower == [100, 1])
    #expect(band.median == [100, 2])
    #expect(band.upper == [100, 3])
  }

  @Test func aStoppedRunKeepsItsLastLossAndADivergedOneCountsAsInfinite() {
    let runs = [
      SmallExperiment.record([9, 5], status: .stopped),
      SmallExperiment.record([9, 8, 7, 6]),
      SmallExperiment.record([9, 8, .nan], status: .diverged),
    ]
    let band = CurveBand(runs[...], grid: CurveBand.grid(of: [runs[...]])) { $0.trainLoss }
    #expect(band.epochs == [0, 1, 2, 3])
    #expect(band.median == [9, 8, 7, 6])
    #expect(band.upper == [9, 8, .infinity, .infinity])
    #expect(band.lower == [9, 6.5, 6, 5.5])
  }

  @Test func withoutAValidationSetThereIsNoBand() {
    var run = SmallExperiment.record([9, 5])
    for index in run.curve.indices { run.curve[index].validationLoss = nil }
    #expect(CurveBand([run], grid: [0, 1]) { $0.validationLoss }.epochs.isEmpty)
  }
}

@Suite struct DuelTests {
  @Test func verdictsFollowFromTheInterval() {
    #expect(Verdict(Interval(low: 0.5, high: 0.9), neutral: 1) == .less)
    #expect(Verdict(Interval(low: 1.1, high: 2), neutral: 1) == .more)
    #expect(Verdict(Interval(low: 0.5, high: 1), neutral: 1) == .undecided)
    #expect(Verdict(nil, neutral: 1) == .tooFewSeeds)
  }

  /// A difference within the gap between recorded epochs is no clear difference, however many seeds
  /// show it.
  @Test func recordedEpochsTellNoMoreThanTheyCan() throws {
    func runs(_ arrival: Int) -> [RunRecord] {
      (0..<20).map { _ in
        SmallExperiment.record([100, 50, arrival == 10 ? 10 : 20, 10], epochs: [0, 5, 10, 15])
      }
    }
    let comparison = Comparison(
      try SmallExperiment.results(runs(10), runs(15), targets: "[10]", epochs: 15))
    let problem = try #require(comparison.problems.first)
    let ratio = try #require(
      problem.ratio(target: 0, of: 0, to: 1, bootstrap: comparison.bootstrap))
    #expect(ratio.median == 10.0 / 15)
    #expect(ratio.interval == Interval(low: 6.0 / 15, high: 10.0 / 11))
    let same = try #require(problem.ratio(target: 0, of: 0, to: 0, bootstrap: comparison.bootstrap))
    #expect(same.interval?.contains(1) == true)
  }

  @Test func theFastestIsNilWhenNobodyArrivesInHalfOfItsRuns() throws {
    let a = (0..<6).map { SmallExperiment.record([100, $0 < 2 ? 1 : 50]) }
    let b = (0..<6).map { _ in SmallExperiment.record([100, 50]) }
    let comparison = Comparison(try SmallExperiment.results(a, b, targets: "[10]"))
    #expect(comparison.problems.first?.fastest(target: 0) == nil)
  }
}
