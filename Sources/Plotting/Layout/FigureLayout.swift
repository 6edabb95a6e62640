/// Where the panels of a figure stand.
///
/// Each panel is a rectangle plus what protrudes from it: ticks, labels, a heading. Gaps take the
/// largest protrusion of a row or column, so that the axes of neighbouring panels line up.
struct FigureLayout {
  /// One panel's place.
  struct PanelPlace {
    /// The rectangle between the axes.
    var frame: Rectangle
    var x: AxisLayout
    var y: AxisLayout
    var titleLines: [String]
    /// Names right of the panel.
    var rightNames: NameLayout?
    /// The axis of the colour bar, which is as long as the panel is high.
    var colorBar: AxisLayout?
    /// The horizontal axis in another unit, above the panel.
    var secondX: AxisLayout?
    /// The length above the panel, and what is above the axis below it.
    var lengthBar: LengthBarPlace?
    /// The vertical axes inside the panel.
    var inner: InnerAxes
    /// The height of the rail's rows above the panel; 0 without a rail.
    var railHeight: Double
    /// From the panel to the rail.
    var railGap: Double
    /// The rail's name left of it.
    var railLabel: String
    /// How far above the panel its heading begins.
    var headingLift: Double
    /// The letter that names the panel, and where its baseline starts.
    var letter: (text: String, x: Double)?
    /// What stands right of the panel at the ends of curves.
    var endNotes: EndNotes
  }

  /// An axis label that belongs to all panels.
  struct CommonLabel {
    var lines: [String]
    /// What it is centred on, along its direction.
    var middle: Double
    /// Where the room of its first line begins, across its direction.
    var start: Double
  }

  let width: Double
  let height: Double
  let titleLines: [String]
  let places: [PanelPlace]
  /// What stands below and left of all panels; without lines where each panel has its own labels.
  let commonLabels: (x: CommonLabel, y: CommonLabel)
  /// Where a legend below the panels begins.
  let footer: Double
  /// Whether no panel is narrower than a figure whose columns were asked for may have it.
  let isWideEnough: Bool
  /// Whether all panels stand in one row.
  let isOneRow: Bool

  /// The rectangle of the first panel that the last of several rows has room for; nil where it is
  /// full.
  var emptyCell: Rectangle? {
    guard let last = places.last?.frame else { return nil }
    let above = places.map(\.frame).filter { $0.minY < last.minY && $0.minX > last.minX }
    guard let next = above.min(by: { $0.minX < $1.minX }) else { return nil }
    return Rectangle(
      x: next.minX, y: last.minY, width: width - Spacing.canvas - next.minX, height: last.height)
  }

  /// Room that is kept free for names.
  struct Reserve {
    /// Right of the last panel.
    var lineEnds = 0.0
    /// Below all panels.
    var footer = 0.0
    /// Right of all panels.
    var side = 0.0
  }

  init(_ figure: Figure, data: [PanelData], ruler: TextRuler, reserve: Reserve) {
    let canvas = figure.canvasWidth
    let lines =
      figure.title.map {
        ruler.lines($0, figure.style.titleFont, width: canvas - 2 * Spacing.canvas)
      } ?? []
    let header =
      lines.isEmpty
      ? 0 : Double(lines.count) * ruler.lineHeight(figure.style.titleFont) + Spacing.heading
    func made(_ columns: Int, _ room: PanelGrid.Room) -> PanelGrid {
      PanelGrid(
        figure, data: data, ruler: ruler, columns: columns, canvas: canvas - reserve.side,
        header: header, reserve: reserve,
        room: room)
    }
    var columns = max(1, min(figure.columns, figure.panels.count))
    var grid = made(columns, .usual)
    while !figure.keepsColumns, columns > 1, grid.panelWidth < Self.leastPanelWidth {
      columns -= 1
      grid = made(columns, .usual)
    }
    for room in [PanelGrid.Room.little, .least] where grid.panelWidth < Self.leastPanelWidth / 2 {
      grid = made(columns, room)
    }
    width = canvas
    titleLines = lines
    places = grid.places(top: Spacing.canvas + header)
    commonLabels = grid.labels(top: Spacing.canvas + header)
    isOneRow = grid.rows <= 1
    isWideEnough = grid.panelWidth >= Self.leastAskedWidth
    footer = Spacing.canvas + header + grid.height + Spacing.legend
    let needed =
      Spacing.canvas + header + grid.height + Spacing.canvas
      + (reserve.footer > 0 ? Spacing.legend + reserve.footer : 0)
    height = max(needed, (figure.height ?? 0) * 72)
  }

  /// Narrower panels move to the next row.
  private static let leastPanelWidth = 72.0
  /// Where an author says how many stand side by side, they may be so narrow.
  private static let leastAskedWidth = 48.0
}
