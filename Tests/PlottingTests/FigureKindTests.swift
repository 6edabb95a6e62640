import Testing

@testable import Plotting

/// Each kind's drawing commands for a few numbers, with places as shares of the panel's frame: the
/// axes have fixed limits, so that every expected share is the number's place between them.
@Suite struct FigureKindTests {
  static let blue = SeriesStyle(colorIndex: 0)
  private static let orange = SeriesStyle(colorIndex: 1, dash: .dashed, marker: .square)
  static let unit = Axis(lower: 0, upper: 1)
  private static let style = FigureStyle(name: "test", width: 3, textSize: 10, tickSize: 10)

  /// What is drawn inside the panel and over it, until the axes.
  func commands(_ kind: some FigureKind) throws -> [String] {
    let figure = Figure(id: "kind", kind, legend: .none, style: Self.style)
    let drawing = figure.drawing(measuredBy: MonospacedMeasuring())
    var commands = drawing.commands[...]
    var frame: Rectangle?
    if let index = commands.firstIndex(where: { if case .pushClip = $0 { true } else { false } }),
      case .pushClip(let box) = commands[index]
    {
      frame = box.expanded(by: -Self.style.lineWidth / 2)
      commands = commands[(index + 1)...]
    }
    let shares = FrameShares(frame: try #require(frame))
    let end = try #require(
      commands.firstIndex { if case .popClip = $0 { true } else { false } })
    // After the clip come markers, then axes, which have the width of axes.
    let after = commands[(end + 1)...].prefix { command in
      guard case .stroke(_, let stroke) = command else { return true }
      return stroke.width != Self.style.axisWidth
    }
    return (commands[...end] + after).compactMap(shares.text)
  }

  func texts(_ kind: some FigureKind) -> [String] {
    Figure(id: "kind", kind, style: Self.style).drawing(measuredBy: MonospacedMeasuring())
      .textRuns.map(\.text)
  }

