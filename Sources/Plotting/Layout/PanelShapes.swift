/// What a panel shows besides curves, bands and markers, on the canvas.
struct PanelShapes {
  /// A rectangle as far as it is seen.
  struct Cell {
    let box: Rectangle
    let filling: CellMark.Filling
    let hasOutline: Bool
  }

  /// Areas, each painted over those before, and lines.
  struct Contours {
    var areas: [(path: Path, color: Color)] = []
    var lines = Path()
    let lineColor: Color
  }

  /// Strokes of one pen.
  struct Segments {
    var path = Path()
    let pen: SegmentMark.Pen
    let width: Double
  }

  /// Words with the start of their baseline.
  struct Label {
    let text: String
    let origin: Point
    let box: Rectangle
    let color: Color?
  }

  /// The runs of a series above the panel.
  struct RailRow {
    let style: SeriesStyle
    var runs: [(point: Point, opacity: Double)] = []
  }

  private(set) var cells: [Cell] = []
  private(set) var contours: [Contours] = []
  private(set) var segments: [Segments] = []
  private(set) var labels: [Label] = []
  private(set) var rail: [RailRow] = []
  private(set) var innerAxes: [InnerAxis] = []

  init(
    _ data: PanelData, place: FigureLayout.PanelPlace, style: FigureStyle, ruler: TextRuler
  ) {
    let canvas = Canvas(frame: place.frame)
    innerAxes = InnerAxis.all(of: place, style: style, ruler: ruler)
    for mark in data.cells { add(mark, data, canvas, style: style, ruler: ruler) }
    contours = data.contours.map { Self.contours($0, data, canvas, style: style) }
    segments = data.segments.map { Self.segments($0, data, canvas) }
    addRail(data, place: place, canvas: canvas, style: style)
    if data.isEmpty, labels.isEmpty, innerAxes.isEmpty {
      labels = [Self.emptiness(in: place.frame, style: style, ruler: ruler)]
    }
  }

  /// Whether nothing is drawn in `box`.
  func isFree(_ box: Rectangle) -> Bool {
    if contours.contains(where: { !$0.areas.isEmpty }) || !innerAxes.isEmpty { return false }
    if cells.contains(where: { $0.box.overlaps(box) }) { return false }
    if labels.contains(where: { $0.box.overlaps(box) }) { return false }
    return !segments.contains { segments in
      let points = segments.path.points
      return stride(from: 0, to: points.count - 1, by: 2).contains {
        clippedSegment(points[$0], points[$0 + 1], to: box.expanded(by: 1)) != nil
      }
    }
  }

  // MARK: Cells and words

  private mutating func add(
    _ mark: CellMark, _ data: PanelData, _ canvas: Canvas, style: FigureStyle, ruler: TextRuler
  ) {
    let outer = canvas.frame.expanded(by: style.lineWidth)
    var written: [(box: Rectangle, cell: CellMark.Cell)] = []
    for cell in mark.cells {
      let xs = [cell.startX, cell.endX].map { Self.edge($0, data.x) }
      let ys = [cell.startY, cell.endY].map { Self.edge($0, data.y) }
      guard !(xs + ys).contains(where: \.isNaN) else { continue }
      let left = max(outer.minX, canvas.x(min(xs[0], xs[1])))
      let right = min(outer.maxX, canvas.x(max(xs[0], xs[1])))
      let top = max(outer.minY, canvas.y(max(ys[0], ys[1])))
      let bottom = min(outer.maxY, canvas.y(min(ys[0], ys[1])))
      guard left <= right, top <= bottom else { continue }
      let box = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
      cells.append(
        Cell(
          box: cell.isColored ? Self.grown(box, within: canvas.frame) : box,
          filling: cell.filling, hasOutline: mark.hasOutline))
      if !cell.texts.isEmpty { written.append((box, cell)) }
    }
    labels += Self.words(written, style: style, ruler: ruler)
  }

  /// The first texts of the cells that have room in all of them; none where all are too long.
  private static func words(
    _ cells: [(box: Rectangle, cell: CellMark.Cell)], style: FigureStyle, ruler: TextRuler
  ) -> [Label] {
    for choice in 0..<(cells.map(\.cell.texts.count).min() ?? 0) {
      let extents = cells.map { ruler.extents($0.cell.texts[choice], style.tickFont) }
      let isRoomy = zip(cells, extents).allSatisfy { cell, extents in
        extents.width <= cell.box.width - 4 && extents.height <= cell.box.height - 1
      }
      guard isRoomy else { continue }
      return zip(cells, extents).map { item, extents in
        label(
          item.cell.texts[choice], extents,
          at: Point(x: item.box.midX - extents.width / 2, y: item.box.midY),
          size: style.tickSize, color: textColor(on: item.cell.filling))
      }
    }
    return []
  }

