import Experiments
import Statistics
import Training

/// What a band shows of the losses of one epoch.
public enum CurveStatistic: Hashable, Sendable {
  /// The median, and the quantiles of these probabilities.
  case quantiles(ClosedRange<Double>)
  /// The mean, and one standard deviation to both sides of it.
  case meanAndDeviation

  /// The lower edge, the middle and the upper edge of losses in rising order, none of them NaN; nil
  /// without any. Where a run diverged there is no mean: all three are +∞.
  func numbers(ofSorted values: [Double]) -> (low: Double, middle: Double, high: Double)? {
    switch self {
    case .quantiles(let edges):
      guard let low = quantile(ofSorted: values, edges.lowerBound),
        let middle = quantile(ofSorted: values, 0.5),
        let high = quantile(ofSorted: values, edges.upperBound)
      else { return nil }
      return (low, middle, high)
    case .meanAndDeviation:
      guard !values.isEmpty else { return nil }
      guard let found = MeanAndDeviation(of: values) else {
        return (.infinity, .infinity, .infinity)
      }
      return (found.mean - found.deviation, found.mean, found.mean + found.deviation)
    }
  }
}

/// Median and two quantiles of a loss over the seeds, or its mean and deviation, epoch by epoch.
public struct CurveBand: Sendable {
  /// The epochs, rising.
  public var epochs: [Int] = []
  /// The lower edge at each epoch.
  public var lower: [Double] = []
  /// The median at each epoch, or the mean.
  public var median: [Double] = []
  /// The upper edge at each epoch.
  public var upper: [Double] = []

  /// The band of `loss` over `runs` at the epochs that any of them recorded on its planned grid.
  ///
  /// A run that stopped early keeps its last loss; a diverged one counts as +∞ from its last epoch
  /// on, so that it can only make a band worse.
  ///
  /// - Parameter statistic: what the band shows.
  public init(
    _ runs: [SeededRun], grid: [Int], statistic: CurveStatistic = .quantiles(0.25...0.75),
    loss: (CurvePoint) -> Double?
  ) {
    let most = max(1, Self.mostLosses / max(1, runs.count))
    for first in stride(from: 0, to: grid.count, by: most) {
      append(runs, grid[first..<min(first + most, grid.count)], statistic, loss)
    }
  }

  /// How many losses are looked at together: the curves of all runs may not fit into memory.
  static let mostLosses = 1 << 22

  private mutating func append(
    _ runs: [SeededRun], _ grid: ArraySlice<Int>, _ statistic: CurveStatistic,
    _ loss: (CurvePoint) -> Double?
  ) {
    // Epoch by epoch the losses of all runs, NaN where there is none.
    var losses = Array(repeating: Double.nan, count: grid.count * runs.count)
    for (column, run) in runs.enumerated() {
      let end = run.outcome.status == .diverged ? run.outcome.epochs : .max
      let points = run.record.curve
      var position = 0
      for (row, epoch) in grid.enumerated() {
        while position + 1 < points.count, points[position + 1].epoch <= epoch { position += 1 }
        let value = epoch >= end ? Double.infinity : loss(points[position])
        guard let value else { continue }
        losses[row * runs.count + column] = value.isNaN ? .infinity : value
      }
    }
    for (row, epoch) in grid.enumerated() {
      let values = losses[row * runs.count..<(row + 1) * runs.count].filter { !$0.isNaN }.sorted()
      guard let numbers = statistic.numbers(ofSorted: values) else { continue }
      epochs.append(epoch)
      lower.append(numbers.low)
      median.append(numbers.middle)
      upper.append(numbers.high)
    }
  }

  /// The recorded epochs of a problem, up to the last one that any of its runs reached.
  public static func grid(of runs: [[SeededRun]]) -> [Int] {
    var grid: [Int] = []
    for run in runs.joined() {
      let epochs = run.record.curve.lazy.map(\.epoch)
      // Most runs of a problem record the same ones.
      guard !epochs.elementsEqual(grid.prefix(epochs.count)) else { continue }
      grid = Set(grid).union(epochs).sorted()
    }
    return grid
  }
}
