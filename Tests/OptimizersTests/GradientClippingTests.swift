import Testing

@testable import Optimizers

@Suite("Clipping")
struct GradientClippingTests {
  @Test("By value, each component alone")
  func byValue() {
    var gradient = [3, -3, 2, -2, 0.5, .infinity, -.infinity]
    GradientClipping.clip(&gradient, toValue: 2)
    #expect(gradient == [2, -2, 2, -2, 0.5, 2, -2])
    var broken = [Double.nan]
    GradientClipping.clip(&broken, toValue: 2)
    #expect(broken[0].isNaN)
  }

  @Test("By norm, only what is longer")
  func byNorm() {
    var short = [3.0, 4]
    GradientClipping.clip(&short, toNorm: 5)
    #expect(short == [3, 4])
    var long = [30.0, 40]
    GradientClipping.clip(&long, toNorm: 5)
    #expect(long == [3, 4])
    var broken = [Double.nan, 1]
    GradientClipping.clip(&broken, toNorm: 5)
    #expect(broken[1].isNaN)
  }

  @Test("The norm of 3-4-5 at every length and size", arguments: [2, 7, 8, 9, 16, 33])
  func norm(count: Int) {
    for scale in [1.0, 0x1p1020, 0x1p-1060, 0x1p-500, 0x1p600] {
      var vector = [Double](repeating: 0, count: count)
      vector[0] = 3 * scale
      vector[count - 1] = -4 * scale
      #expect(GradientClipping.norm(vector) == 5 * scale, "\(count) \(scale)")
    }
  }

  @Test("The norm of nothing, of zeros and of infinity")
  func edges() {
    #expect(GradientClipping.norm([]) == 0)
    #expect(GradientClipping.norm([0, -0.0]) == 0)
    #expect(GradientClipping.norm([1, -.infinity]) == .infinity)
    #expect(GradientClipping.norm([1, .nan]).isNaN)
  }

  @Test("The order of the sum is the one that is documented")
  func order() {
    // 1 in lane 0; what is added to it is lost one by one, but not when lanes 0 and 4 come first.
    let half = (0x1p-53).squareRoot()
    var vector = [Double](repeating: 0, count: 8)
    vector[0] = 1
    vector[1] = half
    vector[3] = half
    vector[5] = half
    vector[7] = half
    let sum = 1.0 + ((half * half + half * half) + (half * half + half * half))
    #expect(GradientClipping.norm(vector) == sum.squareRoot())
  }
}
