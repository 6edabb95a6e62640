import Kernels
import Testing

@Suite struct SparseMatrixTests {
  /// A matrix with about one element in four and an empty row, and the same with its zeros.
  static func example(rows: Int, columns: Int) throws -> (sparse: SparseMatrix, dense: [Double]) {
    var stream = PhiloxStream(seed: 4, purpose: "test", name: "sparse")
    var (offsets, places, values) = ([0], [Int32](), [Double]())
    var dense = [Double](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns where row != 2 && stream.next(below: 4) == 0 {
        places.append(Int32(column))
        values.append(stream.normal())
        dense[row * columns + column] = values[values.count - 1]
      }
      offsets.append(places.count)
    }
    let sparse = try #require(
      SparseMatrix(columnCount: columns, offsets: offsets, columns: places, values: values))
    return (sparse, dense)
  }

  @Test(arguments: [1, 2, 3, 8, 17, 64])
  func productsEqualTheDenseOnes(width: Int) throws {
    let (rows, columns) = (30, 41)
    let (sparse, dense) = try Self.example(rows: rows, columns: columns)
    var stream = PhiloxStream(seed: 5, purpose: "test", name: "sparse")
    let weights = (0..<columns * width).map { _ in stream.normal() }
    let bias = (0..<width).map { _ in stream.normal() }
    let slopes = (0..<rows * width).map { _ in stream.normal() }
    var product = MatrixProduct()
    let shape = ProductShape(rows: rows, inner: columns, columns: width)

    var (ours, expected) = (slopes, slopes)
    var span = ours.mutableSpan
    sparse.multiply(weights.span, width: width, addingRow: bias.span, into: &span)
    span = expected.mutableSpan
    product.multiply(dense.span, weights.span, shape, addingRow: bias.span, into: &span)
    #expect(ours == expected)
    span = ours.mutableSpan
    sparse.multiply(weights.span, width: width, into: &span)
    span = expected.mutableSpan
    product.multiply(dense.span, weights.span, shape, into: &span)
    #expect(ours == expected)

    (ours, expected) = (weights, weights)
    span = ours.mutableSpan
    sparse.multiplyTransposed(slopes.span, width: width, addingTo: &span)
    span = expected.mutableSpan
    product.multiply(
      dense.span, slopes.span,
      ProductShape(rows: columns, inner: rows, columns: width, form: .leftTransposed),
      addingTo: &span)
    #expect(ours == expected)
  }

  @Test func someRowsInAnyOrder() throws {
    let (sparse, dense) = try Self.example(rows: 30, columns: 41)
    let chosen = [7, 2, 29, 0, 7]
    let part = chosen.flatMap { dense[($0 * 41)..<($0 * 41 + 41)] }
    let weights = (0..<41).map { 1 / Double($0 + 1) }
    var product = MatrixProduct()
    var (ours, expected) = ([Double](repeating: 0, count: 5), [Double](repeating: 0, count: 5))
    var span = ours.mutableSpan
    sparse.multiply(rows: chosen.span, weights.span, into: &span)
    span = expected.mutableSpan
    product.multiply(
      part.span, weights.span, ProductShape(rows: 5, inner: 41, columns: 1), into: &span)
    #expect(ours == expected)

    var (gradient, wanted) = (weights, weights)
    span = gradient.mutableSpan
    sparse.multiplyTransposed(rows: chosen.span, ours.span, addingTo: &span)
    span = wanted.mutableSpan
    product.multiply(
      part.span, expected.span,
      ProductShape(rows: 41, inner: 5, columns: 1, form: .leftTransposed), addingTo: &span)
    #expect(gradient == wanted)

    var nothing: [Double] = []
    span = nothing.mutableSpan
    sparse.multiply(rows: [Int]().span, weights.span, into: &span)
    span = gradient.mutableSpan
    sparse.multiplyTransposed(rows: [Int]().span, nothing.span, addingTo: &span)
    #expect(gradient == wanted)
  }

  @Test func whatMakesNoMatrixIsRefused() {
    func matrix(_ offsets: [Int], _ columns: [Int32], _ count: Int = 3) -> SparseMatrix? {
      SparseMatrix(
        columnCount: count, offsets: offsets, columns: columns,
        values: columns.map { _ in 1.0 })
    }
    #expect(matrix([0, 2, 2, 3], [0, 2, 1]) != nil)
    #expect(matrix([0], []) != nil)
    #expect(matrix([], []) == nil)
    #expect(matrix([0, 1], [0, 1]) == nil)
    #expect(matrix([1, 2], [0, 1]) == nil)
    #expect(matrix([0, 2, 1, 3], [0, 1, 2]) == nil)
    #expect(matrix([0, 5, 2], [0, 1]) == nil)
    #expect(matrix([0, 2], [1, 1]) == nil)
    #expect(matrix([0, 2], [2, 1]) == nil)
    #expect(matrix([0, 1], [3]) == nil)
    #expect(matrix([0, 1], [-1]) == nil)
    #expect(matrix([0, 0], [], -1) == nil)
    #expect(SparseMatrix(columnCount: 3, offsets: [0, 1], columns: [1], values: []) == nil)
  }
}
