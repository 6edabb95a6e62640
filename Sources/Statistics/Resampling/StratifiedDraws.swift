import Kernels

/// Resamples of strata: from each of them as many draws with replacement as it has members.
struct StratifiedDraws {
  private let sizes: [Int]
  private var draws: ShortDraws

  /// Strata of so many members, drawn from `stream`.
  init(sizes: [Int], stream: PhiloxStream) {
    self.sizes = sizes
    draws = ShortDraws(stream)
  }

  /// Draws one resample and counts how often each place occurs in it.
  ///
  /// - Parameters:
  ///   - places: where each member counts, stratum after stratum; each from 0 to the number of counts.
  ///   - counts: set to the numbers of times.
  mutating func count(at places: [Int32], into counts: inout [Int32]) {
    for index in counts.indices { counts[index] = 0 }
    var first = 0
    for size in sizes {
      draws.draw(size, below: size) { counts[Int(places[first + $0])] += 1 }
      first += size
    }
  }
}
