import Testing

@testable import Plotting

/// What keeps many curves in one panel apart.
@Suite struct ManyCurvesTests {
  private let measuring = MonospacedMeasuring()

  private func arrangement(_ panel: Panel, legend: LegendPolicy = .automatic) -> FigureArrangement {
    let figure = Figure(id: "many", panels: [panel], legend: legend)
    return FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
  }

  private func curves(_ count: Int) -> [LossCurves.Curve] {
    let x = (0...100).map(Double.init)
    return (0..<count).map { index in
      let median = x.map { 1 + Double(index) + 1 / ($0 + 1) }
      return LossCurves.Curve(
        "\(index)", x: x, median: median, lower: median.map { $0 * 0.9 },
        upper: median.map { $0 * 1.1 }, style: SeriesStyle(index: index))
    }
  }

  // MARK: Bands

  @Test func threeBandsAreFilledAndFourAreWhiskers() {
    func count(_ panel: Panel) -> (bands: Int, whiskers: Int) {
      var count = (bands: 0, whiskers: 0)
      for mark in panel.marks {
        if case .band = mark { count.bands += 1 }
        if case .segments = mark { count.whiskers += 1 }
      }
      return count
    }
    #expect(count(LossCurves(curves(3)).panel) == (3, 0))
    #expect(count(LossCurves(curves(4)).panel) == (0, 4))
    let profiles = (0..<4).map { index in
      Profile.Curve(
        "\(index)", x: [0, 5, 9], share: [0, 0.5, 1], lower: [0, 0.4, 0.9], upper: [0.1, 0.6, 1],
        style: SeriesStyle(index: index))
    }
    #expect(count(Profile.performance(profiles).panel) == (0, 4))
    #expect(count(Profile.performance(Array(profiles.prefix(3))).panel) == (3, 0))
  }

  @Test(arguments: [4, 7, 12])
  func whiskersStandAtDataAndNoTwoAtOnePlace(_ count: Int) {
    let curves = curves(count)
    var places: [Double] = []
    var index = 0
    for mark in LossCurves(curves).panel.marks {
      guard case .segments(let mark) = mark else { continue }
      #expect(mark.segments.count >= 2)
      for segment in mark.segments {
        places.append(segment.startX)
        let place = curves[index].x.firstIndex(of: segment.startX)
        #expect(place.map { curves[index].lower[$0] } == segment.startY)
        #expect(place.map { curves[index].upper[$0] } == segment.endY)
      }
      index += 1
    }
    #expect(Set(places).count == places.count && index == count)
  }

  @Test func whiskersOfStepsHaveTheValueThatHolds() throws {
    let places = WhiskerPlaces([[1, 100], [1, 100]], on: .logarithmic, isStepped: true)
    guard
      case .segments(let mark) = places.mark(
        1, x: [1, 100], lower: [0.2, 0.8], upper: [0.4, 0.9], style: SeriesStyle(index: 0),
        isStepped: true)
    else { return }
    // Five turns of two curves: the second of each pair stands at 3, 7, 11, 15 and 19 twentieths.
    let expected = [0.15, 0.35, 0.55, 0.75, 0.95].map { 2 * $0 }
    #expect(mark.segments.count == 5)
    for (segment, place) in zip(mark.segments, expected) {
      #expect(abs(decimalLogarithm(segment.startX) - place) < 1e-9)
      #expect(segment.startY == 0.2 && segment.endY == 0.4)
    }
  }

  @Test func aSpikeOfOneRunDoesNotPressTheCurvesFlat() {
    var panel = LossCurves(
      [
        .init(
          "a", x: [0, 1], median: [1, 2], runs: [[1.5, 2.2], [1, 90]],
          style: SeriesStyle(index: 0))
      ], y: Axis("loss")
    ).panel
    func upper() -> Double { PanelData.all(of: Figure(id: "a", panels: [panel]))[0].y.upper }
    // Half as high again as from 1 to 2, and a twentieth of it all beyond that at either end.
    #expect(abs(upper() - (2.5 + 0.05 * 1.5)) < 1e-9)
    panel.marks.removeAll {
      if case .line(let line) = $0 { line.isFaint && line.y[1] > 9 } else { false }
    }
    #expect(abs(upper() - (2.2 + 0.05 * 1.2)) < 1e-9)
  }

  // MARK: Ends

  private func profile(_ ends: [Double], names: Bool = true) -> Panel {
    var panel = Profile.timeToTarget(
      ends.enumerated().map { index, end in
        Profile.Curve(
          "name \(index)", x: [0, 5, 10], share: [0, end / 2, end],
          style: SeriesStyle(index: index), endNote: "\(Int(20 * end)) of 20")
      }
    ).panel
    panel.x.including = [0]
    return panel
  }

