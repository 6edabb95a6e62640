/// The test functions of optimization.
public enum TestFunctionKind: String, Hashable, Sendable, CaseIterable {
  /// Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)² over all but the last i: a curved valley (Rosenbrock
  /// 1960); 0 everywhere in one dimension.
  case rosenbrock
  /// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: flat far out (Beale 1958).
  case beale
  /// (x² + y − 11)² + (x + y² − 7)²: four minima (Himmelblau 1972).
  case himmelblau
  /// 10 d + Σ x_i² − 10 cos 2πx_i: a bowl full of dents (Rastrigin 1974).
  case rastrigin
  /// ½ Σ λ_i x_i² with λ log-spaced from 1 to the condition number; λ is 1 in one dimension.
  case quadratic

  /// Whether it is defined in any number of dimensions; the others have two.
  public var hasAnyDimension: Bool { self != .beale && self != .himmelblau }

  /// Where it starts unless told otherwise, in `dimension` dimensions, at least 1.
  public func start(dimension: Int) -> [Double] {
    switch self {
    case .rosenbrock: (0..<dimension).map { $0.isMultiple(of: 2) ? -1.2 : 1 }
    case .beale, .quadratic: Array(repeating: 1, count: dimension)
    case .himmelblau: Array(repeating: 0, count: dimension)
    case .rastrigin: Array(repeating: 2.5, count: dimension)
    }
  }
}

/// A test function with every option resolved.
public struct TestFunctionConfiguration: Hashable, Sendable {
  /// Which function.
  public var kind: TestFunctionKind
  /// The initial point, one finite number a dimension: two for `beale` and `himmelblau`, at least
  /// one for the others.
  public var start: [Double]
  /// The largest λ of `quadratic`, at least 1.
  public var condition: Double

  /// A test function from `start` on.
  public init(kind: TestFunctionKind, start: [Double], condition: Double = 1) {
    self.kind = kind
    self.start = start
    self.condition = condition
  }
}
