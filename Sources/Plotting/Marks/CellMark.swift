/// Upright rectangles: bars, boxes, the cells of a heat map.
public struct CellMark: Sendable, Hashable {
  /// How a cell is filled.
  public enum Filling: Sendable, Hashable {
    /// A series's colour at an opacity from 0 to 1.
    case series(SeriesStyle, opacity: Double)
    /// A colour.
    case color(Color)
    /// Hatched: there is no value.
    case missing
  }

  /// One rectangle between two places of the panel.
  public struct Cell: Sendable, Hashable {
    let startX: Double
    let startY: Double
    let endX: Double
    let endY: Double
    /// How it is filled.
    public var filling: Filling
    /// What may be written in its middle, the most exact first: all cells have the first that has
    /// room in all.
    public var texts: [String]

    /// Makes a rectangle between two abscissas and two ordinates.
    public init(
      x: (Double, Double), y: (Double, Double), filling: Filling, texts: [String] = []
    ) {
      (startX, endX) = x
      (startY, endY) = y
      self.filling = filling
      self.texts = texts
    }

    var isColored: Bool { if case .color = filling { true } else { false } }
  }

  /// The rectangles; those without a place on the axes are left out.
  public var cells: [Cell]
  /// Whether cells that are filled with a series's colour have its outline.
  public var hasOutline: Bool
  /// What the legend calls hatched cells; without a name they are not in it.
  public var missingName: String?

  /// Makes rectangles.
  public init(_ cells: [Cell], hasOutline: Bool = false) {
    self.cells = cells
    self.hasOutline = hasOutline
  }
}
