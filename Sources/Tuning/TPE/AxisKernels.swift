import Kernels

/// The kernels of one hyperparameter: normal distributions truncated to its range, one for each trial of a set in
/// trial order, then the prior, as wide as the range and in its middle.
struct AxisKernels: Sendable {
  let scale: KernelScale
  let means: [Double]
  let widths: [Double]
  /// One over each width.
  let inverseWidths: [Double]
  /// The least width.
  let leastWidth: Double
  /// The logarithm of the probability that the kernel without truncation gives to the range.
  let logMasses: [Double]
  /// log(R / σ) − log mass − ½ log 2π with R the length of the range: what a density takes besides its square.
  let logFactors: [Double]

  init(
    scale: KernelScale, means: [Double], widths: [Double], logMasses: [Double],
    logFactors: [Double]
  ) {
    self.scale = scale
    self.means = means
    self.widths = widths
    self.logMasses = logMasses
    self.logFactors = logFactors
    inverseWidths = widths.map { 1 / $0 }
    leastWidth = widths.reduce(.infinity) { min($0, $1) }
  }

  /// The standardized ends of the range under a kernel.
  func ends(of kernel: Int) -> (low: Double, high: Double) {
    (
      (scale.low - means[kernel]) / widths[kernel],
      (scale.high - means[kernel]) / widths[kernel]
    )
  }

  /// The value that a kernel has at `share` of its probability.
  func value(of kernel: Int, at share: Double) -> Double {
    let ends = ends(of: kernel)
    let place = truncatedNormalPlace(
      share, from: ends.low, to: ends.high, logMass: logMasses[kernel])
    return scale.value(at: place * widths[kernel] + means[kernel])
  }
}

/// The widths of kernels around `means`, in their order, on a scale.
///
/// The larger gap to a neighbour, where the ends of the range are neighbours of a single mean only, and at least 1/100 of
/// the range, or 1/(n + 2) of it for n means below 98.
func kernelWidths(around means: [Double], on scale: KernelScale) -> [Double] {
  let count = means.count
  let least = scale.length / min(100, Double(count + 2))
  var widths = [Double](repeating: 0, count: count)
  let order = quicksortOrder(of: means)
  for (rank, index) in order.enumerated() {
    let before = rank > 0 ? means[index] - means[order[rank - 1]] : nil
    let after = rank + 1 < count ? means[order[rank + 1]] - means[index] : nil
    let gap =
      count == 1
      ? max(means[index] - scale.low, scale.high - means[index])
      : max(before ?? 0, after ?? 0)
    widths[index] = min(scale.length, max(least, gap))
  }
  return widths
}
