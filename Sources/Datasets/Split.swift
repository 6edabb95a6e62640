/// How many examples are held out.
public struct SplitShares: Hashable, Sendable {
  /// The share of all examples that is for the test, in [0, 1).
  public var test: Double
  /// The share of what remains after the test that is for validation, in [0, 1).
  public var validation: Double
  /// Whether each class is split by itself, so that its share is the same in every part.
  public var isStratified: Bool

  /// Shares of the examples that are held out.
  public init(test: Double = 0.2, validation: Double = 0.2, isStratified: Bool = false) {
    self.test = test
    self.validation = validation
    self.isStratified = isStratified
  }

  /// How many examples of a data set with this target go where: the sums over the classes where they
  /// are split by themselves.
  public func sizes(of target: Target) -> (training: Int, validation: Int, test: Int) {
    target.groups(isStratified).map { sizes(exampleCount: $0.count) }
      .reduce((0, 0, 0)) { ($0.0 + $1.training, $0.1 + $1.validation, $0.2 + $1.test) }
  }

  /// How many of `exampleCount` examples go where: ⌊n · test⌋ for the test, ⌊rest · validation⌋ for
  /// validation. The products are rounded to doubles first, as in a script's `int(n * share)`.
  public func sizes(exampleCount: Int) -> (training: Int, validation: Int, test: Int) {
    let test = Int((Double(exampleCount) * test).rounded(.down))
    let rest = exampleCount - test
    let validation = Int((Double(rest) * validation).rounded(.down))
    return (rest - validation, validation, test)
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

  /// Rows for training, validation and test.
  public init(training: [Int], validation: [Int], test: [Int]) {
    self.training = training
    self.validation = validation
    self.test = test
  }

  /// Splits the examples of a data set with this target, class by class where shares say so.
  ///
  /// The classes come in their order, each with its rows in that of the data set and with the two
  /// random orders of `make(exampleCount:shares:permutation:)`; a part holds what each class gives it,
  /// one class after the other.
  ///
  /// - Parameter permutation: gives the numbers 0 to its argument − 1 in a random order.
  public static func make(
    _ target: Target, shares: SplitShares, permutation: (Int) -> [Int]
  ) -> Split {
    var split = Split(training: [], validation: [], test: [])
    for rows in target.groups(shares.isStratified) {
      let part = make(exampleCount: rows.count, shares: shares, permutation: permutation)
      split.training += part.training.map { rows[$0] }
      split.validation += part.validation.map { rows[$0] }
      split.test += part.test.map { rows[$0] }
    }
    return split
  }

  /// Splits `exampleCount` examples by at most two random orders, which fit `numpy_legacy` too.
  ///
  /// The first order is of all examples: its first `sizes.test` entries are the test rows. The
  /// second is of the rest, by position in the first: its first `sizes.validation` entries are the
  /// validation rows, and what follows are the training rows, in that order. A share of 0 draws no
  /// order, and the rows stay as they are.
  ///
  /// - Parameters:
  ///   - exampleCount: how many examples there are, at least 0.
  ///   - shares: how many are held out.
  ///   - permutation: gives the numbers 0 to its argument − 1 in a random order.
  public static func make(
    exampleCount: Int, shares: SplitShares, permutation: (Int) -> [Int]
  ) -> Split {
    let sizes = shares.sizes(exampleCount: exampleCount)
    let all = shares.test == 0 ? Array(0..<exampleCount) : permutation(exampleCount)
    let rest = Array(all[sizes.test...])
    let mixed = shares.validation == 0 ? rest : permutation(rest.count).map { rest[$0] }
    return Split(
      training: Array(mixed[sizes.validation...]), validation: Array(mixed[..<sizes.validation]),
      test: Array(all[..<sizes.test]))
  }
}

extension Target {
  /// How many examples there are.
  public var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .classes(let classes, _): classes.count
    }
  }

  /// The rows of each class, or all rows in one group.
  fileprivate func groups(_ isStratified: Bool) -> [[Int]] {
    guard isStratified, case .classes(let classes, let names) = self else {
      return [Array(0..<count)]
    }
    var groups: [[Int]] = Array(repeating: [], count: names.count)
    for (row, place) in classes.enumerated() { groups[place].append(row) }
    return groups
  }
}
