/// How many of a panel's data are seen in their own place, and where the others are.
///
/// A datum is a pair of coordinates of a curve or marker, a number on one of several parallel axes, the
/// length of a bar or the colour of a cell, an edge of a band, box or stroke, or a cross on a rail. NaN
/// is no datum but a gap.
public struct Census: Sendable, Hashable {
  /// How many points of curves and markers, bars, coloured cells and numbers on parallel axes there are.
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
  /// How many lie beyond the ends of the colours and have that of the end.
  public var beyondColors = 0
  /// How many finite edges of bands, boxes and strokes are cut off at a border without an arrow.
  public var cutEdges = 0
  /// How many edges of bands, boxes and strokes are infinite, so that these end at a border.
  public var infiniteEdges = 0
  /// How many edges of bands and boxes lie on a floor.
  public var edgesOnFloor = 0
  /// How many crosses there are on rails.
  public var crosses = 0
  /// How many of them lie beyond the ends of the horizontal axis and are not drawn.
  public var crossesBeyond = 0

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
    beyondColors += other.beyondColors
    infiniteEdges += other.infiniteEdges
    edgesOnFloor += other.edgesOnFloor
    crosses += other.crosses
    crossesBeyond += other.crossesBeyond
  }

  /// How many points are not drawn.
  public var unseen: Int { beyondX + beyondY + withoutPlace }
}

extension Figure {
  /// The census of each panel.
  public var census: [Census] {
    zip(panels, PanelData.all(of: self)).map { panel, data in
      Census(panel, data)
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
