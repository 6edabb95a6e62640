import Kernels

/// The even grid over a hyperparameter's range on which trials are counted.
struct SearchGrid {
  /// The places of the grid on the range's scale, rising.
  let places: [Double]
  private let range: SearchRange

  /// A grid of at most 50 places from one end to the other, ends included: each whole number where
  /// there are fewer of them, and about the binary logarithm of their number on a logarithmic
  /// scale.
  init(_ range: SearchRange) {
    let size = Self.size(range)
    let (low, high) = (range.transformed(range.low), range.transformed(range.high))
    let step = (high - low) / Double(size - 1)
    places = (0..<size).map { $0 == size - 1 ? high : Double($0) * step + low }
    self.range = range
  }

  /// How many values lie next to each place of the grid; one in the middle of two counts for the
  /// lower.
  func counts(_ values: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: places.count)
    let half = (places[1] - places[0]) / 2
    for value in values {
      let place = range.transformed(value) - half
      counts[min(places.count { $0 < place }, places.count - 1)] += 1
    }
    return counts
  }

  private static func size(_ range: SearchRange) -> Int {
    guard range.isInteger else { return 50 }
    let wholeNumbers = max(range.high - range.low + 1, 2)
    guard range.scale == .log else { return Int(min(wholeNumbers.rounded(), 50)) }
    return Int(min((log(wholeNumbers) / log(2)).rounded(.up) + 1, 50))
  }
}
