extension TestFunctionKind {
  /// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: flat far out (Beale 1958).
  public static let beale = TestFunctionKind(
    "beale", formula: "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    hasAnyDimension: false, fewestDimensions: 2, minima: [SIMD2(3, 0.5)], revision: 1,
    start: { Array(repeating: 1, count: $0) }
  ) { point, gradient, _ in
    let (x, y) = (point[0], point[1])
    let a = 1.5 - x + x * y
    let b = 2.25 - x + x * (y * y)
    let c = 2.625 - x + x * (y * y * y)
    gradient[0] = 2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1)
    gradient[1] = 2 * a * x + 4 * b * (x * y) + 6 * c * (x * (y * y))
    return a * a + b * b + c * c
  }
}
