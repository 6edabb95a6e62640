import Kernels
import Testing

@Suite("The square root that loops use")
struct SquareRootTests {
  @Test("Is Swift's own")
  func same() {
    for x in [0, -0.0, 1, 2, 0.3, 5e300, .leastNormalMagnitude / 8, .infinity] {
      #expect(squareRoot(x).bitPattern == x.squareRoot().bitPattern)
    }
    #expect(squareRoot(-1).isNaN && squareRoot(.nan).isNaN)
  }
}
