import Analysis
import Plotting

extension IsolatedNames {
  /// The names of all that a report speaks of: problems, optimizers as they are given and as they are
  /// tuned, and rules that ran at several rates.
  init(_ comparison: Comparison) {
    let contenders = comparison.plan.problems.flatMap(\.contenders)
    self.init(
      comparison.plan.problems.map(\.spec.name) + comparison.plan.spec.optimizers.map(\.name)
        + contenders.map(\.name) + RateFamily.all(among: contenders).map(\.name))
  }
}

extension Figure {
  /// The same figure with the names in its words apart from text of another direction.
  func isolating(_ names: IsolatedNames) -> Figure {
    if names.isEmpty { return self }
    var figure = mappingTexts(names.lined)
    figure.alternativeText = IsolatedNames.startedFromLeft(names.marked(alternativeText))
    figure.description = IsolatedNames.startedFromLeft(names.marked(description))
    figure.subject = IsolatedNames.startedFromLeft(names.marked(subject))
    return figure
  }
}
