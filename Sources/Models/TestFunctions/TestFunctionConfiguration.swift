import Diagnostics
import SpecLanguage

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

extension TestFunctionConfiguration {
  /// The most dimensions of a test function.
  private static let mostDimensions = 1_000_000

  /// Asks for the keys of a test function.
  static func asked(of keys: Keys, _ kind: TestFunctionKind) -> TestFunctionConfiguration? {
    let fewest = kind.fewestDimensions
    let dimension = keys.optional(
      "dimension", .whole(fewest...(kind.hasAnyDimension ? mostDimensions : 2)), showing: 2,
      "number of parameters; by default as many as 'start' has")
    let start = keys.optional(
      "start", Shape<[Double]>.list(of: .number(), "numbers"),
      "initial point; by default the usual one of the function")
    var condition: Double? = 1
    if kind.hasCondition {
      condition = keys.optional(
        "condition", .number(NumberDomain(lower: 1)), default: 1,
        "ratio of the largest curvature to the smallest")
    }
    guard let subject = keys.subject else { return nil }
    guard let start else {
      guard let condition else { return nil }
      return subject.members["start"] == nil
        ? TestFunctionConfiguration(
          kind: kind, start: kind.start(dimension: dimension ?? 2), condition: condition)
        : nil
    }
    let isFaulty = dimension == nil && subject.members["dimension"] != nil
    let due = dimension ?? (kind.hasAnyDimension ? max(fewest, start.count) : 2)
    guard !isFaulty, start.count == due else {
      if !isFaulty {
        keys.fault(
          at: "start",
          "'start' has \(counted(start.count, "number")) for \(counted(due, "dimension"))",
          "give one number for each dimension")
      }
      return nil
    }
    return condition.map { TestFunctionConfiguration(kind: kind, start: start, condition: $0) }
  }
}