  /// `box` with half a point more to the right and above, where the next cell is painted over it:
  /// else the canvas would shine through between neighbours.
  private static func grown(_ box: Rectangle, within frame: Rectangle) -> Rectangle {
    let right = max(box.maxX, min(frame.maxX, box.maxX + 0.5))
    let top = min(box.minY, max(frame.minY, box.minY - 0.5))
    return Rectangle(
      x: box.minX, y: top, width: right - box.minX, height: box.maxY - top)
  }

  /// Black or white, whichever stands out more: by WCAG 2 at least 4.5 to 1, whatever the colour.
  private static func textColor(on filling: CellMark.Filling) -> Color? {
    guard case .color(let color) = filling else { return nil }
    return color.luminance > 0.21 ? Color(0x000000) : Color(0xFFFFFF)
  }

  /// What stands in the middle of a panel without data.
  private static func emptiness(
    in frame: Rectangle, style: FigureStyle, ruler: TextRuler
  ) -> Label {
    let text = ruler.shortened("no data", style.tickFont, width: frame.width)
    let extents = ruler.extents(text, style.tickFont)
    return label(
      text, extents, at: Point(x: frame.midX - extents.width / 2, y: frame.midY),
      size: style.tickSize, color: style.mutedInk)
  }

  private static func label(
    _ text: String, _ extents: TextExtents, at start: Point, size: Double, color: Color?
  ) -> Label {
    let origin = Point(x: start.x, y: start.y + 0.36 * size)
    let box = Rectangle(
      x: origin.x, y: origin.y - extents.ascent, width: extents.width, height: extents.height)
    return Label(text: text, origin: origin, box: box, color: color)
  }

  /// An edge below a logarithmic axis lies outside the panel.
  private static func edge(_ value: Double, _ scale: Scale) -> Double {
    value <= 0 && scale.kind == .logarithmic ? -.infinity : scale.position(value)
  }

  // MARK: Strokes

  private static func segments(
    _ mark: SegmentMark, _ data: PanelData, _ canvas: Canvas
  ) -> Segments {
    var result = Segments(pen: mark.pen, width: mark.width)
    let outer = canvas.frame.expanded(by: 8)
    for segment in mark.segments {
      let xs = [segment.startX, segment.endX].map { edge($0, data.x) }
      let ys = [segment.startY, segment.endY].map { edge($0, data.y) }
      guard !(xs + ys).contains(where: \.isNaN) else { continue }
      let start = Point(x: canvas.x(xs[0]), y: canvas.y(ys[0]))
      let end = Point(x: canvas.x(xs[1]), y: canvas.y(ys[1]))
      if mark.cap > 0 {
        result.path.append(arrowsBeyond(canvas.frame, from: start, to: end, size: mark.cap))
      }
      guard let piece = clippedSegment(start, end, to: outer) else { continue }
      result.path.append([piece.0, piece.1], closed: false)
      guard mark.cap > 0 else { continue }
      let isLevel = abs(end.y - start.y) < abs(end.x - start.x)
      let half = mark.cap / 2
      for point in [start, end] where canvas.frame.contains(point) {
        result.path.append(
          [
            Point(x: point.x - (isLevel ? 0 : half), y: point.y - (isLevel ? half : 0)),
            Point(x: point.x + (isLevel ? 0 : half), y: point.y + (isLevel ? half : 0)),
          ], closed: false)
      }
    }
    return result
  }

  // MARK: Rail

  private mutating func addRail(
    _ data: PanelData, place: FigureLayout.PanelPlace, canvas: Canvas, style: FigureStyle
  ) {
    guard let rows = data.rail else { return }
    let top = place.frame.minY - place.railGap - place.railHeight
    let height = place.railHeight / Double(max(1, rows.lineCount))
    for (index, row) in rows.rows.enumerated() {
      let line = rows.isOneLine ? 0 : index
      var result = RailRow(style: row.style)
      for (number, value) in row.x.enumerated() {
        let share = data.x.position(value)
        guard share >= -1e-9, share <= 1 + 1e-9 else { continue }
        let part = row.shares.indices.contains(number) ? row.shares[number] : 1
        guard part > 0 else { continue }
        result.runs.append(
          (
            Point(x: canvas.x(share), y: top + (Double(line) + 0.5) * height),
            min(1, 0.3 + 0.7 * part)
          ))
      }
      rail.append(result)
    }
  }
}
