/// How many of a panel's data are seen in their own place, and where the others are.
///
/// A datum is a pair of coordinates of a curve or marker, or an edge of a band, box or stroke. NaN is
/// no datum but a gap.
public struct Census: Sendable, Hashable {
  /// How many points of curves and markers there are.
  public var values = 0
  /// How many of them lie on the floor of the logarithmic horizontal axis, being 0 or less.
  public var onFloorOfX = 0
  /// How many lie on the floor of the logarithmic vertical axis.
  public var onFloorOfY = 0
  /// How many of those on a floor are below 0.
  public var negative = 0
  /// How many lie beyond the ends of the horizontal axis and are not drawn.
  public var beyondX = 0
  /// How many lie beyond the ends of the vertical axis and are not drawn.
  public var beyondY = 0
  /// How many have no place at all: infinite ones, and where a logarithmic axis begins at a given
  /// number, those at or below 0.
  public var withoutPlace = 0
  /// How many edges of bands, boxes and strokes are cut off at a border without an arrow.
  public var cutEdges = 0
  /// How many edges of bands lie on a floor.
  public var edgesOnFloor = 0

  /// Nothing counted yet.
  public init() {}

  /// Takes in what was counted in another panel.
  public mutating func add(_ other: Census) {
    values += other.values
    onFloorOfX += other.onFloorOfX
    onFloorOfY += other.onFloorOfY
    negative += other.negative
    beyondX += other.beyondX
    beyondY += other.beyondY
    withoutPlace += other.withoutPlace
    cutEdges += other.cutEdges
    edgesOnFloor += other.edgesOnFloor
  }

  /// How many points are not drawn.
  public var unseen: Int { beyondX + beyondY + withoutPlace }
}

extension Figure {
  /// The census of each panel.
  public var census: [Census] {
    zip(panels, PanelData.all(of: self)).map { panel, data in
      Census(panel, x: data.x, y: data.y)
    }
  }
}

extension Census {
  init(_ panel: Panel, x: Scale, y: Scale) {
    let lines = panel.marks.compactMap { mark -> LineMark? in
      if case .line(let line) = mark { line } else { nil }
    }
    for mark in panel.marks {
      switch mark {
      case .line(let line): count(line.x, line.y, x, y)
      case .points(let points):
        // Markers on a curve are the curve's values, counted once.
        let isOnCurve = lines.contains { $0.x == points.x && $0.y == points.y }
        if !isOnCurve { count(points.x, points.y, x, y) }
      case .band(let band):
        for (place, edges) in zip(band.x, zip(band.lower, band.upper)) {
          guard x.isInView(place), !edges.0.isNaN, !edges.1.isNaN else { continue }
          for edge in [edges.0, edges.1] {
            if y.floor != nil, edge <= 0 {
              edgesOnFloor += 1
            } else if !y.isInView(edge) {
              cutEdges += 1
            }
          }
        }
      case .segments(let mark) where mark.arrow == 0:
        for segment in mark.segments {
          let isWhole =
            [segment.startX, segment.endX].allSatisfy(x.isInView)
            && [segment.startY, segment.endY].allSatisfy(y.isInView)
          if !isWhole { cutEdges += 1 }
        }
      case .segments, .cells, .contours, .parallel, .reference: break
      }
    }
  }

  private mutating func count(_ xs: [Double], _ ys: [Double], _ x: Scale, _ y: Scale) {
    for (one, other) in zip(xs, ys) where !one.isNaN && !other.isNaN {
      values += 1
      let places = (x.position(one), y.position(other))
      guard places.0.isFinite, places.1.isFinite else {
        withoutPlace += 1
        continue
      }
      guard x.isInView(one) else {
        beyondX += 1
        continue
      }
      guard y.isInView(other) else {
        beyondY += 1
        continue
      }
      if x.floor != nil, one <= 0 { onFloorOfX += 1 }
      if y.floor != nil, other <= 0 { onFloorOfY += 1 }
      if (x.floor != nil && one < 0) || (y.floor != nil && other < 0) { negative += 1 }
    }
  }
}

extension Scale {
  /// Whether a value lies on the axis; at the very ends it does.
  func isInView(_ value: Double) -> Bool {
    let place = position(value)
    return place >= -1e-9 && place <= 1 + 1e-9
  }
}
