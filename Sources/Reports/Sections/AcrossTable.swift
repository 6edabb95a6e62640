import Analysis
import Kernels
import Statistics

/// The contenders over all problems: one row each, in the plan's order.
struct AcrossTable {
  private let across: AcrossProblems
  private var sample: AcrossSample { across.sample }
  private var effects: AcrossEffects { across.effects }

  init(_ across: AcrossProblems) { self.across = across }

  /// The table.
  func table(number: Int) -> Table {
    let rows = sample.contenders.indices.map { contender -> [Table.Cell] in
      let won = across.wins.won(by: contender)
      let lost = across.wins.lost(by: contender)
      return [
        [.text(sample.contenders[contender])],
        Table.Cell(
          [.text(NumberText.fixed(across.ranks.means[contender], decimals: 2))],
          fields: [.number(across.ranks.means[contender])]),
        Table.Cell(
          [.text("▲ \(won), ▼ \(lost)")],
          fields: [won, lost, across.wins.comparisons[contender]].map { .number(Double($0)) }),
      ] + (across.baselineTests.map { [probability($0, contender)] } ?? [])
        + effectCells(contender)
    }
    return Table(
      number: number, kind: "across", caption: AcrossCaption(across).inlines, columns: columns,
      rows: rows)
  }

  private var columns: [Table.Column] {
    func column(_ title: [Inline], _ fields: [String]) -> Table.Column {
      Table.Column(title, isNumeric: true, fields: fields)
    }
    func estimate(_ title: [Inline], _ name: String) -> Table.Column {
      column(title, [name, "\(name)_low", "\(name)_high"])
    }
    let reference: [Inline] = [.strong([.text(sample.contenders[effects.reference])])]
    return [
      Table.Column(["optimizer"]), column(["mean rank"], ["mean_rank"]),
      column(["clearly better, worse"], ["clearly_better", "clearly_worse", "comparisons"]),
    ] + (across.baselineTests == nil ? [] : [column(["adjusted p"], ["adjusted_p"])]) + [
      estimate(["× the time of "] + reference, "time_ratio"),
      estimate(["faster than "] + reference, "probability_of_improvement"),
      estimate(["score"], "score"), estimate(["area"], "area"),
    ]
  }

  private func probability(_ tests: BaselineTests, _ contender: Int) -> Table.Cell {
    guard let value = tests[contender]?.adjustedProbability else { return ["–"] }
    return Table.Cell([.text(ProbabilityText.cell(value))], fields: [.number(value)])
  }

  private func effectCells(_ contender: Int) -> [Table.Cell] {
    [
      cell(effects.ratios, contender, neutral: 1),
      cell(effects.improvements, contender, neutral: 0.5),
      cell(effects.middleScores, contender), cell(effects.areas, contender),
    ]
  }

  /// The digits that the narrowest interval of the column asks for, which is at least a hundredth wide
  /// here: no reader needs more of a share.
  private func cell(
    _ estimates: [IntervalEstimate?], _ contender: Int, neutral: Double? = nil
  ) -> Table.Cell {
    let isItself = neutral != nil && contender == effects.reference
    guard !isItself, let estimate = estimates[contender] else { return ["–"] }
    let decimals = EffectText.decimals(forAll: estimates.map { $0?.interval }).map { min($0, 3) }
    let interval = estimate.interval
    let text = EffectText.share(estimate.value, interval, decimals: decimals, neutral: neutral)
    return Table.Cell(
      [.text(text)],
      fields: [.number(estimate.value), .number(interval.low), .number(interval.high)])
  }
}
