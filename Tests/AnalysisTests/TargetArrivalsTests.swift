import ExperimentSupport
import Testing
import Training

@testable import Analysis

@Suite struct TargetArrivalsTests {
  private func arrivals(
    _ goal: Goal, _ runs: [[RunRecord]], reference: [Double] = []
  ) -> TargetArrivals {
    let losses = Dictionary(
      uniqueKeysWithValues: reference.enumerated().map { (UInt32($0.offset), $0.element) })
    return TargetArrivals(
      goal, runs: runs.map(SmallExperiment.seeded), reference: ReferenceLosses(.optimum, losses))
  }

  /// The first and the last epoch at which each run can have arrived, by contender and seed.
  private func ranges(_ arrivals: TargetArrivals) -> [[ClosedRange<Double>?]] {
    arrivals.epochs.map { epochs in
      zip(epochs.earliest, epochs.values).map { earliest, latest in
        earliest.flatMap { earliest in latest.map { earliest...$0 } }
      }
    }
  }

  @Test func aLossIsReachedAtTheFirstRecordedEpochNotAboveIt() {
    let run = SmallExperiment.record([9, 5, 7, 4], epochs: [0, 10, 20, 30])
    #expect(ranges(arrivals(.loss(5), [[run]])) == [[1...10]])
    #expect(ranges(arrivals(.loss(4.5), [[run]])) == [[21...30]])
    #expect(ranges(arrivals(.loss(3.9), [[run]])) == [[nil]])
    #expect(ranges(arrivals(.loss(9), [[run]])) == [[0...0]])
  }

  /// 99 % of the way from 100 to 10 ends at 10.9, from 1000 to 100 at 109.
  @Test func aShareOfTheWayLeadsFromTheStartToTheReferenceOfTheSeed() {
    let a = [
      SmallExperiment.record([100, 30, 11, 10.9]), SmallExperiment.record([1000, 109.1, 100]),
    ]
    let b = [SmallExperiment.record([100, 10.8]), SmallExperiment.record([1000, 110, 109, 108])]
    #expect(
      ranges(arrivals(.share(0.99), [a, b], reference: [10, 100]))
        == [[3...3, 2...2], [1...1, 2...2]])
    // 90 % ends at 19 and 190.
    #expect(
      ranges(arrivals(.share(0.9), [a, b], reference: [10, 100]))
        == [[2...2, 1...1], [1...1, 1...1]])
  }

  /// Nobody can miss what is not there; but who diverged has failed.
  @Test func seedsWithoutAReferenceBelowTheStartAreLeftOut() {
    let up = [SmallExperiment.record([100, 1e9, 1e200]), SmallExperiment.record([100, 90, 50])]
    let lost = [
      SmallExperiment.record([100, .infinity], status: .diverged),
      SmallExperiment.record([100, 50]),
    ]
    let times = arrivals(.share(0.99), [up, lost], reference: [100, 50])
    #expect(ranges(times) == [[2...2], [nil, 1...1]])
    #expect(times.missingSeeds == 1 && times.seedCount == 2 && !times.isMissing)
    #expect(times.runCount(0) == 1 && times.runCount(1) == 2)
    let unknown = arrivals(.share(0.99), [up])
    #expect(unknown.isMissing && !unknown.isReached && !unknown.isMetAtStart)
  }

  @Test func whatIsMetAtTheStartIsSaidToBe() {
    let runs = [SmallExperiment.record([4, 3]), SmallExperiment.record([4.5, 3])]
    #expect(arrivals(.loss(5), [runs]).isMetAtStart)
    let some = arrivals(.loss(4.2), [runs])
    #expect(!some.isMetAtStart && some.startedThere == 1)
  }

  @Test func aRunThatDivergesHasNotArrivedWhateverItTouched() {
    let lost = SmallExperiment.record([100, 5, .infinity], status: .diverged)
    let run = SmallExperiment.record([100, 50, 10])
    let times = arrivals(.loss(10), [[lost], [run]])
    #expect(ranges(times) == [[nil], [2...2]])
    #expect(times.arrived(0) == 0 && times.arrived(1) == 1)
  }

  @Test func touchingIsNotStayingAndStoppingEarlyIsNotMissing() {
    let leaves = SmallExperiment.record([100, 5, 20])
    let stays = SmallExperiment.record([100, 5, 4])
    let stopped = SmallExperiment.record([100, 50], status: .stopped)
    let times = arrivals(.loss(10), [[leaves, stays], [stopped, stays]])
    #expect(times.staying == [1, 1])
    #expect(times.stoppedBefore == [0, 1])
  }
}