  @Test func lossCurves() throws {
    let curve = LossCurves.Curve(
      "Adam", x: [0, 1], median: [1, 0.5], lower: [0.75, 0.25], upper: [1, 0.75],
      runs: [[1, 0.25]], style: Self.blue)
    let found = try commands(LossCurves([curve], x: Self.unit, y: Self.unit))
    #expect(
      found == [
        "fill 0072B2 0.2: 0 1, 1 0.75, 1 0.25, 0 0.75, close",
        "stroke 0072B2 0.3 0.5: 0 1, 1 0.25", "stroke 0072B2 1 1: 0 1, 1 0.5", "unclip",
      ])
  }

  @Test func profiles() throws {
    let curve = Profile.Curve(
      "Adam", x: [0, 0.5, 1], share: [0, 0.5, 1], lower: [0, 0.25, 0.5], upper: [0.5, 1, 1],
      style: Self.blue)
    let found = try commands(Profile([curve], x: Self.unit, y: Self.unit))
    #expect(
      found == [
        "fill 0072B2 0.2: 0 0.5, 0.5 0.5, 0.5 1, 1 1, 1 0.5, 1 0.25, 0.5 0.25, 0.5 0, 0 0, close",
        "stroke 0072B2 1 1: 0 0, 0.5 0, 0.5 0.5, 1 0.5, 1 1", "unclip",
      ])
    #expect(Profile.performance([curve]).panel.x.scale == .logarithmic)
    #expect(Profile.timeToTarget([curve]).panel.x.isWhole)
    // Shares of 0 and 1 stay clear of the panel's border.
    for axis in [Profile.performance([curve]).y, Profile.timeToTarget([curve]).y] {
      #expect(try #require(axis.lower) < 0 && #require(axis.upper) > 1)
    }
  }

  @Test func boxAndStrip() throws {
    let group = BoxStrip.Group(
      "Adam", quartiles: (0.25, 0.5, 0.75), whiskers: (0, 1), points: [0.5], style: Self.blue)
    let found = try commands(BoxStrip([group], y: Self.unit))
    // One group's room reaches from -0.5 to 0.5; the box from -0.32 to 0.02, its middle at -0.15;
    // the first point at 0.21.
    #expect(
      found == [
        "fill FFFFFF 1: 0.18 0.75, 0.52 0.75, 0.52 0.25, 0.18 0.25, close",
        "fill 0072B2 0.22: 0.18 0.75, 0.52 0.75, 0.52 0.25, 0.18 0.25, close",
        "stroke 0072B2 1 1: 0.18 0.75, 0.52 0.75, 0.52 0.25, 0.18 0.25, close",
        "stroke 0072B2 1 1: 0.35 0.25, 0.35 0, 0.28 0, 0.42 0, 0.35 0.75, 0.35 1, 0.28 1, 0.42 1",
        "stroke 0072B2 1 2: 0.18 0.5, 0.52 0.5", "unclip", "fill 0072B2 0.7: marker 0.71 0.5",
      ])
    #expect(texts(BoxStrip([group], y: Self.unit)).contains("Adam"))
  }

  @Test func lyingBoxes() throws {
    let group = BoxStrip.Group(
      "Adam", quartiles: (0.25, 0.5, 0.75), whiskers: (0, 1), points: [0.5], style: Self.blue)
    let found = try commands(BoxStrip([group], y: Self.unit, isHorizontal: true))
    // As above with places and shares exchanged; the axis of names runs downwards.
    #expect(
      found == [
        "fill FFFFFF 1: 0.25 0.82, 0.75 0.82, 0.75 0.48, 0.25 0.48, close",
        "fill 0072B2 0.22: 0.25 0.82, 0.75 0.82, 0.75 0.48, 0.25 0.48, close",
        "stroke 0072B2 1 1: 0.25 0.82, 0.75 0.82, 0.75 0.48, 0.25 0.48, close",
        "stroke 0072B2 1 1: 0.25 0.65, 0 0.65, 0 0.72, 0 0.58, 0.75 0.65, 1 0.65, 1 0.72, 1 0.58",
        "stroke 0072B2 1 2: 0.5 0.82, 0.5 0.48", "unclip", "fill 0072B2 0.7: marker 0.5 0.29",
      ])
  }

  @Test func pointsThatWouldHideEachOtherStandSideBySide() throws {
    let group = BoxStrip.Group(
      "Adam", quartiles: (0.25, 0.5, 0.75), whiskers: (0, 1), points: [0.5, 0.1, 0.51, 0.5, 0.9],
      style: Self.blue)
    let kind = BoxStrip([group], y: Self.unit)
    let points = kind.panel.marks.compactMap { mark in
      if case .points(let points) = mark { points.x } else { nil }
    }.first
    let places = try #require(points)
    #expect(places.count == 5 && places[1] == 0.21 && places[4] == 0.21)
    let crowd = [places[0], places[2], places[3]].sorted()
    // Thirds of a strip that is 0.22 wide.
    #expect(zip(crowd, crowd.dropFirst()).allSatisfy { abs($1 - $0 - 0.22 / 3) < 1e-12 })
    #expect(abs(crowd[1] - 0.21) < 1e-12)
  }

  @Test func failedRunsOfAllGroupsStandOnOneLine() throws {
    func group(_ name: String, _ points: [Double], failures: Int) -> BoxStrip.Group {
      .init(
        name, quartiles: (0.25, 0.5, 0.75), whiskers: (0, 1), points: points, failures: failures,
        style: Self.blue)
    }
    let groups = [
      group("a", [0.5], failures: 1), group("b", [0.5], failures: 0), group("c", [], failures: 2),
    ]
    let kind = BoxStrip(groups)
    let rail = try #require(kind.panel.rail)
    #expect(rail.rows.map(\.x) == [[0], [2]] && rail.rows.map(\.shares) == [[0.5], [1]])
    let figure = Figure(id: "kind", kind, style: Self.style)
    let content = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
      resolution: 300
    ).contents[0]
    let runs = content.shapes.rail.flatMap(\.runs)
    #expect(runs.count == 2 && runs[0].point.y == runs[1].point.y)
    #expect(runs[0].opacity < runs[1].opacity)
    #expect(BoxStrip([groups[1]]).panel.rail == nil)
    let lying = BoxStrip(groups, isHorizontal: true).panel
    #expect(lying.rail == nil && lying.rightNames.map(\.text) == ["1 failed", "2 failed"])
    #expect(lying.rightNames.map(\.value) == [0, 2])
  }

  @Test func learningRateSensitivity() throws {
    let curve = LearningRateSensitivity.Curve(
      "Adam", rates: [0.01, 0.1, 1], median: [1, 0.5, .nan], diverged: [0, 0, 1],
      style: Self.blue)
    var kind = LearningRateSensitivity([curve], y: Self.unit)
    kind.x.lower = 0.01
    kind.x.upper = 1
    #expect(
      try commands(kind) == [
        "stroke 0072B2 1 1: 0 1, 0.5 0.5", "unclip",
        "fill 0072B2 1: marker 0 1, marker 0.5 0.5",
      ])
    let drawing = Figure(id: "kind", kind, legend: .none, style: Self.style)
      .drawing(measuredBy: MonospacedMeasuring())
    #expect(drawing.textRuns.contains { $0.text == "diverged" })
    // The cross of the diverged run is two strokes around the panel's right border, above it.
    let crosses = drawing.commands.compactMap { command -> [Point]? in
      guard case .stroke(let path, let stroke) = command, stroke.width == 1 else { return nil }
      return path.points.count == 4 ? path.points : nil
    }
    let cross = try #require(crosses.last)
    #expect(cross[0].x + cross[1].x == cross[2].x + cross[3].x)
    #expect(crosses.count == 1)
  }

  @Test func heatMap() throws {
    let map = ColorMap([Color(0x000000), Color(0xFF0000)])
    let kind = HeatMap(
      columns: ["a", "b"], rows: ["c"], values: [0, 1], map: map, texts: [["low"], ["high"]])
    // The left cell reaches half a point under the right one.
    let found = try commands(kind)
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("fill 000000 1: 0 1, 0.50"))
    #expect(found[1] == "fill FF0000 1: 0.5 1, 1 1, 1 0, 0.5 0, close")
    #expect(found[2] == "unclip")
    #expect(Set(["a", "b", "c", "low", "high", "final loss"]).isSubset(of: texts(kind)))
    let missing = HeatMap(columns: ["a"], rows: ["c"], values: [.nan])
    let hatch = try commands(missing)
    #expect(hatch.first == "fill FFFFFF 1: 0 1, 1 1, 1 0, 0 0, close")
    // A key says what hatched cells are, where there are any.
    func key(_ map: HeatMap) -> [String] {
      LegendEntry.series(of: Figure(id: "a", map)).map(\.name)
    }
    #expect(key(missing) == ["failed"] && key(kind) == [])
  }

  @Test func contourTrajectories() throws {
    // The plane x + y on a square: the line at 1 is the falling diagonal.
    let path = ContourTrajectories.Trajectory("Adam", x: [0, 0.5], y: [0, 0.5], style: Self.blue)
    let kind = ContourTrajectories(
      gridX: [0, 1], gridY: [0, 1], values: [0, 1, 1, 2], levels: [1], trajectories: [path],
      optima: [Point(x: 1, y: 1)])
    let found = try commands(kind)
    #expect(found.contains("stroke 0072B2 1 1: 0 0, 0.5 0.5"))
    #expect(found[0] == "fill FBFCFE 1: 0 0, 1 0, 1 1, 0 1, 0 0, close")
    #expect(found[1] == "fill 8FA6C6 1: 1 0, 1 1, 0 1, 1 0, close")
    #expect(found[2] == "stroke 6E7781 0.5 0.5: 1 0, 0 1" || found[2].hasSuffix(": 0 1, 1 0"))
    #expect(Set(["Adam", "start", "optimum"]).isSubset(of: texts(kind)))
  }

  @Test func parallelCoordinates() throws {
    let axes = [Axis("rate", lower: 0, upper: 1), Axis("loss", lower: 0, upper: 2)]
    let kind = ParallelCoordinates(axes: axes, trials: [[0, 1], [1, 0]])
    let found = try commands(kind)
    // From -0.6 to 1 along x: the axes stand at 0.6 / 1.6 and 1; worst trial first.
    #expect(found[2] == "unclip")
    #expect(found[0].hasSuffix(": 0.375 0, 1 0.5"))
    #expect(found[1].hasSuffix(": 0.375 1, 1 0"))
    #expect(found[1].hasPrefix("stroke 3A1A62 0.9 1"))
    #expect(Set(["rate", "loss"]).isSubset(of: texts(kind)))
  }

  @Test func criticalDifference() throws {
    let kind = CriticalDifference(
      [.init("worst", rank: 2), .init("best", rank: 1, style: Self.blue)], groups: [1...2])
    let found = try commands(kind)
    // One row of bars, one of names: 0.8 + 0.5, and 0.6 below; 0.02 of a rank beside the ranks.
    #expect(
      found == [
        "stroke 0072B2 1 0.9: 0.0192 1, 0.0192 0.3158, 0.0192 0.3158, 0 0.3158",
        "stroke 1F2328 1 0.9: 0.9808 1, 0.9808 0.3158, 0.9808 0.3158, 1 0.3158",
        "stroke 1F2328 1 3: 0 0.7368, 1 0.7368", "unclip",
      ])
    let words = texts(kind)
    #expect(words.contains("best") && words.contains("worst") && words.contains("mean rank"))
  }

  @Test func forestPlot() throws {
    let effect = ForestPlot.Effect(
      "wine", estimate: 0.5, lower: 0.25, upper: 0.75, text: "0.50", style: Self.blue)
    let found = try commands(ForestPlot([effect], neutral: 0.5, x: Self.unit))
    // The caps are 4 points high.
    #expect(found[0] == "stroke 6E7781 1 0.6: 0.5 1, 0.5 0")
    #expect(found[1].hasPrefix("stroke 0072B2 1 1.2: 0.25 0.5, 0.75 0.5, 0.25 0."))
    #expect(found[2...] == ["unclip", "fill 0072B2 1: square 0.5 0.5"])
    #expect(Set(["wine", "0.50"]).isSubset(of: texts(ForestPlot([effect]))))
  }

  @Test func importanceBars() throws {
    var kind = ImportanceBars([.init("rate", value: 0.5)], x: Self.unit)
    kind.x.scale = .logarithmic
    #expect(
      try commands(kind) == [
        "fill FFFFFF 1: 0 0.84, 0.5 0.84, 0.5 0.16, 0 0.16, close",
        "fill 0072B2 0.75: 0 0.84, 0.5 0.84, 0.5 0.16, 0 0.16, close", "unclip",
      ])
    #expect(texts(kind).contains("rate"))
  }

  @Test func parityPlot() throws {
    let series = ParityPlot.Series(measured: [0.25], predicted: [0.75], style: Self.blue)
    let kind = ParityPlot([series], x: Self.unit)
    #expect(
      try commands(kind) == [
        "stroke 6E7781 1 0.6: 0 0, 1 1", "unclip", "fill 0072B2 0.65: marker 0.25 0.75",
      ])
    let drawing = Figure(id: "kind", kind, style: Self.style)
      .drawing(measuredBy: MonospacedMeasuring())
    let clip = drawing.commands.compactMap { command in
      if case .pushClip(let box) = command { box } else { nil }
    }.first
    let box = try #require(clip)
    #expect(abs(box.width - box.height) < 1e-9)
  }
}
