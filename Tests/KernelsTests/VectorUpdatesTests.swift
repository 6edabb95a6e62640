import Kernels
import Testing

@Suite struct VectorUpdatesTests {
  @Test(arguments: [0, 1, 7, 8, 9, 16, 31, 100])
  func everyElementIsUpdatedByItsOwnIndex(count: Int) {
    let x = (0..<count).map { 1 / Double($0 + 1) }
    let z = (0..<count).map { Double($0) * 0.3 - 1 }
    var added = z
    var target = added.mutableSpan
    axpy(0.1, x.span, &target)
    var scaled = z
    target = scaled.mutableSpan
    scale(&target, by: 1.0 / 3)
    var difference = z
    target = difference.mutableSpan
    subtract(x.span, z.span, into: &target)
    for index in 0..<count {
      let product = 0.1 * x[index]
      #expect(added[index] == z[index] + product)
      #expect(scaled[index] == z[index] * (1.0 / 3))
      #expect(difference[index] == x[index] - z[index])
    }
  }
}
