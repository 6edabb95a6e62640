/// How much curves go up and down.
enum Roughness {
  /// Whether a dash pattern dissolves on a curve: where it goes up and down by more than a quarter of
  /// what it goes sideways, and turns within two lengths of the pattern, these cannot be told from its
  /// turns.
  ///
  /// - Parameters:
  ///   - parts: the visible parts of the curve, in points.
  ///   - stroke: the length of the pattern, in points.
  static func dissolvesDashes(_ parts: [[Point]], stroke: Double) -> Bool {
    var (sideways, upAndDown, turns) = (0.0, 0.0, 0)
    for part in parts {
      guard let first = part.first, let last = part.last else { continue }
      sideways += abs(last.x - first.x)
      upAndDown -= abs(last.y - first.y)
      var rise = 0.0
      for (start, end) in zip(part, part.dropFirst()) {
        let step = end.y - start.y
        upAndDown += abs(step)
        if step * rise < 0 { turns += 1 }
        if step != 0 { rise = step }
      }
    }
    return sideways > 30 && upAndDown > 0.25 * sideways
      && sideways < 2 * stroke * Double(turns + 1)
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
  ///
  /// - Parameter lineWidth: that of curves, in points.
  func markedNames(lineWidth: Double) -> Set<String> {
    var names: Set<String> = []
    for curve in contents.flatMap(\.curves) {
      let style = curve.mark.style
      guard let name = curve.mark.name, !curve.mark.isFaint, style.dash != .solid,
        !style.keepsDash, !names.contains(name),
        Roughness.dissolvesDashes(
          curve.parts, stroke: lineWidth * style.dash.pattern.reduce(0, +))
      else { continue }
      names.insert(name)
    }
    return names
  }
}
