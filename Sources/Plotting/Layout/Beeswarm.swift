/// Markers beside each other instead of on each other: each as near to the middle as those before it
/// allow (a bee swarm).
struct Beeswarm {
  /// How far each marker steps aside, in the order of the heights.
  let offsets: [Double]
  /// The size of the markers as a share of that asked for, such that they have room side by side.
  let scale: Double
  /// Whether even the smallest markers have no room, so that some hide others.
  let isCrowded: Bool

  /// The sizes that are tried.
  private static let scales = [1, 0.85, 0.7, 0.55]

  /// - Parameters:
  ///   - heights: where markers stand along the axis that keeps their values, in points.
  ///   - diameter: that of a marker of the size asked for.
  ///   - reach: how far a marker may step aside.
  init(_ heights: [Double], diameter: Double, reach: Double) {
    for scale in Self.scales {
      if let offsets = Self.placed(heights, diameter: scale * diameter, reach: reach) {
        (self.offsets, self.scale, isCrowded) = (offsets, scale, false)
        return
      }
    }
    // Multiples of the golden ratio fill the strip evenly, whatever their number.
    let order = heights.indices.sorted { heights[$0] < heights[$1] }
    var offsets = heights.map { _ in 0.0 }
    for (rank, index) in order.enumerated() {
      let multiple = Double(rank) * 0.6180339887498949
      offsets[index] = reach * (2 * (multiple - multiple.rounded(.down)) - 1)
    }
    (self.offsets, scale, isCrowded) = (offsets, Self.scales.last ?? 1, true)
  }

  /// Offsets at which no two markers of `diameter` touch; nil where they have no room.
  private static func placed(
    _ heights: [Double], diameter: Double, reach: Double
  ) -> [Double]? {
    let step = diameter / 4
    let count = step > 0 ? Int(min(200, reach / step)) : 0
    // 0, then a step to the right, to the left, two steps to the right, …
    var choices = [0.0]
    for number in 0..<count {
      let offset = Double(number + 1) * step
      choices += [offset, -offset]
    }
    var offsets = heights.map { _ in 0.0 }
    var near: [(height: Double, offset: Double)] = []
    for index in heights.indices.sorted(by: { heights[$0] < heights[$1] }) {
      let height = heights[index]
      near.removeAll { height - $0.height >= diameter }
      let free = choices.first { choice in
        near.allSatisfy { other in
          let (across, along) = (choice - other.offset, height - other.height)
          return across * across + along * along >= diameter * diameter * 0.998
        }
      }
      guard let free else { return nil }
      offsets[index] = free
      near.append((height, free))
    }
    return offsets
  }
}
