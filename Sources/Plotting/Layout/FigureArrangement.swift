/// A figure's layout with every name in its place.
struct FigureArrangement {
  /// A name at the end of its line.
  struct LineEnd {
    var text: String
    var style: SeriesStyle
    var panel: Int
    /// The height of the line's end.
    var y: Double
  }

  /// What is written along a reference line.
  struct ReferenceLabel {
    var text: String
    /// The start of the baseline.
    var origin: Point
  }

  /// A legend with its upper left corner.
  struct PlacedLegend {
    var layout: LegendLayout
    var origin: Point
    /// Whether it stands on a ground of its own, over data.
    var hasGround = false

    var box: Rectangle {
      Rectangle(x: origin.x, y: origin.y, width: layout.width, height: layout.height)
    }
  }

  var layout: FigureLayout
  var contents: [PanelContent]
  var lineEnds: [LineEnd] = []
  var referenceLabels: [ReferenceLabel] = []
  var legend: PlacedLegend?

  /// Names go to the line ends, else into a free corner, else beside the last panel where it is not
  /// the last of its row, else below, as the figure allows.
  init(_ figure: Figure, data: [PanelData], ruler: TextRuler, resolution: Double) {
    let builder = Builder(figure: figure, data: data, ruler: ruler, resolution: resolution)
    if let arrangement = builder.withLineEnds() {
      self = arrangement
    } else if let arrangement = builder.withLegendInCorner() {
      self = arrangement
    } else if let arrangement = builder.withLegendInside() {
      self = arrangement
    } else if let arrangement = builder.withLegendInEmptyCell() {
      self = arrangement
    } else if let arrangement = builder.withLegendRight() {
      self = arrangement
    } else {
      self = builder.withLegendBelow()
    }
  }

  /// A layout without any names yet.
  init(layout: FigureLayout, contents: [PanelContent]) {
    self.layout = layout
    self.contents = contents
  }
}
