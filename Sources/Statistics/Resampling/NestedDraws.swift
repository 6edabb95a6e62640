import Kernels

/// Resamples in two steps: as many groups as there are, with replacement, and from each stratum of a
/// group that was drawn as many members as it has, with replacement (Davison and Hinkley, "Bootstrap
/// Methods and Their Application", 1997, section 3.8).
///
/// A group that is drawn twice has its members drawn anew each time.
public struct NestedDraws {
  private let groups: [[Int]]
  private let sizes: [Int]
  private var draws: ShortDraws
  private var counts: [[Int32]]

  /// Groups of strata, drawn from `stream`.
  ///
  /// - Parameters:
  ///   - groups: the strata of each group, by position.
  ///   - sizes: how many members each stratum has, at least 1.
  public init(groups: [[Int]], sizes: [Int], stream: PhiloxStream) {
    self.groups = groups
    self.sizes = sizes
    draws = ShortDraws(stream)
    counts = sizes.map { Array(repeating: 0, count: $0) }
  }

  /// Draws one resample.
  ///
  /// - Parameter body: called for each stratum of each group drawn, with how often each of its members
  ///   was drawn.
  public mutating func resample(_ body: (_ stratum: Int, _ counts: [Int32]) -> Void) {
    for _ in groups.indices {
      var group = 0
      draws.draw(1, below: groups.count) { group = $0 }
      for stratum in groups[group] {
        let size = sizes[stratum]
        for member in 0..<size { counts[stratum][member] = 0 }
        draws.draw(size, below: size) { counts[stratum][$0] += 1 }
        body(stratum, counts[stratum])
      }
    }
  }
}
