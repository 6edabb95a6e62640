import Kernels
import Testing

@Suite("The loop with run-time dispatch")
struct MomentUpdateTests {
  /// Numbers with full mantissas, so that a fused operation would show.
  private static func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int64(bitPattern: state)) * 0x1p-62
    }
  }

  @Test("Has the bits of the formula done one by one", arguments: [0, 1, 2, 7, 8, 9, 31, 64, 1003])
  func sameBits(count: Int) {
    let update = MomentUpdate(
      kept: 0.87, beta2: 0.993, ofGradient: 0.013, ofAverage: 0.029, root: 3.7, epsilon: 1e-3)
    var (theta, m) = (Self.numbers(count, seed: 1), Self.numbers(count, seed: 2))
    var v = Self.numbers(count, seed: 3).map(\.magnitude)
    let gradient = Self.numbers(count, seed: 4)
    var (expectedTheta, expectedM, expectedV) = (theta, m, v)
    for i in 0..<count {
      let g = gradient[i]
      expectedM[i] = 0.87 * expectedM[i] + (1 - 0.87) * g
      expectedV[i] = 0.993 * expectedV[i] + (1 - 0.993) * (g * g)
      expectedTheta[i] -=
        (0.013 * g + 0.029 * expectedM[i]) / (expectedV[i].squareRoot() * 3.7 + 1e-3)
    }
    update.apply(to: &theta, firstMoment: &m, secondMoment: &v, gradient: gradient)
    #expect(theta.map(\.bitPattern) == expectedTheta.map(\.bitPattern))
    #expect(m.map(\.bitPattern) == expectedM.map(\.bitPattern))
    #expect(v.map(\.bitPattern) == expectedV.map(\.bitPattern))
  }

  @Test("Moves nothing where the denominator is 0, and hides nothing that is not a number")
  func edges() {
    let update = MomentUpdate(
      kept: 0.9, beta2: 0.99, ofGradient: 0, ofAverage: 1, root: 1, epsilon: 0)
    // Twelve, so that both the wide part and the rest of the loop see each case.
    var theta = [Double](repeating: 1, count: 12)
    var m = [Double](repeating: 0, count: 12)
    var v = m
    m[1] = 5
    m[10] = 5
    var gradient = m.map { _ in 0.0 }
    gradient[2] = .nan
    gradient[11] = .nan
    update.apply(to: &theta, firstMoment: &m, secondMoment: &v, gradient: gradient)
    for i in 0..<12 { #expect([2, 11].contains(i) ? theta[i].isNaN : theta[i] == 1, "\(i)") }
  }
}
