extension PanelData {
  /// How far a panel's markers reach beyond its borders.
  struct MarkerOverhang {
    var left = 0.0
    var right = 0.0
    var above = 0.0
    var below = 0.0
  }

  /// How far the markers at the borders of a panel of this size reach beyond it and beyond the
  /// canvas's margin, in points. They are whole where all else is cut at the borders.
  func markerOverhang(width: Double, height: Double, style: FigureStyle) -> MarkerOverhang {
    var result = MarkerOverhang()
    func isSeen(_ share: Double) -> Bool { share >= -0.001 && share <= 1.001 }
    for marker in markers {
      let reach = style.reach(of: marker.mark) - Spacing.canvas
      guard reach > 0 else { continue }
      for (x, y) in zip(marker.x, marker.y) where isSeen(x) && isSeen(y) {
        result.left = max(result.left, reach - x * width)
        result.right = max(result.right, reach - (1 - x) * width)
        result.above = max(result.above, reach - (1 - y) * height)
        result.below = max(result.below, reach - y * height)
      }
    }
    return result
  }
}
