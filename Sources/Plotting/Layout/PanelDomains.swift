extension PanelData {
  /// The data of all panels of `figure`, with ranges shared as it says.
  static func all(of figure: Figure) -> [PanelData] {
    let domains = figure.panels.map { ($0, domain(of: $0, along: \.x), domain(of: $0, along: \.y)) }
    var sharedX = Domain()
    var sharedY: [Int: Domain] = [:]
    let groups = figure.panels.indices.map(figure.yGroup)
    for ((_, x, y), group) in zip(domains, groups) {
      sharedX.include(x)
      if let group { sharedY[group, default: Domain()].include(y) }
    }
    return zip(domains, groups).map { domain, group in
      let (panel, x, y) = domain
      let isSpread = panel.marks.contains { if case .contours = $0 { true } else { false } }
      let hasMarkers =
        !isSpread
        && (panel.rail != nil
          || panel.marks.contains {
            switch $0 {
            case .points: true
            case .segments(let mark): mark.needsRoom
            default: false
            }
          })
      return PanelData(
        panel,
        x: (figure.hasSharedX ? sharedX : x).scale(for: panel.x, padding: hasMarkers ? 0.04 : 0),
        y: (group.flatMap { sharedY[$0] } ?? y).scale(for: panel.y, padding: isSpread ? 0 : 0.05))
    }
  }

  /// The values that a panel has to show along an axis.
  static func domain(of panel: Panel, along axis: KeyPath<Panel, Axis>) -> Domain {
    let scale = panel[keyPath: axis].scale
    let isX = axis == \Panel.x
    var domain = Domain()
    var faint: [[Double]] = []
    for mark in panel.marks {
      switch mark {
      case .line(let line) where line.isFaint && !isX: faint.append(line.y)
      case .line(let line): domain.include(isX ? line.x : line.y, on: scale)
      case .points(let points): domain.include(isX ? points.x : points.y, on: scale)
      case .band(let band):
        if isX {
          domain.include(band.x, on: scale)
        } else {
          domain.include(band.lower, on: scale)
          domain.include(band.upper, on: scale)
        }
      case .segments(let mark):
        for segment in mark.segments {
          domain.include(
            isX ? [segment.startX, segment.endX] : [segment.startY, segment.endY], on: scale)
        }
      case .cells(let mark):
        for cell in mark.cells {
          domain.include(isX ? [cell.startX, cell.endX] : [cell.startY, cell.endY], on: scale)
        }
      case .contours(let mark): domain.include(isX ? mark.x : mark.y, on: scale)
      case .parallel(let mark):
        domain.include(isX ? mark.axes.indices.map(Double.init) : [0, 1], on: scale)
      case .reference: break
      }
    }
    if isX { for row in panel.rail?.rows ?? [] { domain.include(row.x, on: scale) } }
    domain.include(background: faint, on: scale)
    return domain
  }
}
