import Kernels
import Plotting

/// Where an axis ends so that a few values far off do not crush all others into one line.
struct CrushWindow {
  /// The ends; nil on a side where every value is shown.
  private(set) var lower: Double?
  private(set) var upper: Double?

  /// A value that many times as far from the median as the next one would crush the others.
  private static let crush = 20.0

  /// The window of some values: at least half of them lie within it, and the ends have some
  /// room beyond these.
  init(_ values: [Double], scale: Axis.Scale) {
    let isLogarithmic = scale == .logarithmic
    let places = values.filter { $0.isFinite && !(isLogarithmic && $0 <= 0) }
      .map { isLogarithmic ? log($0) : $0 }.sorted()
    guard places.count > 3 else { return }
    let middle = places[places.count / 2]
    let distances = places.map { abs($0 - middle) }.sorted()
    // The first gap beyond half of the values, if there is any.
    let start = (distances.count + 1) / 2 - 1
    guard
      let last = (start..<distances.count - 1).first(where: {
        distances[$0] > 0 && distances[$0 + 1] > Self.crush * distances[$0]
      })
    else { return }
    let kept = places.filter { abs($0 - middle) <= distances[last] }
    guard let least = kept.first, let greatest = kept.last else { return }
    let room = 0.05 * (greatest - least)
    func value(_ place: Double) -> Double { isLogarithmic ? exp(place) : place }
    if places[0] < least { lower = value(least - room) }
    if places[places.count - 1] > greatest { upper = value(greatest + room) }
  }

  /// Limits an axis where the spec does not.
  func limit(_ axis: inout Axis) {
    if axis.lower == nil, let lower {
      axis.lower = lower
      axis.hasFloor = true
    }
    if axis.upper == nil { axis.upper = upper }
  }
}
