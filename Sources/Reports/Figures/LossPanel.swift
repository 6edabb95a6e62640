import Analysis
import Experiments
import Specs
import Training

/// The curves of one panel: one loss on one problem.
struct LossPanel {
  /// One optimizer's curve.
  struct Curve {
    /// The optimizer's name.
    var name: String
    /// Median and band over the seeds.
    var band: CurveBand
    /// The losses of each seed at the band's epochs, where they are asked for.
    var seeds: [[Double]]
  }

  /// The problem's position in the spec.
  let problem: Int
  /// The loss.
  let loss: WatchedLossName
  /// One curve an optimizer.
  let curves: [Curve]
  /// How many units of the horizontal axis an epoch is.
  let unitsPerEpoch: Double

  init(
    problem: Int, loss: WatchedLossName, optimizers: ArraySlice<Int>, content: LossCurvesContent,
    comparison: Comparison
  ) {
    self.problem = problem
    self.loss = loss
    let results = comparison.results
    let planned = results.plan.problems[problem]
    let examples = planned.sizes?.training ?? 1
    unitsPerEpoch =
      switch content.abscissa {
      case .epoch: 1
      case .step: Double(planned.spec.budget.batchSize.updatesPerEpoch(examples: examples))
      case .gradientEvaluations: Double(examples)
      }
    let records = optimizers.map { results.records(problem: problem, optimizer: $0) }
    let grid = CurveBand.grid(of: records)
    let value: (CurvePoint) -> Double? = { loss == .training ? $0.trainLoss : $0.validationLoss }
    curves = zip(optimizers, records).map { optimizer, records in
      let band = CurveBand(records, grid: grid, edges: content.band, loss: value)
      let seeds =
        content.showsSeeds
        ? records.map { CurveBand([$0], grid: band.epochs, loss: value).median } : []
      return Curve(
        name: results.plan.spec.optimizers[optimizer].name, band: band, seeds: seeds)
    }
  }
}

extension WatchedLossName {
  /// "training" or "validation".
  var adjective: String { self == .training ? "training" : "validation" }

  /// The label of an axis.
  var label: String { "\(adjective) loss" }
}

extension Abscissa {
  /// The label of an axis.
  var label: String {
    switch self {
    case .epoch: "epoch"
    case .step: "step"
    case .gradientEvaluations: "gradient evaluations"
    }
  }

  /// What curves are drawn by, in running text.
  var phrase: String { label }
}
