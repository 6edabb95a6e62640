extension FigureLayout {
  /// Where a length above a panel begins and ends, and its name.
  struct LengthBarPlace {
    /// The name, cut to its room.
    let name: String
    /// How wide the name is, in points.
    let nameWidth: Double
    /// Where it begins, as a share of the panel's width.
    let start: Double
    /// Where it ends; nil where it is longer than the axis.
    let end: Double?
    /// How much room it takes, in points.
    let height: Double

    init(_ bar: LengthBar, scale: Scale, font: Font, room: Double, ruler: TextRuler) {
      name = ruler.shortened(bar.name, font, width: room)
      nameWidth = ruler.extents(name, font).width
      start = scale.position(bar.start)
      end = bar.end.map(scale.position)
      height = Spacing.rail + ruler.lineHeight(font)
    }
  }
}

extension Painter {
  /// The length above all else over a panel, with caps at both ends and its name on the left.
  mutating func paintLengthBar(_ place: FigureLayout.PanelPlace) {
    guard let bar = place.lengthBar else { return }
    let frame = place.frame
    let middle = frame.minY - place.headingLift + (bar.height - Spacing.rail) / 2
    write(
      bar.name, style.tickFont, style.ink,
      at: Point(
        x: frame.minX - Spacing.tickLabel - bar.nameWidth, y: middle + 0.36 * style.tickFont.size))
    guard let end = bar.end else { return }
    let (left, right) = (frame.minX + bar.start * frame.width, frame.minX + end * frame.width)
    let cap = 2.5
    var path = Path(through: [Point(x: left, y: middle), Point(x: right, y: middle)])
    for x in [left, right] {
      path.append([Point(x: x, y: middle - cap), Point(x: x, y: middle + cap)], closed: false)
    }
    stroke(path, Stroke(color: style.ink, width: 1.2 * style.lineWidth))
  }
}
