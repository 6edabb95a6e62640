import Datasets
import Testing

@Suite struct ScalingTests {
  /// Rounding in another order of sums moves the reference by a few ulps.
  private let tolerance = 1e-13

  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  @Test func trainingRowsGiveStandardScalersMeansAndScales() throws {
    var dataset = try BundledDataset.diabetesRaw.load()
    let training = try reference("split.txt")[0].dropFirst().compactMap { Int($0) }
    let expected = try reference("scaling.txt").map { $0.map(double) }
    let features = dataset.standardizeFeatures(trainingRows: training)
    let fitted = dataset.standardizeTarget(trainingRows: training)
    let scaling = try #require(features)
    let target = try #require(fitted)
    for column in 0..<10 {
      #expect(isClose(scaling.means[column], expected[0][column]))
      #expect(isClose(scaling.scales[column], expected[1][column]))
      #expect(isClose((dataset.features.dense ?? [])[50 + column], expected[3][column]))
    }
    #expect(isClose(target.means[0], expected[2][0]))
    #expect(isClose(target.scales[0], expected[2][1]))
  }

  @Test func aColumnThatIsConstantInTrainingIsOnlyCentred() {
    // The mean of three tenths is not a tenth when it is computed.
    var values = [0.1, 0.1, 0.1, 7]
    let scaling = Scaling.fit(values, columnCount: 1, rows: [0, 1, 2])
    #expect(scaling == Scaling(means: [0.1], scales: [1]))
    scaling.apply(to: &values)
    #expect(values == [0, 0, 0, 6.9])
  }

  @Test(arguments: [1e-307, 1e-200, 1, 1e200, 1e308])
  func extremeNumbersNeitherOverflowNorVanish(unit: Double) {
    var values = [1, -1, 1, -1].map { $0 * unit }
    let scaling = Scaling.fit(values, columnCount: 1, rows: [0, 1, 2, 3])
    #expect(scaling == Scaling(means: [0], scales: [unit]))
    scaling.apply(to: &values)
    #expect(values == [1, -1, 1, -1])
  }

  @Test func classesAreNotScaled() {
    var dataset = Dataset(
      name: "x", exampleCount: 2, featureNames: ["a"], features: .dense([1, 2]),
      target: .classes([0, 1], names: ["a", "b"]),
      provenance: Provenance(source: "x", sha256: ""))
    #expect(dataset.standardizeTarget(trainingRows: [0, 1]) == nil)
  }
}
