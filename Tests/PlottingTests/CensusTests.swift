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

  /// How many numbers are shown otherwise than by a place: as colours, lengths, and on parallel axes.
  private func otherValues(_ panel: Panel) -> Int {
    panel.marks.reduce(0) { sum, mark in
      switch mark {
      case .cells(let mark):
        sum
          + mark.cells.count { cell in
            switch cell.datum {
            case .color(let value): value.isFinite
            case .length: true
            case .edges: false
            }
          }
      case .parallel(let mark):
        sum + mark.rows.map { $0.values.prefix(mark.axes.count).count { !$0.isNaN } }.reduce(0, +)
      default: sum
      }
    }
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
      let others = otherValues(panel)
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
      #expect(census.values == pairs(panel).count + others, "figure \(seed)")
      if others > 0 { continue }
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

  @Test func edgesOfBoxesAreCounted() {
    let style = SeriesStyle(index: 0)
    func group(_ quartiles: (Double, Double, Double), _ points: [Double]) -> BoxStrip {
      BoxStrip(
        [.init("a", quartiles: quartiles, whiskers: (0, 9), points: points, style: style)],
        y: Axis(lower: 1, upper: 5))
    }
    func census(_ box: BoxStrip) -> Census { Figure(id: "a", box).census[0] }
    // Above 5 the upper edge; with the median there is its stroke, too. Arrows tell of the whiskers.
    #expect(census(group((2, 3, 7), [2, 3, 7])).cutEdges == 1)
    #expect(census(group((2, 6, 7), [2, 6, 7])).cutEdges == 2)
    #expect(census(group((2, 3, 4), [2, 3, 4])).cutEdges == 0)
    let points = census(group((2, 3, 7), [2, 3, 7]))
    #expect(points.values == 3 && points.beyondY == 1)
    // Failures that count as the worst value stretch a box to infinity: no limit cuts that off.
    let endless = census(group((2, 3, .infinity), [2, 3]))
    #expect(endless.cutEdges == 0 && endless.infiniteEdges == 1)
    var floored = group((-1, 3, 4), [-1, 3])
    floored.y = Axis(scale: .logarithmic)
    #expect(census(floored).edgesOnFloor == 1)
    floored.isHorizontal = true
    #expect(census(floored).edgesOnFloor == 1)
  }

  @Test func infiniteEdgesOfBandsAreNoCutOnes() {
    let style = SeriesStyle(index: 0)
    let band = BandMark(x: [0, 1], lower: [1, 1], upper: [2, .infinity], style: style)
    let found = census([.band(band)], y: Axis(lower: 1, upper: 5))
    #expect(found.cutEdges == 0 && found.infiniteEdges == 1)
  }

  @Test func coloursAreCounted() {
    func census(_ values: [Double], _ axis: Axis) -> Census {
      let map = HeatMap(columns: ["a", "b"], rows: ["c", "d"], values: values, axis: axis)
      return Figure(id: "a", map).census[0]
    }
    let given = census([-1, 0.5, 1, 3], Axis(lower: 0, upper: 1))
    #expect(given.values == 4 && given.beyondColors == 2 && given.unseen == 0)
    #expect(given.cutEdges == 0)
    // What failed is no datum; at the very ends a number is not beyond them.
    let own = census([.nan, 0.5, .infinity, 3], Axis())
    #expect(own.values == 2 && own.beyondColors == 0)
    // Zero has no logarithm, and is no failure.
    let zero = census([0, 1, 10, 100], Axis(scale: .logarithmic))
    #expect(zero.values == 4 && zero.beyondColors == 1)
  }

  @Test func numbersOnParallelAxesAreCounted() {
    func census(_ objectives: [Double], _ axis: Axis) -> Census {
      let figure = ParallelCoordinates(
        axes: [Axis("rate", scale: .logarithmic), axis], trials: objectives.map { [0.1, $0] })
      return Figure(id: "a", figure).census[0]
    }
    let limited = census([1, 2, 3, .nan], Axis("loss", lower: 1.5, upper: 2.5))
    #expect(limited.values == 7 && limited.beyondY == 2 && limited.unseen == 2)
    let logarithmic = census([0, 2, 3, -1], Axis("loss", scale: .logarithmic))
    #expect(logarithmic.values == 8 && logarithmic.withoutPlace == 2)
    #expect(census([1, 2, 3], Axis("loss")).unseen == 0)
  }

  @Test func barsAndCrossesAreCounted() {
    var axis = Axis("share")
    (axis.lower, axis.upper) = (0.3, 0.6)
    let bars = ImportanceBars(
      [.init("a", value: 0.8), .init("b", value: 0.5), .init("c", value: 0.1)], x: axis)
    let found = Figure(id: "a", bars).census[0]
    #expect(found.values == 3 && found.beyondX == 2)
    let style = SeriesStyle(index: 0)
    let rail = Rail(rows: [
      Rail.Row(
        x: [1, 2, 30, 40], shares: [Rail.Share(1, of: 9), nil, Rail.Share(0, of: 9)], style: style)
    ])
    let panel = Panel(x: Axis(lower: 0, upper: 10), y: Axis(), marks: [], rail: rail)
    let crosses = Figure(id: "a", panels: [panel]).census[0]
    // At a share of none nothing is drawn.
    #expect(crosses.crosses == 3 && crosses.crossesBeyond == 1 && crosses.values == 0)
  }
}