  @Test func namesAndNotesStandTogetherWhereCurvesEndApart() {
    let found = arrangement(profile([0.2, 0.6, 1]))
    #expect(found.lineEnds.map(\.text) == ["name 0 4 of 20", "name 1 12 of 20", "name 2 20 of 20"])
    #expect(found.layout.places[0].endNotes.items.isEmpty)
  }

  @Test func curvesThatEndAtOnePlaceShareANote() {
    let found = arrangement(profile([1, 1, 0.5, 1, 1]))
    #expect(found.lineEnds.isEmpty)
    let notes = found.layout.places[0].endNotes
    #expect(notes.items.map(\.text) == ["10 of 20", "20 of 20 (4 curves)"])
    #expect(notes.items.map { $0.style == nil } == [false, true])
  }

  @Test func notesAreMovedApart() throws {
    let found = arrangement(profile([0.95, 0.97, 0.99, 1, 0.1, 0.12]))
    let (notes, frame) = (found.layout.places[0].endNotes.items, found.layout.places[0].frame)
    #expect(notes.count == 6)
    let line = TextRuler(measuring).lineHeight(FigureStyle.screen.tickFont)
    for (one, next) in zip(notes, notes.dropFirst()) {
      #expect(next.height - one.height >= line - 1e-9)
    }
    #expect(notes.allSatisfy { $0.height >= 0 && $0.height <= frame.height })
    #expect(found.layout.width - frame.maxX >= found.layout.places[0].endNotes.width)
  }

  // MARK: Noise

  @Test func aDashedCurveOfNoiseIsSolidWithMarkersInTheLegendToo() throws {
    let x = (0...300).map(Double.init)
    func line(_ index: Int, noise: Double, keepsDash: Bool = false) -> Mark {
      var style = SeriesStyle(index: index)
      style.keepsDash = keepsDash
      let y = x.map { 10 - $0 / 40 + ($0.remainder(dividingBy: 2) == 0 ? noise : -noise) }
      return .line(LineMark("\(index)", x: x, y: y, style: style))
    }
    let panel = Panel(
      x: Axis("x"), y: Axis("y"),
      marks: [
        line(0, noise: 1), line(1, noise: 1), line(2, noise: 0.001),
        line(3, noise: 1, keepsDash: true),
      ])
    #expect(arrangement(panel).markedNames(lineWidth: 1) == ["1"])
    let figure = Figure(id: "noise", panels: [panel], legend: .below)
    let strokes = figure.drawing(measuredBy: measuring).commands.compactMap { command in
      if case .stroke(_, let stroke) = command { stroke } else { nil }
    }
    func dashes(_ index: Int) -> [Bool] {
      let color = figure.style.color(of: SeriesStyle(index: index))
      return strokes.filter { $0.color == color && $0.width == figure.style.lineWidth }
        .map { !$0.dash.isEmpty }
    }
    #expect(dashes(1) == [false, false])
    #expect(dashes(2) == [true, true] && dashes(3) == [true, true])
  }

  // MARK: Corners

  @Test(arguments: [LegendPolicy.topLeft, .topRight, .bottomLeft, .bottomRight])
  func aLegendStandsInItsCornerEvenOverData(_ corner: LegendPolicy) throws {
    let marks = (0..<6).map { index in
      Mark.line(
        LineMark(
          "curve \(index)", x: [0, 1, 2, 3], y: [0, 9, 0, Double(index)],
          style: SeriesStyle(index: index)))
    }
    let panel = Panel(x: Axis("x"), y: Axis("y"), marks: marks)
    let found = arrangement(panel, legend: corner)
    let legend = try #require(found.legend)
    let frame = found.layout.places[0].frame
    let isRight = corner == .topRight || corner == .bottomRight
    let isLow = corner == .bottomLeft || corner == .bottomRight
    #expect(legend.hasGround)
    #expect(abs((isRight ? frame.maxX - legend.box.maxX : legend.box.minX - frame.minX) - 6) < 1e-9)
    #expect(abs((isLow ? frame.maxY - legend.box.maxY : legend.box.minY - frame.minY) - 6) < 1e-9)
  }

  // MARK: Names

  @Test func seriesAndRowsAreRenamed() {
    var panel = profile([0.5, 1])
    panel.rightNames = [Axis.Name("name 1", at: 0.3)]
    panel.y.names = [Axis.Name("name 0", at: 0)]
    panel.x.label = "epochs, relative to name 1"
    panel.rail = Rail(rows: [Rail.Row("name 1", x: [1], style: SeriesStyle(index: 0))])
    var figure = Figure(id: "a", panels: [panel])
    figure.rename(["name 1": "ours"])
    #expect(LegendEntry.series(of: figure).map(\.name) == ["name 0", "ours"])
    #expect(figure.panels[0].x.label == "epochs, relative to ours")
    #expect(figure.panels[0].rightNames.map(\.text) == ["ours"])
    #expect(figure.panels[0].y.names?.map(\.text) == ["name 0"])
    #expect(figure.panels[0].rail?.rows.map(\.name) == ["ours"])
  }
}
