import Kernels

extension TestFunctionKind {
  /// 10 d + Σ x_i² − 10 cos 2πx_i: a bowl full of dents (Rastrigin 1974).
  public static let rastrigin = TestFunctionKind(
    "rastrigin", formula: "10 d + Σ x_i² − 10 cos 2πx_i", minima: [SIMD2(0, 0)], revision: 1,
    start: { Array(repeating: 2.5, count: $0) }
  ) { x, gradient, _ in
    var value = 0.0
    for i in x.indices {
      // The period is 1: taking whole turns off is exact and keeps the angle small. And
      // 10 − 10 cos 2a is 20 sin² a, which cancels no digits beside a minimum.
      let half = Double.pi * (x[i] - x[i].rounded())
      let sine = sin(half)
      value += x[i] * x[i] + 20 * (sine * sine)
      gradient[i] = 2 * x[i] + 20 * Double.pi * sin(2 * half)
    }
    return value
  }
}
