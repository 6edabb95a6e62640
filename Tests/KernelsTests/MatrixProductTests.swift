import CKernels
import Kernels
import Testing

@Suite struct MatrixProductTests {
  /// The transpose of a matrix with `rows` rows.
  static func transpose(_ x: [Double], rows: Int) -> [Double] {
    let columns = rows == 0 ? 0 : x.count / rows
    return (0..<x.count).map { x[$0 % max(rows, 1) * columns + $0 / max(rows, 1)] }
  }

  @Test(arguments: ProductShape.Form.allCases)
  func productsAreThoseOfExactArithmetic(form: ProductShape.Form) throws {
    var product = MatrixProduct()
    var shape = ProductShape(rows: 0, inner: 0, columns: 0, form: form)
    var (a, b, c, row) = ([Double](), [Double](), [Double](), [Double]())
    var compared = 0
    for line in try reference("products.txt") {
      let numbers = line.dropFirst().map(double)
      var result = c
      var span = result.mutableSpan
      switch line[0] {
      case "shape":
        let sizes = line.dropFirst().compactMap { Int($0) }
        (shape.rows, shape.inner, shape.columns) = (sizes[0], sizes[1], sizes[2])
        continue
      case "a":
        a = form == .leftTransposed ? Self.transpose(numbers, rows: shape.rows) : numbers
        continue
      case "b":
        b = form == .rightTransposed ? Self.transpose(numbers, rows: shape.inner) : numbers
        continue
      case "c":
        c = numbers
        continue
      case "row":
        row = numbers
        continue
      case "product": product.multiply(a.span, b.span, shape, into: &span)
      case "shifted": product.multiply(a.span, b.span, shape, addingRow: row.span, into: &span)
      default: product.multiply(a.span, b.span, shape, addingTo: &span)
      }
      #expect(result.map(\.bitPattern) == numbers.map(\.bitPattern), "\(line[0]) \(shape)")
      compared += 1
    }
    #expect(compared == 27)
  }

  /// The definition as it stands: one chain for each element.
  static func chains(_ a: [Double], _ b: [Double], m: Int, k: Int, n: Int, from c: [Double])
    -> [Double]
  {
    var result = c
    for i in 0..<m {
      for j in 0..<n {
        for l in 0..<k { result[i * n + j].addProduct(a[i * k + l], b[l * n + j]) }
      }
    }
    return result
  }

  /// Every processor has the forms of older ones too, and all must agree.
  static func compare(_ m: Int, _ k: Int, _ n: Int, stream: inout PhiloxStream) {
    let a = (0..<m * k).map { _ in stream.normal() }
    let b = (0..<k * n).map { _ in stream.normal() }
    let c = (0..<m * n).map { _ in stream.normal() }
    let aTransposed = transpose(a, rows: m)
    let bTransposed = transpose(b, rows: k)
    let expected = chains(a, b, m: m, k: k, n: n, from: c)
    var workspace = [Double](repeating: .nan, count: kernelMatrixProductWorkspace(m, n, k))
    for form in 0..<kernelMatrixProductForms() {
      for (left, right) in [(a, b), (aTransposed, b), (a, bTransposed)] {
        let leftSteps = left == a ? (k, 1) : (1, m)
        let rightSteps = right == b ? (n, 1) : (1, k)
        var result = c
        result.withUnsafeMutableBufferPointer { c in
          kernelMatrixProductInForm(
            form, m, n, k, left, leftSteps.0, leftSteps.1, right, rightSteps.0, rightSteps.1,
            UnsafePointer(c.baseAddress), n, c.baseAddress, &workspace)
        }
        #expect(result == expected, "form \(form), \(m) x \(k) x \(n), steps \(leftSteps)")
      }
    }
  }

  @Test(arguments: 1...20)
  func everyShapeUpTo20FollowsTheDefinition(m: Int) {
    var stream = PhiloxStream(seed: UInt64(m), purpose: "test", name: "products")
    for k in 1...20 {
      for n in 1...20 { Self.compare(m, k, n, stream: &stream) }
    }
  }

  /// Sizes around the blocks' bounds and beyond, with packing on the left and without.
  @Test(arguments: [
    [1, 193, 1], [8, 192, 24], [9, 193, 529], [100, 170, 25], [193, 90, 26], [200, 385, 49],
    [385, 50, 3], [7, 1000, 5], [64, 64, 64], [33, 600, 530],
  ])
  func blocksDoNotShow(sizes: [Int]) {
    var stream = PhiloxStream(seed: 9, purpose: "test", name: "blocks")
    Self.compare(sizes[0], sizes[1], sizes[2], stream: &stream)
  }

  @Test func noTermsLeaveTheStart() {
    var product = MatrixProduct()
    let none = [Double]().span
    var c = [1.0, 2, 3, 4]
    var span = c.mutableSpan
    let shape = ProductShape(rows: 2, inner: 0, columns: 2)
    product.multiply(none, none, shape, addingTo: &span)
    #expect(c == [1, 2, 3, 4])
    span = c.mutableSpan
    product.multiply(none, none, shape, addingRow: [5.0, 6].span, into: &span)
    #expect(c == [5, 6, 5, 6])
    span = c.mutableSpan
    product.multiply(none, none, shape, into: &span)
    #expect(c == [0, 0, 0, 0])
  }

  @Test func productsWithoutElementsTouchNothing() {
    var product = MatrixProduct()
    var c: [Double] = []
    var span = c.mutableSpan
    product.multiply(
      [Double]().span, [1.0, 2].span, ProductShape(rows: 0, inner: 1, columns: 2), into: &span)
    product.multiply(
      [1.0, 2].span, [Double]().span, ProductShape(rows: 2, inner: 1, columns: 0), into: &span)
    #expect(c.isEmpty)
  }
}
