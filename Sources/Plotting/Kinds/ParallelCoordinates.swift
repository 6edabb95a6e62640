/// Trials as curves across the axes of their hyperparameters; the last axis is the objective, whose
/// value colours the curve.
public struct ParallelCoordinates: FigureKind {
  /// The heading over the panel.
  public var title: String?
  /// The axes from left to right; a label names each, the last is the objective.
  public var axes: [Axis]
  /// The trials: a number for each axis.
  public var trials: [[Double]]
  /// Whether the least objective is the best.
  public var isLowerBetter: Bool

  /// Makes parallel coordinates.
  public init(
    axes: [Axis], trials: [[Double]], title: String? = nil, isLowerBetter: Bool = true
  ) {
    self.title = title
    self.axes = axes
    self.trials = trials
    self.isLowerBetter = isLowerBetter
  }

  /// What is drawn.
  public var panel: Panel {
    let objective = axes.last ?? Axis()
    let last = axes.count - 1
    func value(_ trial: [Double]) -> Double {
      trial.indices.contains(last) ? trial[last] : .nan
    }
    var domain = Domain()
    domain.include(trials.map(value), on: objective.scale)
    let scale = domain.scale(for: objective, padding: 0)
    // Worst first, so that the best are painted over the others.
    let shares = trials.map { trial -> Double in
      let share = scale.position(value(trial))
      let badness = isLowerBetter ? share : 1 - share
      return badness.isFinite ? min(1, max(0, badness)) : 1
    }
    let order = trials.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    let rows = order.map { index in
      ParallelMark.Row(trials[index], style: SeriesStyle(colorIndex: 0, shade: shares[index]))
    }
    let names = axes.enumerated().map { Axis.Name($1.label ?? "", at: Double($0)) }
    return Panel(
      title: title,
      x: Axis(
        lower: -0.6, upper: Double(max(1, axes.count)) - 0.75, names: names,
        hasLine: false),
      y: Axis(lower: 0, upper: 1, isHidden: true),
      marks: [.parallel(ParallelMark(axes: axes, rows: rows))], shape: .ratio(0.5),
      hasGrid: false)
  }
}
