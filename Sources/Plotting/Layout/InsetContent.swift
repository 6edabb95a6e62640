/// A part of a panel as it is shown again, on the canvas.
struct InsetContent {
  /// What it takes, its numbers included.
  let box: Rectangle
  /// Its frame and its axes.
  let place: FigureLayout.PanelPlace
  /// What is drawn in its frame.
  let content: PanelContent
  /// The part of the panel that it shows.
  let region: Rectangle
  /// The lines from the corners of that part to those of the frame.
  let connectors: [(start: Point, end: Point)]
  /// The style of its numbers.
  let style: FigureStyle

  /// The size of its numbers as a share of the panel's.
  private static let numberScale = 0.85

  /// The part at the place that its author chose, or where it hides least of `panel`; nil where
  /// there is no room for it at all.
  init?(
    _ data: InsetData, in panel: PanelContent, style: FigureStyle, ruler: TextRuler,
    resolution: Double
  ) {
    let canvas = Canvas(frame: panel.frame)
    var small = style
    small.tickSize *= Self.numberScale
    self.style = small
    region = Rectangle(
      x: canvas.x(data.region.x.lowerBound), y: canvas.y(data.region.y.upperBound),
      width: canvas.x(data.region.x.upperBound) - canvas.x(data.region.x.lowerBound),
      height: canvas.y(data.region.y.lowerBound) - canvas.y(data.region.y.upperBound))
    let size = (
      width: data.inset.size * panel.frame.width, height: data.inset.size * panel.frame.height
    )
    func axes(_ width: Double, _ height: Double) -> (x: AxisLayout, y: AxisLayout) {
      (
        AxisLayout(
          data.axes.x, scale: data.data.x, orientation: .horizontal, length: width, style: small,
          ruler: ruler),
        AxisLayout(
          data.axes.y, scale: data.data.y, orientation: .vertical, length: height, style: small,
          ruler: ruler)
      )
    }
    // The room of the numbers first, measured on the whole length.
    var (x, y) = axes(size.width, size.height)
    var frame = Rectangle(x: 0, y: 0, width: 0, height: 0)
    for _ in 0..<2 {
      let left = max(y.depth, x.overhangAtStart)
      let below = max(x.depth, y.overhangAtStart)
      frame = Rectangle(
        x: left, y: y.overhangAtEnd, width: size.width - left - x.overhangAtEnd,
        height: size.height - below - y.overhangAtEnd)
      guard frame.width >= 8, frame.height >= 8 else { return nil }
      (x, y) = axes(frame.width, frame.height)
    }
    let box = Self.place(size, data.inset.place, in: panel, besides: region)
    self.box = box
    frame.minX += box.minX
    frame.minY += box.minY
    place = FigureLayout.PanelPlace(
      frame: frame, x: x, y: y, titleLines: [], rightNames: nil, colorBar: nil, secondX: nil,
      inner: [], railHeight: 0, railGap: 0, railLabel: "", headingLift: 0, letter: nil)
    content = PanelContent(
      data.data, place: place, style: style, ruler: ruler, resolution: resolution)
    connectors = Self.connectors(from: region, to: frame)
  }

  // MARK: Places

  private static func place(
    _ size: (width: Double, height: Double), _ asked: Inset.Place, in panel: PanelContent,
    besides region: Rectangle
  ) -> Rectangle {
    let inside = panel.frame.expanded(by: -Spacing.clear)
    /// At shares of the free room, from left to right and from top to bottom.
    func box(_ x: Double, _ y: Double) -> Rectangle {
      Rectangle(
        x: inside.minX + x * (inside.width - size.width),
        y: inside.minY + y * (inside.height - size.height), width: size.width,
        height: size.height)
    }
    switch asked {
    case .upperRight: return box(1, 0)
    case .upperLeft: return box(0, 0)
    case .lowerLeft: return box(0, 1)
    case .lowerRight: return box(1, 1)
    case .automatic: break
    }
    let steps = (0...8).map { Double($0) / 8 }
    let corners = [box(1, 0), box(0, 0), box(1, 1), box(0, 1)]
    let boxes = corners + steps.flatMap { y in steps.map { x in box(x, y) } }
    let free = boxes.first { !$0.overlaps(region) && panel.isFree($0) }
    func cost(_ box: Rectangle) -> Double {
      panel.hidden(by: box) + (box.overlaps(region) ? 1e6 : 0)
    }
    return free ?? boxes.min { cost($0) < cost($1) } ?? corners[0]
  }

  /// Two lines from corner to like corner that cross neither rectangle.
  private static func connectors(
    from region: Rectangle, to frame: Rectangle
  ) -> [(start: Point, end: Point)] {
    let pairs = zip(region.corners, frame.corners).filter { start, end in
      [region, frame].allSatisfy { rectangle in
        clippedSegment(start, end, to: rectangle.expanded(by: -0.05)) == nil
      }
    }
    return pairs.prefix(2).map { ($0.0, $0.1) }
  }
}

extension Rectangle {
  /// The corners, clockwise from the upper left one.
  fileprivate var corners: [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY),
      Point(x: minX, y: maxY),
    ]
  }
}

extension PanelContent {
  /// How much of the data `box` would hide, in points of curves; a marker counts as much as its
  /// size, a faint curve and a band a little.
  func hidden(by box: Rectangle) -> Double {
    var sum = 0.0
    for curve in curves {
      for part in curve.parts {
        for (start, end) in zip(part, part.dropFirst()) {
          guard let piece = clippedSegment(start, end, to: box) else { continue }
          let length = abs(piece.1.x - piece.0.x) + abs(piece.1.y - piece.0.y)
          sum += curve.mark.isFaint ? 0.2 * length : length
        }
      }
    }
    for band in bands {
      for edge in band.edges {
        for (low, high) in zip(edge.lower, edge.upper)
        where low.x >= box.minX && low.x <= box.maxX && low.y >= box.minY && high.y <= box.maxY {
          sum += 0.1
        }
      }
    }
    for marker in markers { sum += 4 * Double(marker.points.count(where: box.contains)) }
    for note in notes where !note.isFree(box) { sum += 1e4 }
    return sum
  }
}
