import Specs
import Statistics

/// Comparisons that hold together: the chance that any of them finds a difference where there is none
/// is at most 5 % (Holm 1979).
public struct ComparisonFamily: Sendable {
  /// The comparisons, problem by problem, quantity by quantity, pair by pair.
  public let comparisons: [PairedComparison]
  /// How many comparisons hold together: the most, where there are several families.
  public let size: Int
  /// The fewest seeds with which so many comparisons can tell anything.
  public let fewestSeeds: Int

  private let places: [ContenderPair: Int]

  /// The comparisons of `quantities` on each problem.
  ///
  /// - Parameters:
  ///   - quantities: what the contenders of each problem are compared by.
  ///   - baseline: the position in the spec of the optimizer that the others are compared with; nil for
  ///     all pairs.
  init(
    _ problems: [ProblemComparison], quantities: [[Quantity]], baseline: Int?, margins: Margins,
    scope: FamilyScope
  ) {
    // Of each test only this is held until all are made, since its differences may be a million.
    var tests: [(pair: ContenderPair, probability: Double)] = []
    for (number, problem) in problems.enumerated() {
      for quantity in quantities[number] {
        for (one, other) in problem.pairs(with: baseline) {
          guard let test = problem.test(quantity, one, other) else { continue }
          let pair = ContenderPair(problem: number, quantity: quantity, one: one, other: other)
          tests.append((pair, test.probability))
        }
      }
    }
    let groups =
      switch scope {
      case .report: [Array(tests.indices)]
      case .problem:
        Dictionary(grouping: tests.indices) { [tests[$0].pair.problem: tests[$0].pair.quantity] }
          .values.sorted { $0[0] < $1[0] }
      }
    var comparisons: [PairedComparison?] = Array(repeating: nil, count: tests.count)
    for group in groups {
      let family = HolmFamily(probabilities: group.map { tests[$0].probability })
      let firstLevel = 1 - 0.05 / Double(max(1, group.count))
      let fewest = HolmFamily.fewestSeeds(comparisons: max(1, group.count))
      for (place, index) in group.enumerated() {
        let pair = tests[index].pair
        comparisons[index] = PairedComparison(
          pair, in: problems[pair.problem], adjusted: family.adjusted[place],
          level: family.levels[place], firstLevel: firstLevel, fewestSeeds: fewest,
          margins: margins)
      }
    }
    self.comparisons = comparisons.compactMap { $0 }
    size = groups.map(\.count).max() ?? 0
    fewestSeeds = HolmFamily.fewestSeeds(comparisons: max(1, size))
    places = Dictionary(
      uniqueKeysWithValues: tests.enumerated().map { ($0.element.pair, $0.offset) })
  }

  /// The comparison of two contenders, told of `one`; nil where it is not made.
  public subscript(problem: Int, quantity: Quantity, one: Int, other: Int) -> PairedComparison? {
    func place(_ one: Int, _ other: Int) -> Int? {
      places[ContenderPair(problem: problem, quantity: quantity, one: one, other: other)]
    }
    if let place = place(one, other) { return comparisons[place] }
    return place(other, one).map { comparisons[$0].reversed }
  }

  /// The comparisons by a quantity on a problem.
  public func comparisons(on problem: Int, by quantity: Quantity) -> [PairedComparison] {
    comparisons.filter { $0.problem == problem && $0.quantity == quantity }
  }
}
