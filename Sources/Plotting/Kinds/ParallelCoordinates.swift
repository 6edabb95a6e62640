import Kernels

/// Trials as curves across the axes of their hyperparameters; the last axis is the objective, whose
/// value colours the curve and which is a strip of these colours.
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
    var shown = axes.indices.map(axis)
    var bar = objective
    bar.label = nil
    if !domain.isEmpty { bar.including += [domain.least, domain.greatest] }
    if last >= 0 {
      shown[last] = bar
      shown[last].isHidden = true
    }
    return Panel(
      title: title,
      x: Axis(lower: -0.6, upper: max(0, Double(last)), names: names, hasLine: false),
      y: Axis(lower: 0, upper: 1, isHidden: true),
      marks: [.parallel(ParallelMark(axes: shown, rows: rows))],
      colorBar: ColorBar(
        colors: .shades(isReversed: !isLowerBetter), axis: bar, isAttached: true),
      shape: .ratio(0.5), hasGrid: false)
  }

  /// An axis, whose ticks stand at its values where they are few: batch sizes, numbers of layers.
  private func axis(_ index: Int) -> Axis {
    var axis = axes[index]
    guard axis.names == nil else { return axis }
    let most = 7
    let column = trials.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    var values: Set<Double> = []
    for value in column where value.isFinite && values.count <= most { values.insert(value) }
    if !values.isEmpty, values.count <= most, 2 * values.count <= column.count {
      axis.names = values.sorted().map { Axis.Name(NumberText.short($0, digits: 4), at: $0) }
    }
    return axis
  }
}
