extension TestFunctionKind {
  /// Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)² over all but the last i: a curved valley (Rosenbrock
  /// 1960); 0 everywhere in one dimension.
  public static let rosenbrock = TestFunctionKind(
    "rosenbrock", formula: "Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²", fewestDimensions: 2,
    minima: [SIMD2(1, 1)], revision: 1,
    start: { dimension in (0..<dimension).map { $0.isMultiple(of: 2) ? -1.2 : 1 } }
  ) { x, gradient, _ in
    var value = 0.0
    for i in gradient.indices { gradient[i] = 0 }
    for i in 0..<max(0, x.count - 1) {
      let valley = x[i + 1] - x[i] * x[i]
      let distance = 1 - x[i]
      value += 100 * (valley * valley) + distance * distance
      gradient[i] += -400 * x[i] * valley - 2 * distance
      gradient[i + 1] += 200 * valley
    }
    return value
  }
}
