extension Census {
  /// The census of a panel on its scales.
  init(_ panel: Panel, _ data: PanelData) {
    let (x, y) = (data.x, data.y)
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
          for edge in [edges.0, edges.1] { count(edge: edge, on: y) }
        }
      case .segments(let mark) where mark.arrow == 0:
        for segment in mark.segments {
          let ends = [
            (segment.startX, x), (segment.endX, x), (segment.startY, y), (segment.endY, y),
          ]
          guard !ends.contains(where: { $0.0.isNaN }) else { continue }
          if ends.contains(where: { $0.0.isInfinite }) {
            infiniteEdges += 1
          } else if !ends.allSatisfy({ $1.isInView($0) }) {
            cutEdges += 1
          }
        }
      case .cells(let mark):
        for cell in mark.cells { count(cell, x, y, colors: data.colorScale) }
      case .parallel(let mark):
        let scales = mark.scales
        for row in mark.rows {
          for (value, scale) in zip(row.values, scales) where !value.isNaN {
            count([0], [value], Scale(kind: .linear, lower: 0, upper: 1), scale)
          }
        }
      case .segments, .contours, .reference: break
      }
    }
    for row in panel.rail?.rows ?? [] {
      for (index, place) in row.x.enumerated()
      where !place.isNaN && row.share(index)?.count != 0 {
        crosses += 1
        if !x.isInView(place) { crossesBeyond += 1 }
      }
    }
  }

  private mutating func count(_ cell: CellMark.Cell, _ x: Scale, _ y: Scale, colors: Scale) {
    switch cell.datum {
    case .color(let value):
      guard value.isFinite else { return }
      values += 1
      if !(-1e-9...1 + 1e-9).contains(colors.edge(value)) { beyondColors += 1 }
    case .length: count([cell.endX], [(cell.startY + cell.endY) / 2], x, y)
    case .edges:
      let edges = [(cell.startX, x), (cell.endX, x), (cell.startY, y), (cell.endY, y)]
      guard !edges.contains(where: { $0.0.isNaN }) else { return }
      for (edge, scale) in edges { count(edge: edge, on: scale) }
    }
  }

  private mutating func count(edge: Double, on scale: Scale) {
    if edge.isInfinite {
      infiniteEdges += 1
    } else if scale.floor != nil, edge <= 0 {
      edgesOnFloor += 1
    } else if !scale.isInView(edge) {
      cutEdges += 1
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
