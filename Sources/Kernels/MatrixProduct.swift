import CKernels

/// The sizes of a matrix product C = A B and how its operands lie in memory, row by row.
public struct ProductShape: Hashable, Sendable {
  /// Which operand is stored transposed.
  public enum Form: Hashable, Sendable, CaseIterable {
    /// A is stored as `rows` × `inner`, B as `inner` × `columns`: a layer's output X W.
    case plain
    /// A is stored transposed, as `inner` × `rows`: the gradient Xᵀ dY of its weights.
    case leftTransposed
    /// B is stored transposed, as `columns` × `inner`: the gradient dY Wᵀ of its input.
    case rightTransposed
  }

  /// The rows of C.
  public var rows: Int
  /// The terms in each sum: columns of A and rows of B.
  public var inner: Int
  /// The columns of C.
  public var columns: Int
  /// Which operand is stored transposed.
  public var form: Form

  /// A product of `rows` × `inner` and `inner` × `columns`; any size may be 0.
  public init(rows: Int, inner: Int, columns: Int, form: Form = .plain) {
    self.rows = rows
    self.inner = inner
    self.columns = columns
    self.form = form
  }
}

/// Computes matrix products, and keeps the memory that they pack their operands into.
///
/// Each element of the result is one chain of fused multiply-adds: it starts from a given number
/// and adds the terms for the inner index rising from 0. So its bits depend on nothing but its own
/// row and column: neither on the other sizes nor on the processor.
///
/// Cost: rows · inner · columns fused multiply-adds. Memory is allocated when a product needs more
/// than every one before it, at most 1.2 MB.
public struct MatrixProduct: Sendable {
  private var workspace: [Double] = []

  /// A product that has no memory yet.
  public init() {}

  /// C = A B, every chain from +0.
  ///
  /// - Parameters:
  ///   - a: A, rows · inner values.
  ///   - b: B, inner · columns values.
  ///   - shape: the sizes, and which operand is stored transposed.
  ///   - c: C, rows · columns values, row by row.
  public mutating func multiply(
    _ a: Span<Double>, _ b: Span<Double>, _ shape: ProductShape, into c: inout MutableSpan<Double>
  ) {
    compute(a, b, shape, into: &c) { _ in (nil, 0) }
  }

  /// C = A B plus `row` in every row, every chain from its column's element of `row`.
  ///
  /// - Parameter row: `columns` values, a layer's bias.
  public mutating func multiply(
    _ a: Span<Double>, _ b: Span<Double>, _ shape: ProductShape, addingRow row: Span<Double>,
    into c: inout MutableSpan<Double>
  ) {
    precondition(row.count == shape.columns, "a row of another length than the product's")
    row.withUnsafeBufferPointer { row in
      compute(a, b, shape, into: &c) { _ in (row.baseAddress, 0) }
    }
  }

  /// C += A B, every chain from what C holds.
  public mutating func multiply(
    _ a: Span<Double>, _ b: Span<Double>, _ shape: ProductShape,
    addingTo c: inout MutableSpan<Double>
  ) {
    compute(a, b, shape, into: &c) { (UnsafePointer($0), shape.columns) }
  }

  private mutating func compute(
    _ a: Span<Double>, _ b: Span<Double>, _ shape: ProductShape, into c: inout MutableSpan<Double>,
    start: (UnsafeMutablePointer<Double>?) -> (UnsafePointer<Double>?, Int)
  ) {
    let (m, k, n) = (shape.rows, shape.inner, shape.columns)
    precondition(
      m >= 0 && k >= 0 && n >= 0 && a.count == m * k && b.count == k * n && c.count == m * n,
      "matrices of other sizes than the product's shape says")
    let needed = kernelMatrixProductWorkspace(m, n, k)
    if workspace.count < needed { workspace = Array(repeating: 0, count: needed) }
    let left = shape.form == .leftTransposed ? (1, m) : (k, 1)
    let right = shape.form == .rightTransposed ? (1, k) : (n, 1)
    workspace.withUnsafeMutableBufferPointer { workspace in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          c.withUnsafeMutableBufferPointer { c in
            let (first, step) = start(c.baseAddress)
            kernelMatrixProduct(
              m, n, k, a.baseAddress, left.0, left.1, b.baseAddress, right.0, right.1, first, step,
              c.baseAddress, workspace.baseAddress)
          }
        }
      }
    }
  }
}
