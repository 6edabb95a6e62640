/// A panel's scales, and the places of its data as shares of the axes.
struct PanelData {
  /// A curve's places.
  struct Curve {
    let mark: LineMark
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
  let curves: [Curve]
  let bands: [Band]
  let markers: [Markers]
  let references: [ReferenceMark]
  /// Whether nothing but reference lines has a place.
  let isEmpty: Bool

  init(_ panel: Panel, x: Scale, y: Scale) {
    self.x = x
    self.y = y
    var curves: [Curve] = []
    var bands: [Band] = []
    var markers: [Markers] = []
    var references: [ReferenceMark] = []
    for mark in panel.marks {
      switch mark {
      case .line(let line):
        let places = Self.places(line.x, line.y, x, y)
        curves.append(Curve(mark: line, x: places.x, y: places.y))
      case .band(let band):
        let count = min(band.x.count, band.lower.count, band.upper.count)
        bands.append(
          Band(
            mark: band,
            x: band.x.prefix(count).map(x.position),
            lower: band.lower.prefix(count).map { Self.edge($0, y) },
            upper: band.upper.prefix(count).map { Self.edge($0, y) }))
      case .points(let points):
        let places = Self.places(points.x, points.y, x, y)
        markers.append(Markers(mark: points, x: places.x, y: places.y))
      case .reference(let reference):
        references.append(reference)
      }
    }
    self.curves = curves
    self.bands = bands
    self.markers = markers
    self.references = references
    func isPlaced(_ pair: (Double, Double)) -> Bool { pair.0.isFinite && pair.1.isFinite }
    isEmpty =
      !curves.contains { zip($0.x, $0.y).contains(where: isPlaced) }
      && !markers.contains { zip($0.x, $0.y).contains(where: isPlaced) }
      && !bands.contains { zip($0.x, $0.upper).contains(where: isPlaced) }
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

extension PanelData {
  /// The data of all panels of `figure`, with ranges shared as it says.
  static func all(of figure: Figure) -> [PanelData] {
    let domains = figure.panels.map { ($0, domain(of: $0, along: \.x), domain(of: $0, along: \.y)) }
    var sharedX = Domain()
    var sharedY = Domain()
    for (_, x, y) in domains {
      sharedX.include(x)
      sharedY.include(y)
    }
    return domains.map { panel, x, y in
      let hasMarkers = panel.marks.contains { if case .points = $0 { true } else { false } }
      return PanelData(
        panel,
        x: (figure.hasSharedX ? sharedX : x).scale(for: panel.x, padding: hasMarkers ? 0.04 : 0),
        y: (figure.hasSharedY ? sharedY : y).scale(for: panel.y, padding: 0.05))
    }
  }

  private static func domain(of panel: Panel, along axis: KeyPath<Panel, Axis>) -> Domain {
    let scale = panel[keyPath: axis].scale
    let isX = axis == \Panel.x
    var domain = Domain()
    for mark in panel.marks {
      switch mark {
      case .line(let line): domain.include(isX ? line.x : line.y, on: scale)
      case .points(let points): domain.include(isX ? points.x : points.y, on: scale)
      case .band(let band):
        if isX {
          domain.include(band.x, on: scale)
        } else {
          domain.include(band.lower, on: scale)
          domain.include(band.upper, on: scale)
        }
      case .reference: break
      }
    }
    return domain
  }
}
