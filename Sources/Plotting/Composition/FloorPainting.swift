/// The strips of values without a logarithm, below the breaks of logarithmic axes.
extension Painter {
  /// The grounds of the strips, as that of the rail above a panel.
  mutating func paintFloors(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let color = style.mutedInk.with(opacity: 0.12)
    if let share = place.y.breakPlace {
      let y = frame.maxY - share * frame.height
      let (top, bottom) = share < 0.5 ? (y, frame.maxY) : (frame.minY, y)
      fill(Rectangle(x: frame.minX, y: top, width: frame.width, height: bottom - top), color)
    }
    if let share = place.x.breakPlace {
      let x = frame.minX + share * frame.width
      let (left, right) = share < 0.5 ? (frame.minX, x) : (x, frame.maxX)
      fill(Rectangle(x: left, y: frame.minY, width: right - left, height: frame.height), color)
    }
  }

  /// Two slanted strokes with a gap between them, across each axis that is broken.
  mutating func paintBreaks(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    if place.y.hasLine, let share = place.y.breakPlace {
      let y = frame.maxY - share * frame.height
      paintBreak(at: Point(x: frame.minX, y: y), isUpright: true)
    }
    if place.x.hasLine, let share = place.x.breakPlace {
      let x = frame.minX + share * frame.width
      paintBreak(at: Point(x: x, y: place.x.isOnTop ? frame.minY : frame.maxY), isUpright: false)
    }
  }

  private mutating func paintBreak(at center: Point, isUpright: Bool) {
    let (reach, slant, gap) = (3.0, 1.0, 1.25)
    func point(_ along: Double, _ across: Double) -> Point {
      isUpright
        ? Point(x: center.x + across, y: center.y - along)
        : Point(x: center.x + along, y: center.y - across)
    }
    let edges = [-gap, gap].map { side in
      [point(side - slant, -reach), point(side + slant, reach)]
    }
    var hole = Path()
    let width = reach / 3
    hole.append(
      [
        point(-gap - slant / 3, -width), point(-gap + slant / 3, width),
        point(gap + slant / 3, width), point(gap - slant / 3, -width),
      ], closed: true)
    fill(hole, style.background)
    var strokes = Path()
    for edge in edges { strokes.append(edge, closed: false) }
    stroke(strokes, axisPen)
  }
}
