import Kernels

/// Draws the features of synthetic tables.
enum SyntheticFeatures {
  /// The standard deviations √λⱼ of columns whose variances are spaced logarithmically from 1 to
  /// `condition`; a single column has 1.
  static func deviations(count: Int, condition: Double) -> [Double] {
    let span = log(condition)
    return (0..<count).map { column in
      count == 1 ? 1 : exp(0.5 * span * Double(column) / Double(count - 1))
    }
  }

  /// Weights of all columns: standard normal in `informative` of them, which a permutation chooses,
  /// and 0 in the others. The permutation is drawn first, then the weights in its order, output by
  /// output.
  static func weights(
    featureCount: Int, informative: Int, outputCount: Int, _ stream: inout PhiloxStream
  ) -> [[Double]] {
    let chosen = stream.permutation(featureCount).prefix(informative)
    return (0..<outputCount).map { _ in
      var weights = [Double](repeating: 0, count: featureCount)
      for column in chosen { weights[column] = stream.normal() }
      return weights
    }
  }

  /// The score of a row of dense features under each of `weights`, the products added from the
  /// first column to the last.
  static func scores(_ row: ArraySlice<Double>, _ weights: [[Double]]) -> [Double] {
    weights.map { weights in
      var sum = 0.0
      for (value, weight) in zip(row, weights) { sum += value * weight }
      return sum
    }
  }

  /// The place of the largest score once noise is added, one normal number a score; of equal ones
  /// the first.
  static func noisyClass(
    of scores: [Double], noise: Double, _ stream: inout PhiloxStream
  ) -> Int {
    var best = 0
    var largest = -Double.infinity
    for (index, score) in scores.enumerated() {
      let noisy = score + noise * stream.normal()
      if noisy > largest { (best, largest) = (index, noisy) }
    }
    return best
  }
}
