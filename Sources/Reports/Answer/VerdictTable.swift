import Analysis
import Kernels
import Models
import Statistics

/// The verdicts at a glance: problems against optimizers, with medians, effects and marks.
struct VerdictTable {
  let comparison: Comparison

  /// The most problems that a table has a column for: more would not fit a page.
  private static let mostColumns = 6
  /// The most problems of which a table shows effects with their intervals.
  static let mostWithEffects = 1

  /// A column: a quantity of a problem.
  private struct Column {
    var problem: Int
    var quantity: Quantity
  }

  /// The tables, none where nothing is compared.
  func tables(_ numbering: inout Numbering) -> [Block] {
    let columns = columns
    guard !columns.isEmpty, comparison.plan.contenderNames.count > 1 else { return [] }
    let hasEffects = comparison.problems.count <= Self.mostWithEffects
    let most = hasEffects ? 2 * Self.mostWithEffects : Self.mostColumns
    return stride(from: 0, to: columns.count, by: most).map { start in
      .table(
        table(
          Array(columns[start..<min(start + most, columns.count)]), hasEffects: hasEffects,
          isFirst: start == 0, number: numbering.nextTable()))
    }
  }

  /// The times of all problems, then their metrics; with few problems both of each side by side.
  private var columns: [Column] {
    func columns(_ pick: (ProblemComparison) -> Quantity?) -> [Column] {
      comparison.problems.enumerated().compactMap { number, problem in
        pick(problem).map { Column(problem: number, quantity: $0) }
      }
    }
    let times = columns { problem in
      guard let target = problem.answerTarget else { return nil }
      switch problem.timeObstacle {
      case nil, .unreached: return .timeToTarget(target)
      case .noTarget, .differentObjectives, .metAtStart, .referenceAboveStart: return nil
      }
    }
    let metrics = columns { problem in
      problem.contenders.contains { $0.summaries[.testMetric] != nil } ? .testMetric : nil
    }
    guard comparison.problems.count <= Self.mostWithEffects else { return times + metrics }
    return comparison.problems.indices.flatMap { problem in
      (times + metrics).filter { $0.problem == problem }
    }
  }

  private func table(
    _ columns: [Column], hasEffects: Bool, isFirst: Bool, number: Int
  ) -> Table {
    let names = comparison.plan.contenderNames
    let cells = columns.map { self.cells($0, names, hasEffects: hasEffects) }
    return Table(
      number: number, kind: "verdicts",
      caption: caption(columns, hasEffects: hasEffects, isFirst: isFirst),
      columns: [Table.Column.optimizer]
        + columns.map { column in
          let title = heading(column)
          return Table.Column(
            title, isNumeric: true,
            fields: fields(title.plainText, of: column, hasEffects: hasEffects))
        },
      rows: names.indices.map { row in
        [comparison.plan.optimizerCell(names[row])] + cells.map { $0[row] }
      })
  }

  private func fields(_ title: String, of column: Column, hasEffects: Bool) -> [String] {
    let effect = column.quantity.isMetric ? "difference" : "ratio"
    return [title, "\(title) verdict"]
      + (hasEffects ? [effect, "low", "high"].map { "\(title) \($0)" } : [])
  }

  private func heading(_ column: Column) -> [Inline] {
    let problem = comparison.problems[column.problem]
    let isOnly = comparison.problems.count == 1
    let what =
      if case .timeToTarget(let target) = column.quantity {
        "epochs to \(problem.words(target).short)"
      } else { "test \(problem.problem.metric?.phrase ?? "metric")" }
    return isOnly ? [.text(what)] : [.emphasis([.text(problem.name)]), .text(", \(what)")]
  }

  // MARK: Cells

