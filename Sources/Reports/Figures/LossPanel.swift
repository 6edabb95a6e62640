import Analysis
import Experiments
import Training

/// The curves of one panel: one loss on one problem.
struct LossPanel {
  /// One contender's curve.
  struct Curve {
    /// The contender's name.
    var name: String
    /// Median and band over the seeds.
    var band: CurveBand
    /// The losses of each seed at the band's epochs, where they are asked for.
    var seeds: [[Double]]
  }

  /// The problem's position in the spec.
  let problem: Int
  /// The loss.
  let loss: WatchedLoss
  /// One curve a contender.
  let curves: [Curve]
  /// How many units of the horizontal axis an epoch is.
  let unitsPerEpoch: Double
  /// How many units of a second horizontal axis one of the first is; nil without a second one.
  let secondUnits: Double?

  init(
    problem: Int, loss: WatchedLoss, contenders: ArraySlice<Contender>,
    content: LossCurvesContent, comparison: Comparison
  ) {
    self.problem = problem
    self.loss = loss
    let compared = comparison.problems[problem]
    let planned = compared.problem
    let units = planned.units(of: content.abscissa)
    unitsPerEpoch = units
    secondUnits = content.secondAbscissa.map { planned.units(of: $0) / units }
    let shown = contenders.compactMap { contender in
      compared.position(of: contender.name).map { compared.contenders[$0] }
    }.filter { !$0.runs.isEmpty }
    let grid = CurveBand.grid(of: shown.map(\.runs))
    let statistic =
      content.statistic == .meanAndDeviation
      ? CurveStatistic.meanAndDeviation : .quantiles(content.band.lower...content.band.upper)
    let value: (CurvePoint) -> Double? = { loss == .training ? $0.trainLoss : $0.validationLoss }
    curves = shown.map { contender in
      let band = CurveBand(contender.runs, grid: grid, statistic: statistic, loss: value)
      let seeds =
        content.showsSeeds ?? (contender.twoOutcomes != nil)
        ? contender.runs.map { CurveBand([$0], grid: band.epochs, loss: value).median } : []
      return Curve(name: contender.name, band: band, seeds: seeds)
    }
  }
}

extension PlannedProblem {
  /// How many units of an abscissa an epoch is.
  fileprivate func units(of abscissa: Abscissa) -> Double {
    let examples = sizes?.training ?? 1
    switch abscissa {
    case .epoch: return 1
    case .step: return Double(spec.budget.batchSize.updatesPerEpoch(examples: examples))
    case .gradientEvaluations: return Double(examples)
    }
  }
}

extension WatchedLoss {
  /// "training" or "validation".
  var adjective: String { self == .training ? "training" : "validation" }

  /// The label of an axis.
  var label: String { "\(adjective) loss" }
}
