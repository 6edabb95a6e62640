extension TestFunctionKind {
  /// (x² + y − 11)² + (x + y² − 7)²: four minima (Himmelblau 1972).
  public static let himmelblau = TestFunctionKind(
    "himmelblau", formula: "(x² + y − 11)² + (x + y² − 7)²", hasAnyDimension: false,
    fewestDimensions: 2,
    minima: [
      SIMD2(3, 2), SIMD2(-2.805118, 3.131312), SIMD2(-3.779310, -3.283186),
      SIMD2(3.584428, -1.848126),
    ], revision: 1, start: { Array(repeating: 0, count: $0) }
  ) { point, gradient, _ in
    let (x, y) = (point[0], point[1])
    let a = x * x + y - 11
    let b = x + y * y - 7
    gradient[0] = 4 * a * x + 2 * b
    gradient[1] = 2 * a + 4 * b * y
    return a * a + b * b
  }
}
