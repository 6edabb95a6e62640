import PlottingTestSupport
import Testing

@testable import Plotting

/// Every datum is drawn or counted.
@Suite struct CensusTests {
  private let measuring = MonospacedMeasuring()

  private func pairs(_ panel: Panel) -> [(x: Double, y: Double)] {
    let lines = panel.marks.compactMap { mark -> LineMark? in
      if case .line(let line) = mark { line } else { nil }
    }
    return panel.marks.flatMap { mark -> [(x: Double, y: Double)] in
      switch mark {
      case .line(let line): return Array(zip(line.x, line.y)).map { (x: $0, y: $1) }
      case .points(let points):
        let isOnLine = lines.contains { $0.x == points.x && $0.y == points.y }
        return isOnLine ? [] : Array(zip(points.x, points.y)).map { (x: $0, y: $1) }
      default: return []
      }
    }.filter { !$0.x.isNaN && !$0.y.isNaN }
  }

  /// Whether something is drawn within half a point of a place.
  private func hasInk(_ point: Point, _ content: PanelContent) -> Bool {
    let box = Rectangle(x: point.x, y: point.y, width: 0, height: 0).expanded(by: 0.5)
    let isOnCurve = content.curves.contains { curve in
      curve.parts.contains { part in
        part.contains(where: box.contains)
          || zip(part, part.dropFirst()).contains { clippedSegment($0, $1, to: box) != nil }
      }
    }
    return isOnCurve
      || content.markers.contains { marker in
        // Markers may step aside, but only across.
        marker.points.contains { place in
          guard let swarm = marker.mark.swarm else { return box.contains(place) }
          return swarm.isAlongX ? abs(place.y - point.y) < 0.5 : abs(place.x - point.x) < 0.5
        }
      }
  }

  @Test(arguments: 0..<400)
  func everyDatumIsDrawnOrCounted(seed: Int) {
    var figures = RandomFigures(seed: UInt64(seed))
    let figure =
      seed % 3 == 0
      ? figures.nextWithWildLimits()
      : seed % 3 == 1 ? figures.next() : figures.next(ofKind: seed / 3 % RandomFigures.kindCount)
    let data = PanelData.all(of: figure)
    let arrangement = FigureArrangement(
      figure, data: data, ruler: TextRuler(measuring), resolution: 300)
    for (index, panel) in figure.panels.enumerated() {
      let census = figure.census[index]
      let (x, y) = (data[index].x, data[index].y)
      let canvas = Canvas(frame: arrangement.layout.places[index].frame)
      let isParallel = panel.marks.contains { if case .parallel = $0 { true } else { false } }
      if isParallel { continue }
      var seen = 0
      var onFloor = 0
      for pair in pairs(panel) {
        let share = (x.position(pair.x), y.position(pair.y))
        let isSeen = [share.0, share.1].allSatisfy { $0 >= -1e-9 && $0 <= 1 + 1e-9 }
        guard isSeen else { continue }
        seen += 1
        if y.kind == .logarithmic, pair.y <= 0 { onFloor += 1 }
        let point = Point(x: canvas.x(share.0), y: canvas.y(share.1))
        #expect(
          hasInk(point, arrangement.contents[index]), "\(pair) of figure \(seed), panel \(index)")
      }
      #expect(census.values == pairs(panel).count, "figure \(seed)")
      #expect(seen + census.unseen == census.values, "figure \(seed)")
      #expect(onFloor == census.onFloorOfY, "figure \(seed)")
    }
  }

  private func census(_ marks: [Mark], x: Axis = Axis(), y: Axis = Axis()) -> Census {
    Figure(id: "a", panels: [Panel(x: x, y: y, marks: marks)]).census[0]
  }

  @Test func eachReasonIsCountedApart() {
    let style = SeriesStyle(index: 0)
    let xs = [0.0, 1, 2, 3, 4, 5]
    let line = LineMark("a", x: xs, y: [1, 2, .infinity, 9, .nan, 3], style: style)
    let found = census([.line(line)], x: Axis(lower: 0, upper: 4), y: Axis(lower: 0, upper: 5))
    #expect(found.values == 5 && found.withoutPlace == 1)
    #expect(found.beyondY == 1 && found.beyondX == 1 && found.unseen == 3)
    // Markers on the curve are its values.
    let points = PointMark("a", x: line.x, y: line.y, style: style)
    #expect(census([.line(line), .points(points)]).values == 5)
    let logarithmic = Axis(scale: .logarithmic)
    let zeros = LineMark("a", x: xs, y: [1, 0, -1, 0, 1, 1], style: style)
    let onFloor = census([.line(zeros)], y: logarithmic)
    #expect(onFloor.onFloorOfY == 3 && onFloor.negative == 1 && onFloor.unseen == 0)
    let given = census([.line(zeros)], y: Axis(scale: .logarithmic, lower: 0.1))
    #expect(given.withoutPlace == 3 && given.onFloorOfY == 0)
  }

  @Test func cutEdgesAreCounted() {
    let style = SeriesStyle(index: 0)
    let band = BandMark(x: [0, 1, 2], lower: [0, 1, 2], upper: [3, 4, 9], style: style)
    #expect(census([.band(band)]).cutEdges == 0)
    #expect(census([.band(band)], y: Axis(lower: 1, upper: 5)).cutEdges == 2)
    #expect(census([.band(band)], y: Axis(scale: .logarithmic)).edgesOnFloor == 1)
    let stroke = SegmentMark.Segment(x: (0, 0), y: (0, 9))
    let whisker = { (arrow: Double) in
      Mark.segments(SegmentMark([stroke], pen: .ink, arrow: arrow))
    }
    #expect(census([whisker(0)], y: Axis(lower: 1, upper: 5)).cutEdges == 1)
    #expect(census([whisker(4)], y: Axis(lower: 1, upper: 5)).cutEdges == 0)
  }
}
