import Experiments
import Statistics
import Training

/// Median and two quantiles of a loss over the seeds, epoch by epoch.
public struct CurveBand: Sendable {
  /// The epochs, rising.
  public var epochs: [Int] = []
  /// The lower edge at each epoch.
  public var lower: [Double] = []
  /// The median at each epoch.
  public var median: [Double] = []
  /// The upper edge at each epoch.
  public var upper: [Double] = []

  /// The band of `loss` over `runs` at the epochs that any of them recorded on its planned grid.
  ///
  /// A run that stopped early keeps its last loss; a diverged one counts as +∞ from its last epoch
  /// on, so that it can only make a band worse.
  ///
  /// - Parameter edges: the probabilities of the band's edges.
  public init(
    _ runs: [SeededRecord], grid: [Int], edges: ClosedRange<Double> = 0.25...0.75,
    loss: (CurvePoint) -> Double?
  ) {
    // Only what the loop needs: to copy a whole record counts every array in it.
    let curves = runs.map { run in
      (points: run.record.curve, end: run.record.status == .diverged ? run.record.epochs : .max)
    }
    var positions = Array(repeating: 0, count: curves.count)
    for epoch in grid {
      var values: [Double] = []
      for index in curves.indices {
        let curve = curves[index]
        while positions[index] + 1 < curve.points.count,
          curve.points[positions[index] + 1].epoch <= epoch
        {
          positions[index] += 1
        }
        let value = epoch >= curve.end ? Double.infinity : loss(curve.points[positions[index]])
        guard let value else { continue }
        values.append(value.isNaN ? .infinity : value)
      }
      values.sort()
      guard let low = quantile(ofSorted: values, edges.lowerBound),
        let middle = quantile(ofSorted: values, 0.5),
        let high = quantile(ofSorted: values, edges.upperBound)
      else { continue }
      epochs.append(epoch)
      lower.append(low)
      median.append(middle)
      upper.append(high)
    }
  }

  /// The recorded epochs of a problem, up to the last one that any of its runs reached.
  public static func grid(of runs: [[SeededRecord]]) -> [Int] {
    var epochs: Set<Int> = []
    for run in runs.joined() { epochs.formUnion(run.record.curve.lazy.map(\.epoch)) }
    return epochs.sorted()
  }
}
