import Analysis
import Experiments
import Plotting

/// What a figure is made from: the runs, which of them it shows, and their styles.
struct FigureScope {
  let comparison: Comparison
  let spec: FigureSpec
  let styles: OptimizerStyles
  /// The most curves in one figure, where they lie on each other.
  let mostCurves: Int

  /// The contenders on `problem` that the figure shows, by position: those of the optimizers that
  /// the spec asks for, in its order, as far as they have runs.
  func contenders(_ problem: ProblemComparison) -> [Int] {
    let order = styles.order
    let all = problem.contenders.indices.filter { !problem.contenders[$0].runs.isEmpty }
      .map { (place: order[problem.contenders[$0].contender.optimizer], index: $0) }
      .sorted { $0 < $1 }.map(\.index)
    return spec.optimizers.map { optimizers in
      optimizers.flatMap { optimizer in
        all.filter { problem.contenders[$0].contender.optimizer == optimizer }
      }
    } ?? all
  }

  /// All contenders that the figure shows, each as on its first problem.
  var contenders: [Contender] {
    var known: Set<String> = []
    return problems.flatMap { problem in
      contenders(problem).map { problem.contenders[$0].contender }
    }.filter { known.insert($0.name).inserted }
  }

  /// Their names.
  var names: [String] { contenders.map(\.name) }

  /// The names of those that compete on all of `problems`.
  func names(onAll problems: [ProblemComparison]) -> [String] {
    names.filter { name in
      problems.allSatisfy { problem in
        problem.position(of: name).map { contenders(problem).contains($0) } ?? false
      }
    }
  }

  /// The problems that the spec asks for; without a word of it all.
  var problems: [ProblemComparison] {
    let all = comparison.problems
    return spec.problems.map { $0.map { all[$0] } } ?? all
  }

  /// The most seeds of a problem that it shows.
  var seedCount: Int { problems.map(\.seedCount).max() ?? comparison.seedCount }

  /// What a quantity has one value of, of whom there are so many: seeds of the runs, or tuning seeds.
  func seeds(of quantity: Quantity) -> (count: Int, noun: String) {
    guard quantity.isOfSearch else { return (seedCount, "seed") }
    let counts = problems.flatMap(\.contenders).compactMap { $0.basins?.seeds.count }
    return (counts.max() ?? 0, "tuning seed")
  }

  /// That some widths of basins in a figure are lower bounds, a sentence; empty where none is.
  func lowerBounds(_ problems: [ProblemComparison]) -> String {
    let shown = problems.flatMap { problem in
      contenders(problem).compactMap { problem.contenders[$0].basins?.widths }
    }
    let count = shown.map(\.lowerBounds).reduce(0, +)
    return count == 0
      ? ""
      : "\(count) of \(shown.map(\.values.count).reduce(0, +)) basins reach an end of what was searched: "
        + "their width is at least what is shown."
  }

  /// How many of the runs that a figure shows diverged, a sentence.
  ///
  /// - Parameter problems: those that it shows.
  func failures(_ problems: [ProblemComparison]) -> String {
    let shown = problems.flatMap { problem in
      contenders(problem).map { problem.contenders[$0] }
    }
    let runs = shown.map(\.runs.count).reduce(0, +)
    let failures = shown.map(\.failures).reduce(0, +)
    if runs == 1 { return failures == 0 ? "The run did not diverge." : "The run diverged." }
    return failures == 0
      ? "None of the \(runs) runs diverged." : "\(failures) of \(runs) runs diverged."
  }

  /// The style of a contender, the same in every figure.
  func style(_ name: String) -> SeriesStyle { styles.styles[name] ?? SeriesStyle(index: 0) }

  /// The style of a rule at several rates, to which the contender of this name belongs.
  func ruleStyle(_ name: String) -> SeriesStyle { styles.ruleStyles[name] ?? style(name) }

  /// What was observed of a quantity; nil where there is nothing.
  func observations(
    _ quantity: Quantity, _ problem: ProblemComparison, _ contender: Int
  ) -> Observations? {
    problem.contenders[contender].observations[quantity]
  }

  /// The name of a quantity on an axis.
  func title(_ quantity: Quantity, _ problem: ProblemComparison) -> String {
    quantity.title(problem.problem.metric)
  }

  /// Whether a logarithmic axis suits a quantity: losses and times that are all above 0.
  func scale(_ quantity: Quantity, _ values: [Double]) -> Axis.Scale {
    quantity.isRatioScaled && values.allSatisfy { $0 > 0 } ? .logarithmic : .linear
  }
}
