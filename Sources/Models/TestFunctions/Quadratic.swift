extension TestFunctionKind {
  /// ½ Σ λ_i x_i² with λ log-spaced from 1 to the condition number; λ is 1 in one dimension.
  public static let quadratic = TestFunctionKind(
    "quadratic", formula: "½ Σ λ_i x_i², λ log-spaced from 1 to `condition`", hasCondition: true,
    minima: [SIMD2(0, 0)], revision: 1, start: { Array(repeating: 1, count: $0) }
  ) { x, gradient, curvatures in
    var value = 0.0
    for i in x.indices {
      gradient[i] = curvatures[i] * x[i]
      value += gradient[i] * x[i]
    }
    return value / 2
  }
}
