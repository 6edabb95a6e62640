import Experiments
import Specs
import Statistics
import Training

/// Median and two quantiles of a loss over the seeds, epoch by epoch.
package struct CurveBand {
  /// The epochs, rising.
  package var epochs: [Int] = []
  /// The lower edge at each epoch.
  package var lower: [Double] = []
  /// The median at each epoch.
  package var median: [Double] = []
  /// The upper edge at each epoch.
  package var upper: [Double] = []

  /// The band of `loss` over `records` at the epochs that any of them recorded on its planned grid.
  ///
  /// A run that stopped early keeps its last loss; a diverged one counts as +∞ from its last epoch
  /// on, so that it can only make a band worse.
  ///
  /// - Parameter edges: the probabilities of the band's edges.
  package init(
    _ records: ArraySlice<RunRecord>, grid: [Int],
    edges: ProbabilityBand = ProbabilityBand(lower: 0.25, upper: 0.75),
    loss: (CurvePoint) -> Double?
  ) {
    var positions = Array(repeating: 0, count: records.count)
    for epoch in grid {
      var values: [Double] = []
      for (index, record) in records.enumerated() {
        while positions[index] + 1 < record.curve.count,
          record.curve[positions[index] + 1].epoch <= epoch
        {
          positions[index] += 1
        }
        let isLost = record.status == .diverged && epoch >= record.epochs
        let value = isLost ? Double.infinity : loss(record.curve[positions[index]])
        guard let value else { continue }
        values.append(value.isNaN ? .infinity : value)
      }
      values.sort()
      guard let low = quantile(ofSorted: values, edges.lower),
        let middle = quantile(ofSorted: values, 0.5),
        let high = quantile(ofSorted: values, edges.upper)
      else { continue }
      epochs.append(epoch)
      lower.append(low)
      median.append(middle)
      upper.append(high)
    }
  }

  /// The recorded epochs of a problem, up to the last one that any of its runs reached.
  package static func grid(of records: [ArraySlice<RunRecord>]) -> [Int] {
    var epochs: Set<Int> = []
    for record in records.joined() { epochs.formUnion(record.curve.lazy.map(\.epoch)) }
    return epochs.sorted()
  }
}
