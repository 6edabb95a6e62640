import Kernels

/// A mixture of kernels, each the product of one kernel for each hyperparameter.
struct KernelMixture: Sendable {
  private let weights: [Double]
  private let axes: [AxisKernels]
  /// For each kernel the sum of its logarithmic factors.
  private let logFactors: [Double]
  private var terms: KernelTerms

  /// A mixture of kernels that `weights` belong to, for at least one hyperparameter.
  init(weights: [Double], axes: [AxisKernels]) {
    self.weights = weights
    self.axes = axes
    logFactors = weights.indices.map { kernel in
      axes.reduce(0) { $0 + $1.logFactors[kernel] }
    }
    terms = KernelTerms(count: weights.count)
  }

  /// Draws points: first a number for each to choose its kernel, then for each hyperparameter a number for each.
  func draw(_ count: Int, _ stream: inout NumPyLegacyStream) -> [[Double]] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums[sums.count - 1]
    let kernels = (0..<count).map { _ in
      let share = stream.uniform()
      return sums.firstIndex { $0 / total > share } ?? sums.count - 1
    }
    var points = [[Double]](repeating: [], count: count)
    for axis in axes {
      for (index, kernel) in kernels.enumerated() {
        points[index].append(axis.value(of: kernel, at: stream.uniform()))
      }
    }
    return points
  }

  /// The density at a point, on the scales, times the lengths of the ranges; that of a whole number is the mean over its
  /// interval. 0 where rounding took a value out of its range.
  mutating func density(at point: [Double]) -> Double {
    terms.exponents = logFactors
    terms.factors = weights
    for (axis, value) in zip(axes, point) {
      if axis.scale.range.isInteger {
        terms.multiply(by: axis, over: axis.scale.interval(of: value))
      } else {
        let place = axis.scale.range.transformed(value)
        guard (axis.scale.low...axis.scale.high).contains(place) else { return 0 }
        terms.multiply(by: axis, at: place)
      }
    }
    return terms.sum()
  }
}
