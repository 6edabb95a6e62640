extension Painter {
  /// The look of a run on the rail: a cross, whatever marker its series has.
  func railMarker(_ series: SeriesStyle) -> SeriesStyle {
    var series = series
    series.marker = .cross
    return series
  }

  /// The rows of runs above the panel, with how many runs each cross is.
  mutating func paintRail(_ rail: Rail, place: FigureLayout.PanelPlace) {
    guard let layout = place.rail, layout.height > 0 else { return }
    let frame = place.frame
    let top = frame.minY - place.railGap - layout.height
    fill(
      Rectangle(x: frame.minX, y: top, width: frame.width, height: layout.height),
      style.mutedInk.with(opacity: 0.12))
    for item in layout.items {
      paintMarkers(
        railMarker(rail.rows[item.row].style),
        at: [Point(x: frame.minX + item.x, y: top + item.y)])
      write(
        item.text, style.tickFont, style.ink,
        at: Point(x: frame.minX + item.textX, y: top + item.textY))
    }
    let width = ruler.extents(place.railLabel, style.tickFont).width
    write(
      place.railLabel, style.tickFont, style.mutedInk,
      at: Point(
        x: frame.minX - Spacing.tickLabel - width,
        y: top + layout.height / 2 + 0.36 * style.tickFont.size))
  }
}
