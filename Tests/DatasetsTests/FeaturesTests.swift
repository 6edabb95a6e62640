import Datasets
import Testing

@Suite struct FeaturesTests {
  /// 0 5 0 / 0 0 0 / 1 0 2.
  static let sparse = SparseRows(rowStarts: [0, 1, 1, 3], columns: [1, 0, 2], values: [5, 1, 2])
  static let dense: [Double] = [0, 5, 0, 0, 0, 0, 1, 0, 2]

  @Test func sparseRowsHoldWhatIsNotZero() {
    #expect(Self.sparse.rowCount == 3)
    #expect(Self.sparse.dense(columnCount: 3) == Self.dense)
    #expect(SparseRows().rowCount == 0)
    #expect(SparseRows().dense(columnCount: 3) == [])
  }

  @Test(arguments: [[], [1], [2, 0], [0, 1, 2], [2, 2, 1, 2]])
  func rowsAreSelectedAlikeFromDenseAndSparseFeatures(rows: [Int]) {
    let dense = Features.dense(Self.dense).selecting(rows, columnCount: 3)
    let sparse = Features.sparse(Self.sparse).selecting(rows, columnCount: 3)
    #expect(dense == .dense(rows.flatMap { Self.dense[$0 * 3..<$0 * 3 + 3] }))
    #expect(sparse.sparse?.dense(columnCount: 3) == dense.dense)
    #expect(sparse.dense == nil && dense.sparse == nil)
  }

  @Test func sparseFeaturesAreNotStandardized() {
    var dataset = Dataset(
      name: "x", exampleCount: 3, featureCount: 3, features: .sparse(Self.sparse),
      target: .numbers([1, 2, 3]), provenance: Provenance(source: "x", sha256: ""))
    #expect(dataset.standardizeFeatures(trainingRows: [0, 1]) == nil)
    #expect(dataset.features == .sparse(Self.sparse))
    #expect(dataset.standardizeTarget(trainingRows: [0, 1]) != nil)
  }
}
