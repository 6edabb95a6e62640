/// A part of a panel with the scales on which it is shown again.
struct InsetData {
  /// What the author asks for.
  let inset: Inset
  /// The panel's data on the scales of the part.
  let data: PanelData
  /// What the ends of the part are called.
  let axes: (x: Axis, y: Axis)
  /// The part as shares of the panel's axes, with y upwards.
  let region: (x: ClosedRange<Double>, y: ClosedRange<Double>)

  /// The part of `panel` that its inset shows, where that is one and something is drawn in it.
  ///
  /// - Parameter whole: the data of the panel on its own scales.
  init?(of panel: Panel, _ whole: PanelData) {
    guard let inset = panel.inset else { return nil }
    let xs = [inset.lowerX, inset.upperX].map(whole.x.position)
    guard xs.allSatisfy(\.isFinite), xs[0] != xs[1] else { return nil }
    let across = min(xs[0], xs[1])...max(xs[0], xs[1])
    let ys = (inset.y ?? []).map(whole.y.position)
    let shares = ys.isEmpty ? Self.heights(of: whole, across) : ys
    guard let low = shares.min(), let high = shares.max(), low.isFinite, high.isFinite else {
      return nil
    }
    // Where the author does not say it, nothing lies on the border.
    let isFlat = high - low < 1e-9
    let margin = ys.isEmpty ? (isFlat ? 0.01 : 0.08 * (high - low)) : 0
    let along = max(0, low - margin)...min(1, high + margin)
    guard along.lowerBound < along.upperBound else { return nil }
    var inner = panel
    inner.inset = nil
    inner.annotations = []
    inner.rail = nil
    self.inset = inset
    region = (across, along)
    data = PanelData(
      inner, x: whole.x.part(from: across.lowerBound, to: across.upperBound),
      y: whole.y.part(from: along.lowerBound, to: along.upperBound))
    axes = (
      Axis(scale: panel.x.scale, isWhole: panel.x.isWhole, isReversed: panel.x.isReversed),
      Axis(scale: panel.y.scale, isWhole: panel.y.isWhole, isReversed: panel.y.isReversed)
    )
  }

  /// The heights that curves and markers reach between two abscissas, as shares of the axis.
  private static func heights(of data: PanelData, _ across: ClosedRange<Double>) -> [Double] {
    let strip = Rectangle(
      x: across.lowerBound, y: 0, width: across.upperBound - across.lowerBound, height: 1)
    var heights: [Double] = []
    for curve in data.curves where !curve.mark.isFaint {
      var run: [Point] = []
      func close() {
        heights += clipped(run, to: strip).joined().map(\.y)
        run = []
      }
      for (x, y) in zip(curve.x, curve.y) {
        if x.isFinite, y.isFinite { run.append(Point(x: x, y: y)) } else { close() }
      }
      close()
    }
    for marker in data.markers {
      heights += zip(marker.x, marker.y).filter { strip.contains(Point(x: $0, y: $1)) }.map(\.1)
    }
    return heights
  }
}
