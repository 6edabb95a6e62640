import Analysis
import Kernels
import Specs
import Statistics

/// How wide the basins of good learning rates are that searches found.
struct BasinTable: TableContent {
  let name = "basins"
  let summary = "how many decades of learning rates are nearly as good as the best, by optimizer"

  let need = "optimizers that are tuned over learning_rate alone, on a logarithmic scale"

  /// What stands before a number that is a lower bound.
  static let atLeast = "at least "
  /// What stands before a number that is an upper bound.
  static let atMost = "at most "

  func isTelling(_ problem: ProblemComparison) -> Bool {
    problem.contenders.contains { $0.basins != nil }
  }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let shown = problem.contenders.filter { $0.basins != nil }
    let format = ColumnFormat(shown.compactMap { $0.summaries[.basinWidth] })
    return Table(
      number: number, kind: name, subject: problem.name,
      caption: caption(shown, on: problem, comparison.plan.spec.tuning),
      columns: [
        Table.Column(["optimizer"]),
        Table.Column(["best rate"], isNumeric: true, fields: ["best_rate"]),
        Table.Column(
          ["width in decades"], isNumeric: true,
          fields: Table.Column.fields(ofMedians: "basin_width") + ["lower_bounds"]),
        Table.Column(["from"], isNumeric: true, fields: ["from_rate"]),
        Table.Column(["to"], isNumeric: true, fields: ["to_rate"]),
        Table.Column(["tuning seeds"], isNumeric: true, fields: ["basins", "tuning_seeds"]),
      ],
      rows: shown.compactMap { row($0, format) })
  }

  private func row(_ contender: ContenderResults, _ format: ColumnFormat) -> [Table.Cell]? {
    guard let found = contender.basins, let summary = contender.summaries[.basinWidth] else {
      return nil
    }
    let basins = found.basins.compactMap { $0 }
    let best = MedianRate(basins.map(\.best))
    let low = MedianRate(
      basins.map(\.low), bounds: basins.map { $0.isLowOpen ? 0 : $0.low }, sign: Self.atMost)
    let high = MedianRate(
      basins.map(\.high), bounds: basins.map { $0.isHighOpen ? .infinity : $0.high },
      sign: Self.atLeast)
    let lowerBounds = found.widths.lowerBounds
    let width = (isLowerBound(found.widths, summary) ? Self.atLeast : "") + format.text(summary)
    let (count, seeds) = (basins.count, found.seeds.count)
    return [
      [.text(contender.name)],
      best.cell,
      Table.Cell([.text(width)], fields: summary.fields + [.number(Double(lowerBounds))]),
      low.cell,
      high.cell,
      Table.Cell(
        [.text(count == seeds ? "\(seeds)" : "\(count) of \(seeds)")],
        fields: [.number(Double(count)), .number(Double(seeds))]),
    ]
  }

  /// Whether the median would be another one if the basins went on beyond what was searched.
  private func isLowerBound(_ widths: Observations, _ summary: Summary) -> Bool {
    let most = Summary(of: widths.greatest, worst: Quantity.basinWidth.worst(nil))
    return most.map { $0.median > summary.median } ?? false
  }

  private func caption(
    _ shown: [ContenderResults], on problem: ProblemComparison, _ tuning: TuningSpec?
  ) -> [Inline] {
    let found = shown.compactMap(\.basins)
    let seeds = found.first?.seeds.count ?? 0
    let share = NumberText.exact(100 * LearningRateBasins.share) + " %"
    let loss =
      problem.problem.dataset == nil
      ? "value of the function"
      : (tuning?.objective.rawValue ?? "").replacing("_", with: " ")
    let good =
      found.first?.measure == .ofProgress
      ? "the \(loss) is at most \(share) of the way from the best one back to the start above the best one, "
        + "which may be 0"
      : "the \(loss) is at most \(share) above the best one"
    var text =
      ": around the best rate of an optimizer the rates without a gap at which \(good), "
      + "linearly between neighbouring trials in the logarithm of the rate and up to the last one before a trial that diverged. "
      + "\(statistic(seeds)); the wider, the less a coarse search can miss."
    if found.contains(where: { $0.widths.lowerBounds > 0 }) {
      text +=
        " At least, at most: there the basin reaches an end of what was searched, and the "
        + "interval has no upper end where the true width may lie anywhere above."
    }
    if found.contains(where: { $0.basins.contains { $0 == nil } }) {
      text +=
        " A tuning seed with which no trial came to anything has no basin: it counts as the "
        + "narrowest, and the rates are those of the others."
    }
    if shown.count > 1 {
      let margin = NumberText.exact(LearningRateBasins.margin.high)
      text +=
        " Two widths are called practically equal where the interval of their difference lies within "
        + "\(margin) decades."
    }
    return [
      .text("Basins of good learning rates on "), .emphasis([.text(problem.name)]), .text(text),
    ]
  }

  private func statistic(_ seeds: Int) -> String {
    if seeds == 1 { return "Values of the one tuning seed" }
    return seeds < HolmFamily.fewestSeeds(comparisons: 1)
      ? "Medians over \(seeds) tuning seeds, too few for an interval"
      : "Medians over \(seeds) tuning seeds, each column by itself (the best rate of a seed is not that of "
        + "another, nor of their median loss), of widths with the 95 % interval"
  }
}

/// The median of learning rates over the seeds, on the scale on which they are searched.
private struct MedianRate {
  private let median: Double?
  /// What stands before it: that it is a bound.
  private let sign: String

  /// - Parameters:
  ///   - rates: the rates, above 0.
  ///   - bounds: how far each may really lie, 0 or ∞ where it is open; nil: nowhere else.
  ///   - sign: what says that the median is a bound.
  init(_ rates: [Double], bounds: [Double]? = nil, sign: String = "") {
    median = Self.median(rates)
    self.sign = bounds.map { Self.median($0) != Self.median(rates) } ?? false ? sign : ""
  }

  var cell: Table.Cell {
    let text = median.map { sign + NumberText.significant($0, 3) } ?? "none"
    return Table.Cell([.text(text)], fields: [.number(median)])
  }

  /// The one in the middle, or the geometric mean of the two.
  private static func median(_ rates: [Double]) -> Double? {
    let sorted = rates.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    if !sorted.count.isMultiple(of: 2) { return upper }
    let lower = sorted[sorted.count / 2 - 1]
    return lower == upper ? lower : lower.squareRoot() * upper.squareRoot()
  }
}
