import Datasets
import Diagnostics
import Testing

@Suite struct SyntheticTableTests {
  /// The lines after a name in `synthetic.txt`, as numbers.
  private func expected(_ name: String, _ count: Int) throws -> [[Double]] {
    let lines = try reference("synthetic.txt")
    let start = try #require(lines.firstIndex { $0 == [name] })
    return lines[start + 1...start + count].map { $0.compactMap(Double.init) }
  }

  /// Powers and logarithms of the reference are those of its C library, which may differ in the
  /// last bits: relative to the largest value, 1e-14 is 45 units in the last place of 1.
  private func isClose(_ values: [Double], _ expected: [Double]) -> Bool {
    let scale = expected.reduce(1) { max($0, $1.magnitude) }
    return values.count == expected.count
      && zip(values, expected).allSatisfy { ($0 - $1).magnitude <= 1e-14 * scale }
  }

  @Test func regressionFollowsItsDefinition() throws {
    let table = SyntheticRegression(
      samples: 5, features: 4, informative: 2, noise: 0.5, condition: 100, seed: 3
    ).table()
    let reference = try expected("regression", 2)
    #expect(isClose(table.features.dense ?? [], reference[0]))
    guard case .numbers(let targets) = table.target else {
      Issue.record("no numbers")
      return
    }
    #expect(isClose(targets, reference[1]))
    #expect(table.featureCount == 4 && table.exampleCount == 5)
  }

  @Test func classificationFollowsItsDefinition() throws {
    let table = SyntheticClassification(
      samples: 6, features: 3, informative: 2, noise: 0.25, condition: 10, classes: 3, seed: 4
    ).table()
    let reference = try expected("classification", 2)
    #expect(isClose(table.features.dense ?? [], reference[0]))
    #expect(table.target == .classes(reference[1].map { Int($0) }, names: ["0", "1", "2"]))
  }

  @Test func sparseClassificationFollowsItsDefinition() throws {
    let table = SyntheticSparseClassification(
      samples: 8, features: 50, informative: 20, noise: 0.1, density: 0.3, seed: 5
    ).table()
    let reference = try expected("sparse_classification", 3)
    let rows = try #require(table.features.sparse)
    #expect(rows.rowStarts == (0...8).map { $0 * 15 })
    #expect(rows.columns == reference[0].map { Int32($0) })
    #expect(isClose(rows.values, reference[1]))
    #expect(table.target == .classes(reference[2].map { Int($0) }, names: ["0", "1"]))
  }

  @Test func sparseRowsHoldEveryColumnAtFullDensity() throws {
    let table = SyntheticSparseClassification(samples: 3, features: 40, density: 1).table()
    let rows = try #require(table.features.sparse)
    #expect(rows.columns == (0..<3).flatMap { _ in (0..<40).map { Int32($0) } })
    let thin = SyntheticSparseClassification(samples: 3, features: 40, density: 1e-9).table()
    #expect(thin.features.sparse?.rowStarts == [0, 1, 2, 3])
  }

  @Test func firstColumnsOfSparseRowsAreMoreFrequent() throws {
    let table = SyntheticSparseClassification(samples: 2000, features: 1000, density: 0.005).table()
    let rows = try #require(table.features.sparse)
    let first = rows.columns.count { $0 < 10 }
    let last = rows.columns.count { $0 >= 500 }
    // A third of the draws falls on the first ten of a thousand columns, a tenth on the last half.
    #expect((0.29...0.37).contains(Double(first) / Double(rows.columns.count)))
    #expect((0.08...0.12).contains(Double(last) / Double(rows.columns.count)))
  }

  @Test func theSeedAloneChoosesTheTable() {
    let one = SyntheticRegression(samples: 4, features: 2, seed: 1).table()
    #expect(one.features == SyntheticRegression(samples: 4, features: 2, seed: 1).table().features)
    #expect(one.features != SyntheticRegression(samples: 4, features: 2, seed: 2).table().features)
    // Noise is drawn even where it is 0, so that it changes the targets alone.
    let noisy = SyntheticRegression(samples: 4, features: 2, noise: 1, seed: 1).table()
    #expect(one.features == noisy.features)
    #expect(one.target != noisy.target)
  }

  @Test func aTableAboveTheLimitIsRefused() {
    for source in [
      DatasetSource.regression(SyntheticRegression(samples: 1 << 20, features: 1 << 20)),
      .classification(SyntheticClassification(samples: .max, features: 2)),
      .sparseClassification(
        SyntheticSparseClassification(samples: 1 << 28, features: 1000, density: 0.01)),
    ] {
      #expect(throws: InputError.self) { try Dataset.load(source) }
    }
  }
}
