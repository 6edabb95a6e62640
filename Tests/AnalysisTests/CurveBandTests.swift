import ExperimentSupport
import Testing
import Training

@testable import Analysis

@Suite struct CurveBandTests {
  @Test func quartilesAreTakenAtEqualEpochs() {
    let runs = (0..<5).map { SmallExperiment.record([100, Double($0)]) }
    let band = CurveBand(SmallExperiment.seeded(runs), grid: [0, 1]) { $0.trainLoss }
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
    let band = CurveBand(
      SmallExperiment.seeded(runs), grid: CurveBand.grid(of: [SmallExperiment.seeded(runs)])
    ) { $0.trainLoss }
    #expect(band.epochs == [0, 1, 2, 3])
    #expect(band.median == [9, 8, 7, 6])
    #expect(band.upper == [9, 8, .infinity, .infinity])
    #expect(band.lower == [9, 6.5, 6, 5.5])
  }

  @Test func aMeanEndsWhereARunDiverges() {
    let runs = [
      SmallExperiment.record([9, 1, 1]), SmallExperiment.record([9, 3, 3]),
      SmallExperiment.record([9, 5, .nan], status: .diverged),
    ]
    let band = CurveBand(
      SmallExperiment.seeded(runs), grid: [0, 1, 2], statistic: .meanAndDeviation
    ) { $0.trainLoss }
    // The deviation of 1, 3 and 5 is √(8 / 2).
    #expect(band.median == [9, 3, .infinity])
    #expect(band.lower == [9, 1, .infinity])
    #expect(band.upper == [9, 5, .infinity])
  }

  @Test func withoutAValidationSetThereIsNoBand() {
    var run = SmallExperiment.record([9, 5])
    for index in run.curve.indices { run.curve[index].validationLoss = nil }
    #expect(
      CurveBand(SmallExperiment.seeded([run]), grid: [0, 1]) { $0.validationLoss }.epochs.isEmpty)
  }
}
