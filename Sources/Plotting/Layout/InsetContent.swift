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

  /// How large it is, as shares of the panel's width and height, where its author does not say it.
  private static let sizes = [(0.42, 0.42), (0.5, 0.34), (0.34, 0.34), (0.3, 0.3)]

  /// The part at the place that its author chose, or where it hides least of `panel`; nil where
  /// there is no room for it at all.
  ///
  /// - Parameter kept: what belongs to the legend, which it leaves free if it can.
  init?(
    _ data: InsetData, in panel: PanelContent, style: FigureStyle, ruler: TextRuler,
    resolution: Double, keepingFree kept: Rectangle? = nil
  ) {
    let canvas = Canvas(frame: panel.frame)
    var small = style
    small.tickSize *= Self.numberScale
    self.style = small
    let region = Rectangle(
      x: canvas.x(data.region.x.lowerBound), y: canvas.y(data.region.y.upperBound),
      width: canvas.x(data.region.x.upperBound) - canvas.x(data.region.x.lowerBound),
      height: canvas.y(data.region.y.lowerBound) - canvas.y(data.region.y.upperBound))
    self.region = region
    let shares = data.inset.size.map { [($0, $0)] } ?? Self.sizes
    let all = shares.flatMap { share in
      Self.boxes(
        share.0 * panel.frame.width, share.1 * panel.frame.height, data.inset.place,
        in: panel.frame)
    }
    let apart = all.filter { box in !(kept.map(box.overlaps) ?? false) }
    let boxes = apart.isEmpty ? all : apart
    let free = boxes.first { !$0.overlaps(region) && panel.isFree($0) }
    func cost(_ box: Rectangle) -> Double {
      panel.hidden(by: box) + (box.overlaps(region) ? 1e6 : 0)
    }
    // The author's corner holds, whatever it hides.
    let hasCorner = data.inset.place != .automatic
    guard let box = free ?? (hasCorner ? boxes.first : boxes.min { cost($0) < cost($1) }),
      let place = Self.place(data, in: box, style: small, ruler: ruler)
    else { return nil }
    self.box = box
    self.place = place
    content = PanelContent(
      data.data, place: place, style: style, ruler: ruler, resolution: resolution)
    connectors = Self.connectors(from: region, to: place.frame)
  }

  // MARK: Places

  /// The frame in `box` with its axes: their numbers are measured first, on the whole length.
  private static func place(
    _ data: InsetData, in box: Rectangle, style: FigureStyle, ruler: TextRuler
  ) -> FigureLayout.PanelPlace? {
    func axes(_ frame: Rectangle) -> (x: AxisLayout, y: AxisLayout) {
      (
        AxisLayout(
          data.axes.x, scale: data.data.x, orientation: .horizontal, length: frame.width,
          style: style, ruler: ruler),
        AxisLayout(
          data.axes.y, scale: data.data.y, orientation: .vertical, length: frame.height,
          style: style, ruler: ruler)
      )
    }
    var frame = box
    for _ in 0..<2 {
      let (x, y) = axes(frame)
      let left = max(y.depth, x.overhangAtStart)
      let below = max(x.depth, y.overhangAtStart)
      frame = Rectangle(
        x: box.minX + left, y: box.minY + y.overhangAtEnd,
        width: box.width - left - x.overhangAtEnd,
        height: box.height - below - y.overhangAtEnd)
      guard frame.width >= 8, frame.height >= 8 else { return nil }
    }
    let (x, y) = axes(frame)
    return FigureLayout.PanelPlace(
      frame: frame, x: x, y: y, titleLines: [], rightNames: nil, colorBar: nil, secondX: nil,
      lengthBar: nil,
      inner: InnerAxes([], x: data.data.x, width: 0, height: 0, style: style, ruler: ruler),
      rail: nil, railGap: 0, railLabel: "", headingLift: 0, letter: nil,
      endNotes: EndNotes([], height: 0, font: style.tickFont, ruler: ruler))
  }

  /// The places of a size in `frame`, best first: the corner that is asked for, or the corners and
  /// then everywhere, from left to right and from top to bottom.
  private static func boxes(
    _ width: Double, _ height: Double, _ asked: Inset.Place, in frame: Rectangle
  ) -> [Rectangle] {
    let inside = frame.expanded(by: -Spacing.clear)
    /// At shares of the free room.
    func box(_ x: Double, _ y: Double) -> Rectangle {
      Rectangle(
        x: inside.minX + x * (inside.width - width),
        y: inside.minY + y * (inside.height - height), width: width, height: height)
    }
    switch asked {
    case .upperRight: return [box(1, 0)]
    case .upperLeft: return [box(0, 0)]
    case .lowerLeft: return [box(0, 1)]
    case .lowerRight: return [box(1, 1)]
    case .automatic: break
    }
    let steps = (0...8).map { Double($0) / 8 }
    return [box(1, 0), box(0, 0), box(1, 1), box(0, 1)]
      + steps.flatMap { y in steps.map { x in box(x, y) } }
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
