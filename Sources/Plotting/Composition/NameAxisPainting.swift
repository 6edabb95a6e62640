extension Painter {
  /// Names below a panel, or above it, on lines or turned.
  mutating func write(_ names: NameLayout, alongX place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let font = style.tickFont
    let distance = place.x.nameDistance
    let top =
      place.x.isOnTop ? frame.minY - distance - names.depth : frame.maxY + distance
    for item in names.items {
      let x = frame.minX + item.position * frame.width
      for (index, line) in item.lines.enumerated() {
        let extents = ruler.extents(line, font)
        if names.isTurned {
          let fromMiddle = Double(index) - Double(item.lines.count - 1) / 2
          write(
            line, font, style.ink,
            at: Point(
              x: x + fromMiddle * names.lineHeight + 0.36 * font.size,
              y: place.x.isOnTop ? frame.minY - distance : top + extents.width),
            direction: .upwards, anchor: place.x.isOnTop ? .start : .end)
        } else {
          let y = top + Double(index) * names.lineHeight + extents.ascent
          write(
            line, font, style.ink, at: Point(x: x - extents.width / 2, y: y), anchor: .middle)
        }
      }
    }
  }

  /// Names beside a panel, ending at `right`.
  mutating func write(_ names: NameLayout, frame: Rectangle, right: Double) {
    writeLines(names, frame: frame, anchor: .end) { width in right - width }
  }

  /// Names beside a panel, beginning at `left`.
  mutating func write(_ names: NameLayout, frame: Rectangle, left: Double) {
    writeLines(names, frame: frame, anchor: .start) { _ in left }
  }

  private mutating func writeLines(
    _ names: NameLayout, frame: Rectangle, anchor: TextLabel.Anchor, start: (Double) -> Double
  ) {
    let font = style.tickFont
    for item in names.items {
      let middle = frame.maxY - item.position * frame.height
      for (index, line) in item.lines.enumerated() {
        let fromMiddle = Double(index) - Double(item.lines.count - 1) / 2
        let y = middle + fromMiddle * names.lineHeight + 0.36 * font.size
        let width = ruler.extents(line, font).width
        write(line, font, style.ink, at: Point(x: start(width), y: y), anchor: anchor)
      }
    }
  }
}
