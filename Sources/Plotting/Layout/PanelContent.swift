/// A panel's data as lines and areas on the canvas, and whether a place is free of them.
struct PanelContent {
  /// A curve with its visible parts.
  struct Curve {
    let mark: LineMark
    let parts: [[Point]]
  }

  /// A band with its visible areas.
  struct Band {
    let mark: BandMark
    let areas: [[Point]]
    let edges: [BandEdges]
  }

  /// Markers that are seen.
  struct Markers {
    let mark: PointMark
    let points: [Point]
    /// The size as a multiple of the usual one.
    let size: Double
    /// How far one reaches from its middle, in points.
    let reach: Double
    /// The opacity, from 0 to 1.
    let opacity: Double
  }

  /// A reference line from border to border.
  struct Reference {
    let mark: ReferenceMark
    let start: Point
    let end: Point
  }

  let frame: Rectangle
  let curves: [Curve]
  let bands: [Band]
  let markers: [Markers]
  /// The reference lines within the axes.
  let references: [Reference]
  /// Cells, contours, strokes and words.
  var shapes: PanelShapes
  /// The stretches that the author shaded.
  let spans: [SpanContent]
  /// The author's words.
  let notes: [NoteContent]
  /// The parts that are shown again.
  private(set) var insets: [InsetContent] = []

  /// How far a drawn curve may be from the data: less than a device shows.
  private static let tolerance = 0.03

  /// - Parameter resolution: the pixels per inch for which long curves are thinned out.
  init(
    _ data: PanelData, place: FigureLayout.PanelPlace, style: FigureStyle, ruler: TextRuler,
    resolution: Double, keepingFree kept: Rectangle? = nil
  ) {
    let frame = place.frame
    self.frame = frame
    let columns = resolution / 72
    let canvas = Canvas(frame: frame)
    // What is cut lies outside the frame, so that the ends of cut lines are not seen.
    let outer = frame.expanded(by: 8)
    curves = data.curves.map { curve in
      let runs = canvas.runs(curve.x, curve.y)
      let parts = runs.flatMap { run in
        clipped(decimated(run, columns: columns), to: outer)
      }
      return Curve(
        mark: curve.mark, parts: parts.map { simplified($0, tolerance: Self.tolerance) })
    }
    bands = data.bands.map { band in
      let edges = canvas.edges(band).map { $0.decimated(columns: columns) }
      let areas = edges.map { edge in
        clippedPolygon(
          simplified(edge.upper, tolerance: Self.tolerance)
            + simplified(edge.lower, tolerance: Self.tolerance).reversed(), to: outer)
      }
      return Band(mark: band.mark, areas: areas.filter { $0.count > 2 }, edges: edges)
    }
    markers = Self.markers(data, canvas: canvas, style: style)
    shapes = PanelShapes(data, place: place, style: style, ruler: ruler)
    spans = SpanContent.all(data, canvas)
    notes = NoteContent.all(data, canvas, style: style, ruler: ruler)
    references = data.references.compactMap { mark in
      switch mark.orientation {
      case .horizontal:
        let share = data.y.position(mark.value)
        guard share >= 0, share <= 1 else { return nil }
        let y = canvas.y(share)
        return Reference(
          mark: mark, start: Point(x: frame.minX, y: y), end: Point(x: frame.maxX, y: y))
      case .vertical:
        let share = data.x.position(mark.value)
        guard share >= 0, share <= 1 else { return nil }
        let x = canvas.x(share)
        return Reference(
          mark: mark, start: Point(x: x, y: frame.minY), end: Point(x: x, y: frame.maxY))
      }
    }
    insets = data.insets.compactMap {
      InsetContent(
        $0, in: self, style: style, ruler: ruler, resolution: resolution, keepingFree: kept)
    }
  }

  /// Whether neither data, a reference line, an author's words nor an inset is drawn in `box`.
  func isFree(_ box: Rectangle) -> Bool {
    for curve in curves {
      for part in curve.parts {
        if part.count == 1, box.contains(part[0]) { return false }
        for (start, end) in zip(part, part.dropFirst())
        where clippedSegment(start, end, to: box) != nil {
          return false
        }
      }
    }
    for band in bands {
      for edge in band.edges where !Self.isFree(box, of: edge) { return false }
    }
    if !shapes.isFree(box) { return false }
    if !notes.allSatisfy({ $0.isFree(box) }) { return false }
    if insets.contains(where: { $0.box.overlaps(box) || $0.region.overlaps(box) }) { return false }
    if references.contains(where: { clippedSegment($0.start, $0.end, to: box) != nil }) {
      return false
    }
    return !markers.contains { marker in
      marker.points.contains(where: box.expanded(by: marker.reach).contains)
    }
  }

  /// Between two abscissas a band lies within the upright rectangle around its four corners.
  private static func isFree(_ box: Rectangle, of edge: BandEdges) -> Bool {
    let last = edge.lower.count - 1
    for index in edge.lower.indices {
      let next = min(index + 1, last)
      let xs = (edge.lower[index].x, edge.lower[next].x)
      guard max(xs.0, xs.1) >= box.minX, min(xs.0, xs.1) <= box.maxX else { continue }
      let ys = [edge.upper[index].y, edge.upper[next].y, edge.lower[index].y, edge.lower[next].y]
      let isAbove = ys.allSatisfy { $0 < box.minY }
      let isBelow = ys.allSatisfy { $0 > box.maxY }
      if !isAbove && !isBelow { return false }
    }
    return true
  }
}
