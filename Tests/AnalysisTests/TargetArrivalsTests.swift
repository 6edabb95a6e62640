import ExperimentSupport
import Testing
import Training

@testable import Analysis

@Suite struct TargetArrivalsTests {
  /// The first and the last epoch at which each run can have arrived, by contender and seed.
  private func arrivals(_ goal: Goal, _ runs: [[RunRecord]]) -> [[ClosedRange<Double>?]] {
    ranges(TargetArrivals(goal, runs: runs.map(SmallExperiment.seeded)))
  }

  private func ranges(_ arrivals: TargetArrivals) -> [[ClosedRange<Double>?]] {
    arrivals.epochs.map { epochs in
      zip(epochs.earliest, epochs.values).map { earliest, latest in
        earliest.flatMap { earliest in latest.map { earliest...$0 } }
      }
    }
  }

  @Test func aLossIsReachedAtTheFirstRecordedEpochNotAboveIt() {
    let run = SmallExperiment.record([9, 5, 7, 4], epochs: [0, 10, 20, 30])
    #expect(arrivals(.loss(5), [[run]]) == [[1...10]])
    #expect(arrivals(.loss(4.5), [[run]]) == [[21...30]])
    #expect(arrivals(.loss(3.9), [[run]]) == [[nil]])
    #expect(arrivals(.loss(9), [[run]]) == [[0...0]])
  }

  @Test func theBestLossIsThatOfTheSameSeed() {
    // Seed 1 starts and ends ten times as high: an absolute target would be out of its reach.
    let a = [SmallExperiment.record([100, 30, 20]), SmallExperiment.record([1000, 300, 200])]
    let b = [SmallExperiment.record([100, 20.9, 20.8]), SmallExperiment.record([1000, 220, 209])]
    let expected: [[ClosedRange<Double>?]] = [
      [2...2, 2...2],
      [1...1, 2...2],
    ]
    #expect(arrivals(.timesBest(1.05), [a, b]) == expected)
  }

  @Test func nearZeroTheTargetIsAThousandthOfTheWay() {
    let a = [SmallExperiment.record([1, 0.002, 0.0009, 1e-30])]
    #expect(arrivals(.timesBest(1.05), [a]) == [[2...2]])
  }

  /// Else what only gets worse would be at the target before its first step.
  @Test func whereNoRunGetsBelowItsStartNobodyArrives() {
    let up = [SmallExperiment.record([100, 1e9, 1e200]), SmallExperiment.record([100, 90, 50])]
    let flat = [SmallExperiment.record([100, 100, 100]), SmallExperiment.record([100, 99, 98])]
    let times = TargetArrivals(
      .timesBest(1.05), runs: [up, flat].map(SmallExperiment.seeded))
    #expect(ranges(times) == [[nil, 2...2], [nil, nil]])
    #expect(times.hopelessSeeds == 1 && times.nearSeeds == 0)
    let asked = TargetArrivals(.loss(100), runs: [SmallExperiment.seeded(up)])
    #expect(asked.hopelessSeeds == 0 && asked.epochs[0].values[0] == 0)
  }

  @Test func whereTheStartIsNearTheBestTheTargetIsNineTenthsOfTheWay() {
    let slow = SmallExperiment.record([100, 99.7, 99.2, 99])
    let fast = SmallExperiment.record([100, 99.05, 99, 98.99])
    let times = TargetArrivals(
      .timesBest(1.05), runs: [[slow], [fast]].map(SmallExperiment.seeded))
    // 98.99 + 1.01 / 10 = 99.091.
    #expect(
      ranges(times) == [[3...3], [1...1]])
    #expect(times.nearSeeds == 1)
  }

  @Test func aDivergedRunReachesNoTargetAndSetsNone() {
    let lost = SmallExperiment.record([100, 90, .infinity], status: .diverged)
    let run = SmallExperiment.record([100, 50, 10])
    #expect(
      arrivals(.timesBest(1.05), [[lost], [run]]) == [[nil], [2...2]])
  }
}
