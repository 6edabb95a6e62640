import Kernels
import Statistics

/// The density of trials over the places 0 to G − 1 of an even grid, by a mixture of truncated
/// normal distributions: one at each place with trials and a wide one, of weight 1 trial, over all.
///
/// With c_k of n trials at place k and T(g; μ, σ) the share that lies within ½ of g of a normal
/// distribution cut to [−½, G − ½]:
///
///     p(g) = (Σ_k c_k T(g; k, σ) + T(g; (G − 1)/2, G)) / (n + 1)
///     σ = max(1.059 min(IQR / 1.34, s) n^(−1/5), ½ / 1.64)
///
/// σ is Scott's rule ("Multivariate Density Estimation", 1992) with the standard deviation s and
/// the interquartile range IQR of the trials' places; its floor puts 90 % of a kernel on its own
/// place.
struct GridDensity {
  /// p(g) for each place g; they add up to 1.
  let probabilities: [Double]

  /// The density of so many trials at each place, at least one trial in all.
  init(counts: [Int]) {
    let size = Double(counts.count)
    let total = Double(counts.reduce(0, +))
    let width = Self.kernelWidth(counts)
    var sums = Self.kernel(at: (size - 1) / 2, width: size, places: counts.count)
    for (place, count) in counts.enumerated() where count > 0 {
      let kernel = Self.kernel(at: Double(place), width: width, places: counts.count)
      for index in sums.indices { sums[index] += Double(count) * kernel[index] }
    }
    probabilities = sums.map { $0 / (total + 1) }
  }

  /// The kernels' standard deviation σ.
  private static func kernelWidth(_ counts: [Int]) -> Double {
    let total = counts.reduce(0, +)
    let count = Double(total)
    let mean = counts.indices.reduce(0) { $0 + Double(counts[$1] * $1) } / count
    let squares = counts.indices.reduce(0) { sum, place in
      let distance = Double(place) - mean
      return sum + Double(counts[place]) * distance * distance
    }
    let deviation = (squares / max(1, count - 1)).squareRoot()
    let range = Double(interquartileRange(counts, total: total))
    let width = 1.059 * min(range / 1.34, deviation) * pow(count, -0.2)
    return max(width, 0.5 / 1.64)
  }

  /// The distance between the first place up to which there are at least ⌊n/4⌋ trials and the first
  /// up to which there are more than ⌊3n/4⌋, of the places that have trials.
  private static func interquartileRange(_ counts: [Int], total: Int) -> Int {
    let places = counts.indices.filter { counts[$0] > 0 }
    var seen = 0
    let cumulated = places.map { place in
      seen += counts[place]
      return seen
    }
    let lower = cumulated.firstIndex { $0 >= total / 4 } ?? 0
    let upper = cumulated.firstIndex { $0 > total * 3 / 4 } ?? places.count - 1
    return places[upper] - places[lower]
  }

  /// T(g; `center`, `width`) for each place g.
  private static func kernel(at center: Double, width: Double, places: Int) -> [Double] {
    // How much lies above each border of a place; far out, where little does, the wide kernel
    // counts alone.
    let tails = (0...places).map { normalUpperTail((Double($0) - 0.5 - center) / width) }
    let all = tails[0] - tails[places]
    return (0..<places).map { (tails[$0] - tails[$0 + 1]) / all }
  }
}
