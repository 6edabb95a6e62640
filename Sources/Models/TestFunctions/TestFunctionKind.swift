/// A test function of optimization.
///
/// Each is declared in a file of its own and listed in `allCases`; nothing else knows its name.
public struct TestFunctionKind: Sendable {
  /// Its name in a spec.
  public let rawValue: String
  /// Its formula in plain text.
  public let formula: String
  /// Whether it is defined in any number of dimensions; the others have two.
  public let hasAnyDimension: Bool
  /// The fewest dimensions that it is good for.
  let fewestDimensions: Int
  /// Whether it takes the ratio of its largest curvature to the smallest.
  let hasCondition: Bool
  /// Where it is least, in two dimensions; what is not whole, to the width of a marker.
  public let minima: [SIMD2<Double>]
  /// Its least value, which all of them have in common.
  var leastValue: Double { 0 }
  /// Counts the changes to its arithmetic, from 1.
  let revision: Int
  private let usualStart: @Sendable (Int) -> [Double]
  /// The value at x; sets the gradient, which has as many components. The third argument is λ of
  /// `quadratic`.
  let evaluate: @Sendable ([Double], inout [Double], [Double]) -> Double

  init(
    _ name: String, formula: String, hasAnyDimension: Bool = true, fewestDimensions: Int = 1,
    hasCondition: Bool = false, minima: [SIMD2<Double>], revision: Int,
    start: @escaping @Sendable (_ dimension: Int) -> [Double],
    evaluate: @escaping @Sendable ([Double], inout [Double], [Double]) -> Double
  ) {
    rawValue = name
    self.formula = formula
    self.hasAnyDimension = hasAnyDimension
    self.fewestDimensions = fewestDimensions
    self.hasCondition = hasCondition
    self.minima = minima
    self.revision = revision
    usualStart = start
    self.evaluate = evaluate
  }

  /// Where it starts unless told otherwise, in `dimension` dimensions, at least 1.
  public func start(dimension: Int) -> [Double] { usualStart(dimension) }
}

extension TestFunctionKind: CaseIterable {
  /// All test functions, in the order in which they are listed.
  public static let allCases: [TestFunctionKind] = [
    .rosenbrock, .beale, .himmelblau, .rastrigin, .quadratic,
  ]
}

extension TestFunctionKind: RawRepresentable, Hashable {
  /// The function of that name, if there is one.
  public init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// Functions are the same when their names are.
  public static func == (one: TestFunctionKind, other: TestFunctionKind) -> Bool {
    one.rawValue == other.rawValue
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
