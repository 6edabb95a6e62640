import Analysis

/// What an author puts between {{ and }}: a number of the report, the place of a figure, or
/// works of others.
enum Placeholder: Hashable, Sendable {
  /// A statistic of one optimizer on one problem, both by position in the spec.
  case value(problem: Int, optimizer: Int, quantity: Quantity, Statistic, digits: Int?)
  /// What a comparison of two optimizers says.
  case comparison(
    problem: Int, one: Int, other: Int, quantity: Quantity, ComparisonStatistic, digits: Int?)
  /// A figure, table or claim, by its id.
  case reference(String)
  /// Works of the bibliography, by their keys.
  case citation([String])

  /// A statistic over the seeds.
  enum Statistic: String, CaseIterable, Sendable {
    case median, mean, iqm, q25, q75, low, high, min, max, n, failures
  }

  /// A number of a comparison.
  enum ComparisonStatistic: String, CaseIterable, Sendable {
    case difference, ratio, low, high, p, verdict
  }

  /// The problem, optimizers and quantity that must have values; nil where none must.
  var needs: (problem: Int, optimizers: [Int], quantity: Quantity)? {
    switch self {
    case .value(let problem, let optimizer, let quantity, _, _): (problem, [optimizer], quantity)
    case .comparison(let problem, let one, let other, let quantity, _, _):
      (problem, [one, other], quantity)
    case .reference, .citation: nil
    }
  }

  /// Whether it is shown as a link.
  var isLink: Bool { needs == nil }
}
