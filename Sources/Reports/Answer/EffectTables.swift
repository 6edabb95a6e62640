import Analysis

/// How far everybody is from the one that is compared with, problem by problem, folded away: for reports on
/// several problems, whose table of verdicts has room for marks alone.
struct EffectTables {
  let comparison: Comparison

  /// The tables under a summary; none with one problem, and where nothing is told apart from too few seeds.
  var blocks: [Block] {
    guard comparison.problems.count > VerdictTable.mostWithEffects else { return [] }
    let grids = comparison.problems.indices.flatMap { grid($0) }
    guard !grids.isEmpty else { return [] }
    return [.details(summary: ["Ratios and differences with their intervals"], grids)]
  }

  /// One column a quantity of the answer: ratios of times, differences of metrics.
  private func grid(_ number: Int) -> [Block] {
    let problem = comparison.problems[number]
    let columns = problem.answerQuantities.compactMap { Column(comparison, number, $0) }
    guard !columns.isEmpty else { return [] }
    let told = problem.contenders.indices.filter { position in
      columns.contains { $0.effects[position] != nil }
    }
    let heading: [[Inline]] = [[.emphasis([.text(problem.name)])]] + columns.map(\.heading)
    let rows = told.map { position -> [[Inline]] in
      [[.strong([.text(problem.contenders[position].name)])]]
        + columns.map { column in column.effects[position].map { [.text($0)] } ?? [] }
    }
    return [
      .grid(
        Grid(alignments: [.left] + columns.map { _ in .right }, rows: [heading] + rows))
    ]
  }

  /// The effects of one quantity on one problem.
  private struct Column {
    let heading: [Inline]
    /// By the contender's position, told of it.
    let effects: [Int: String]

    init?(_ comparison: Comparison, _ number: Int, _ quantity: Quantity) {
      let problem = comparison.problems[number]
      let standing = comparison.standing(on: number, by: quantity)
      let reference =
        comparison.baselineName.flatMap { problem.position(of: $0) } ?? standing.order.first
      guard let reference, !standing.hasTooFewSeeds else { return nil }
      var effects: [Int: String] = [:]
      for position in problem.contenders.indices where position != reference {
        guard let effect = comparison.family[number, quantity, position, reference],
          effect.verdict != .same
        else { continue }
        effects[position] = EffectText.value(effect)
      }
      guard !effects.isEmpty else { return nil }
      self.effects = effects
      let name: Inline = .strong([.text(problem.contenders[reference].name)])
      if case .timeToTarget(let target) = quantity {
        heading = [.text("epochs to \(problem.words(target).short), ratio to "), name]
      } else {
        heading = [
          .text("test \(problem.problem.metric?.phrase ?? "metric"), difference from "), name,
        ]
      }
    }
  }
}
