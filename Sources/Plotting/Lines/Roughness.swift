/// How much curves go up and down.
enum Roughness {
  /// Whether a dash pattern dissolves on a curve: where it goes up and down by more than half of what it
  /// goes sideways, strokes and gaps cannot be told from its turns.
  ///
  /// - Parameter parts: the visible parts of the curve, in points.
  static func dissolvesDashes(_ parts: [[Point]]) -> Bool {
    var (sideways, turning) = (0.0, 0.0)
    for part in parts {
      guard let first = part.first, let last = part.last else { continue }
      sideways += abs(last.x - first.x)
      let travelled = zip(part, part.dropFirst()).reduce(0) { $0 + abs($1.1.y - $1.0.y) }
      turning += travelled - abs(last.y - first.y)
    }
    return sideways > 30 && turning > 0.5 * sideways
  }

  /// A few places of a curve for markers, about as far from each other as a frame is wide by seven; those
  /// of curves with other turns lie between.
  ///
  /// - Parameter turn: from 0 to 1.
  static func markerPlaces(_ parts: [[Point]], frame: Rectangle, turn: Double) -> [Point] {
    let points = parts.joined()
    let step = frame.width / 7
    return (0..<7).compactMap { index in
      let x = frame.minX + (Double(index) + 0.1 + 0.8 * turn) * step
      let near = points.filter { abs($0.x - x) < step / 4 && frame.contains($0) }
      return near.min { abs($0.x - x) < abs($1.x - x) }
    }
  }
}

extension FigureArrangement {
  /// The names of series whose curves are drawn solid with a few markers, since their dashes dissolve in
  /// some panel: so they look alike in all of them and in the legend.
  var markedNames: Set<String> {
    var names: Set<String> = []
    for curve in contents.flatMap(\.curves) {
      let style = curve.mark.style
      guard let name = curve.mark.name, !curve.mark.isFaint, style.dash != .solid,
        !style.keepsDash, !names.contains(name), Roughness.dissolvesDashes(curve.parts)
      else { continue }
      names.insert(name)
    }
    return names
  }
}
