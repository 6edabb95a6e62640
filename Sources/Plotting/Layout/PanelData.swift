/// A panel's scales, and the places of its data as shares of the axes.
struct PanelData {
  /// A curve's places.
  struct Curve {
    var mark: LineMark
    let x: [Double]
    let y: [Double]
  }

  /// A band's places.
  struct Band {
    let mark: BandMark
    let x: [Double]
    let lower: [Double]
    let upper: [Double]
  }

  /// Markers' places.
  struct Markers {
    let mark: PointMark
    let x: [Double]
    let y: [Double]
  }

  let x: Scale
  let y: Scale
  private(set) var curves: [Curve]
  let bands: [Band]
  let markers: [Markers]
  let references: [ReferenceMark]
  let segments: [SegmentMark]
  let cells: [CellMark]
  let contours: [ContourMark]
  let rail: Rail?
  /// What the author draws by hand, but for lines.
  let annotations: [Annotation]
  /// The parts that are shown again.
  private(set) var insets: [InsetData] = []
  /// The axes inside the panel with their scales.
  let innerAxes: [(axis: Axis, scale: Scale)]
  /// The scale of the colour bar.
  let colorScale: Scale
  let colorBar: ColorBar?
  /// Whether nothing but reference lines has a place.
  let isEmpty: Bool

  init(_ panel: Panel, x: Scale, y: Scale) {
    self.x = x
    self.y = y
    var curves: [Curve] = []
    var bands: [Band] = []
    var markers: [Markers] = []
    var references: [ReferenceMark] = []
    var segments: [SegmentMark] = []
    var cells: [CellMark] = []
    var contours: [ContourMark] = []
    var innerAxes: [(axis: Axis, scale: Scale)] = []
    for mark in panel.marks {
      switch mark {
      case .line(let line):
        var places = Self.places(line.x, line.y, x, y)
        if line.isStepped { places = stepped(places.x, places.y) }
        curves.append(Curve(mark: line, x: places.x, y: places.y))
      case .band(let band):
        let count = min(band.x.count, band.lower.count, band.upper.count)
        var lower = (
          x: band.x.prefix(count).map(x.position),
          y: band.lower.prefix(count).map { Self.edge($0, y) }
        )
        var upper = (x: lower.x, y: band.upper.prefix(count).map { Self.edge($0, y) })
        if band.isStepped {
          lower = stepped(lower.x, lower.y)
          upper = stepped(upper.x, upper.y)
        }
        bands.append(Band(mark: band, x: lower.x, lower: lower.y, upper: upper.y))
      case .points(let points):
        let places = Self.places(points.x, points.y, x, y)
        markers.append(Markers(mark: points, x: places.x, y: places.y))
      case .reference(let reference): references.append(reference)
      case .segments(let mark): segments.append(mark)
      case .cells(let mark): cells.append(mark)
      case .contours(let mark): contours.append(mark)
      case .parallel(let mark):
        let scales = mark.scales
        innerAxes += zip(mark.axes, scales).map { (axis: $0, scale: $1) }
        curves += mark.curves(scales, x: x)
      }
    }
    self.segments = segments
    self.cells = cells
    self.contours = contours
    self.innerAxes = innerAxes
    for annotation in panel.annotations {
      if case .line(let line) = annotation.content { references.append(line) }
    }
    annotations = panel.annotations
    rail = panel.rail
    colorBar = panel.colorBar
    colorScale = Domain().scale(for: panel.colorBar?.axis ?? Axis(), padding: 0)
    self.curves = curves
    self.bands = bands
    self.markers = markers
    self.references = references
    func isPlaced(_ pair: (Double, Double)) -> Bool { pair.0.isFinite && pair.1.isFinite }
    isEmpty =
      segments.allSatisfy(\.segments.isEmpty) && cells.allSatisfy(\.cells.isEmpty)
      && contours.isEmpty && (rail?.rows ?? []).allSatisfy(\.x.isEmpty)
      && !curves.contains { zip($0.x, $0.y).contains(where: isPlaced) }
      && !markers.contains { zip($0.x, $0.y).contains(where: isPlaced) }
      && !bands.contains { zip($0.x, $0.upper).contains(where: isPlaced) }
    insets = InsetData(of: panel, self).map { [$0] } ?? []
  }

  /// The same without notes at the ends of curves.
  var withoutEndNotes: PanelData {
    var data = self
    for index in curves.indices { data.curves[index].mark.endNote = nil }
    return data
  }

  private static func places(
    _ xValues: [Double], _ yValues: [Double], _ x: Scale, _ y: Scale
  ) -> (x: [Double], y: [Double]) {
    let count = min(xValues.count, yValues.count)
    return (xValues.prefix(count).map(x.position), yValues.prefix(count).map(y.position))
  }

  /// A band's edge below a logarithmic axis runs out of the panel instead of ending the band.
  private static func edge(_ value: Double, _ scale: Scale) -> Double {
    value <= 0 && scale.kind == .logarithmic ? -.infinity : scale.position(value)
  }
}
