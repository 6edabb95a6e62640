import Analysis
import Kernels
import Statistics

/// The text of placeholders that are numbers.
struct InlineValues {
  private let comparison: Comparison
  /// The comparisons that were made so far by quantities that are not the answer's.
  private var families: [FamilyKey: ComparisonFamily] = [:]

  private struct FamilyKey: Hashable {
    var problem: Int
    var quantity: Quantity
  }

  init(comparison: Comparison) { self.comparison = comparison }

  /// The text of a placeholder, as plain as a reader of the page needs it; nil for a link.
  mutating func text(of placeholder: Placeholder) -> String? {
    switch placeholder {
    case .reference, .citation: nil
    case .value(let problem, let optimizer, let quantity, let statistic, let digits):
      value(comparison.problems[problem], optimizer, quantity, statistic, digits)
    case .comparison(let problem, let one, let other, let quantity, let statistic, let digits):
      compared(problem, one, other, quantity, statistic, digits)
    }
  }

  private func value(
    _ problem: ProblemComparison, _ optimizer: Int, _ quantity: Quantity,
    _ statistic: Placeholder.Statistic, _ digits: Int?
  ) -> String {
    let quantity = problem.resolved(quantity)
    guard
      let contender = problem.contenders.first(where: { $0.contender.optimizer == optimizer }),
      let observed = contender.observations[quantity], let summary = contender.summaries[quantity]
    else { return "no value" }
    let worst = quantity.worst(problem.problem.metric)
    guard let number = Self.value(of: statistic, summary, observed.values, worst: worst) else {
      return "no interval"
    }
    let most = Summary(of: observed.greatest, worst: worst).flatMap {
      Self.value(of: statistic, $0, observed.greatest, worst: worst)
    }
    // The end of an interval has the whole range of what may be in it.
    let isLeast = statistic != .high && most.map { $0 > number } ?? false
    return (isLeast ? BasinTable.atLeast : "")
      + text(number, summary, quantity, statistic, digits)
  }

  /// A statistic of values of which nil is a failure; nil for an interval where there is none.
  private static func value(
    of statistic: Placeholder.Statistic, _ summary: Summary, _ values: [Double?], worst: Double
  ) -> Double? {
    let values = values.map { $0 ?? worst }.sorted()
    return switch statistic {
    case .n: Double(summary.count)
    case .failures: Double(summary.failures)
    case .median: summary.median
    case .q25: summary.lowerQuartile
    case .q75: summary.upperQuartile
    case .low: summary.interval?.low
    case .high: summary.interval?.high
    case .min: values.first
    case .max: values.last
    case .mean: values.reduce(0, +) / Double(max(1, values.count))
    case .iqm: interquartileMean(values)
    }
  }

  private func text(
    _ number: Double, _ summary: Summary, _ quantity: Quantity,
    _ statistic: Placeholder.Statistic, _ digits: Int?
  ) -> String {
    if let digits { return NumberText.significant(number, digits) }
    if statistic == .n || statistic == .failures { return NumberText.count(number) }
    let isWhole = quantity.isCount && statistic != .mean && statistic != .iqm
    return ColumnFormat([summary], isCount: isWhole).text(number)
  }

  /// All comparisons by a quantity on a problem, which a text may ask for one by one.
  private mutating func family(by quantity: Quantity, on problem: Int) -> ComparisonFamily {
    let key = FamilyKey(problem: problem, quantity: quantity)
    if let family = families[key] { return family }
    let family = comparison.comparisons(by: quantity, on: problem)
    families[key] = family
    return family
  }

  private mutating func compared(
    _ number: Int, _ one: Int, _ other: Int, _ quantity: Quantity,
    _ statistic: Placeholder.ComparisonStatistic, _ digits: Int?
  ) -> String {
    let problem = comparison.problems[number]
    let quantity = problem.resolved(quantity)
    func position(_ optimizer: Int) -> Int? {
      problem.contenders.firstIndex { $0.contender.optimizer == optimizer }
    }
    guard let one = position(one), let other = position(other),
      let pair = family(by: quantity, on: number)[number, quantity, one, other]
    else { return "no comparison" }
    let value: Double?
    switch statistic {
    case .verdict: return pair.verdict.name
    case .p:
      return digits.map { NumberText.significant(pair.adjustedProbability, $0) }
        ?? (pair.adjustedProbability < 0.001
          ? "< 0.001" : NumberText.significant(pair.adjustedProbability, 2))
    case .difference, .ratio: value = pair.effect
    case .low: value = pair.interval?.low
    case .high: value = pair.interval?.high
    }
    guard let value else { return "no interval" }
    if let digits { return NumberText.significant(value, digits) }
    let decimals = EffectText.decimals(forAll: [pair.interval])
    return decimals.map { NumberText.fixed(value, decimals: $0) }
      ?? NumberText.significant(value, 3)
  }
}

extension ProblemComparison {
  /// The quantity on this problem: the time to a target is that of the answer.
  func resolved(_ quantity: Quantity) -> Quantity {
    quantity == .epochsToTarget ? answerTime : quantity
  }
}
