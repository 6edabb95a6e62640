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

  /// Which number a rectangle shows.
  public enum Datum: Sendable, Hashable {
    /// Its edges are numbers, as those of a box of quartiles.
    case edges
    /// Its length is one, as that of a bar: the second of its abscissas.
    case length
    /// Its colour is one, on the axis of the panel's colour bar.
    case color(Double)
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
    /// Which number it shows.
    public var datum: Datum

    /// Makes a rectangle between two abscissas and two ordinates.
    public init(
      x: (Double, Double), y: (Double, Double), filling: Filling, texts: [String] = [],
      datum: Datum = .edges
    ) {
      (startX, endX) = x
      (startY, endY) = y
      self.filling = filling
      self.texts = texts
      self.datum = datum
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
