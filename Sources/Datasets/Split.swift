/// How many examples are held out.
public struct SplitShares: Hashable, Sendable {
  /// The share of all examples that is for the test, in [0, 1).
  public var test: Double
  /// The share of what remains after the test that is for validation, in [0, 1).
  public var validation: Double

  /// Shares of the examples that are held out.
  public init(test: Double = 0.2, validation: Double = 0.2) {
    self.test = test
    self.validation = validation
  }
}

/// Which examples are for what: row numbers from 0, disjoint, together all of them.
public struct Split: Hashable, Sendable {
  /// The rows that training sees.
  public var training: [Int]
  /// The rows for validation.
  public var validation: [Int]
  /// The rows for the test.
  public var test: [Int]
}