  private func cells(_ column: Column, _ names: [String], hasEffects: Bool) -> [Table.Cell] {
    let problem = comparison.problems[column.problem]
    let standing = comparison.standing(on: column.problem, by: column.quantity)
    let reference =
      comparison.baselineName.flatMap { problem.position(of: $0) }
      ?? standing.order.first
    let summaries = problem.contenders.compactMap { $0.summaries[column.quantity] }
    let format = ColumnFormat(summaries, isCount: column.quantity.isCount)
    let effects = names.map { name -> PairedComparison? in
      guard let position = problem.position(of: name), let reference, position != reference else {
        return nil
      }
      return comparison.family[column.problem, column.quantity, position, reference]
    }
    let decimals = EffectText.decimals(forAll: effects.map { $0?.interval })
    return zip(names, effects).map { name, effect in
      guard let position = problem.position(of: name),
        let summary = problem.contenders[position].summaries[column.quantity]
      else { return ["–"] }
      let median = format.median(summary)
      guard let effect else {
        let isLeader = position == reference && standing.order.count > 1
        let mark =
          isLeader && problem.problem.dependsOnSeed
          ? mark(ofReference: standing, position) : ""
        return Table.Cell(
          [.text(median + mark)], fields: [.number(summary.median), .text(Self.name(ofMark: mark))])
      }
      let isShown =
        hasEffects && effect.effect.isFinite && effect.effect != 0 && effect.verdict != .same
        && (summary.median.isFinite
          || reference.map {
            problem.contenders[$0].summaries[column.quantity]?.median.isFinite == true
          } ?? false)
        && effect.verdict != .tooFewSeeds
      let text =
        isShown
        ? "; " + EffectText.value(effect, decimals: decimals) : ""
      return Table.Cell(
        [.text(median + text + " " + Self.mark(effect.verdict) + (effect.isFragile ? "†" : ""))],
        fields: [
          .number(summary.median), .text(effect.verdict.name), .number(effect.effect),
          .number(effect.interval?.low), .number(effect.interval?.high),
        ])
    }
  }

  private func mark(ofReference standing: Standing, _ reference: Int) -> String {
    // With a baseline ▲ says "better than it".
    if comparison.baselineName == nil, standing.winner == reference { return " ▲" }
    let isTelling = !standing.hasTooFewSeeds && !standing.areAllSame
    return isTelling && comparison.baselineName == nil && !standing.comparisons.isEmpty ? " ●" : ""
  }

  /// What the mark of the one that others are compared with says, in a table of data.
  private static func name(ofMark mark: String) -> String {
    switch mark {
    case " ▲": "best"
    case " ●": "leader"
    default: ""
    }
  }

  private static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .same: "="
    case .equal: "≈"
    case .better: "▲"
    case .worse: "▼"
    case .undecided: "?"
    case .tooFewSeeds: "·"
    }
  }

  private func caption(_ columns: [Column], hasEffects: Bool, isFirst: Bool) -> [Inline] {
    let isTested = comparison.family.comparisons.contains { $0.verdict != .tooFewSeeds }
    let hasFewSeeds = comparison.family.comparisons.contains { $0.verdict == .tooFewSeeds }
    let singles = columns.count { comparison.problems[$0.problem].seedCount == 1 }
    let start =
      singles == 0
      ? "Medians over the seeds"
      : singles == columns.count
        ? "Values of the one run" : "Medians over the seeds, and values where there is one run"
    let baseline: [Inline]? = comparison.baselineName.map { [.strong([.text($0)])] }
    let effects: [Inline] =
      hasEffects && isTested
      ? ["; then the ratio (epochs) or difference (metrics) to "] + (baseline ?? ["●, or to ▲,"])
        + [" with its interval"] : []
    var caption: [Inline] = [.text(start)] + effects + ["."]
    guard isFirst else { return caption }
    if isTested, let baseline {
      caption += [" Compared with "] + baseline + [": ▲ clearly better, ▼ clearly worse, "]
      caption.append("≈ practically equal, = the same runs, ? undecided.")
    } else if isTested {
      caption.append(
        .text(
          " ▲ clearly better than every other, ● the first of those who lead; compared with it ▼ "
            + "clearly worse, ≈ practically equal, = the same runs, ? undecided."))
    }
    if comparison.family.comparisons.contains(where: \.isFragile) {
      caption.append(" † would not be clear without some one of the seeds.")
    }
    return hasFewSeeds ? caption + [" · too few seeds to tell."] : caption
  }
}
