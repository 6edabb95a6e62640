import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct RailLayoutTests {
  private let measuring = MonospacedMeasuring()
  private let style = FigureStyle.screen

  private func layout(
    _ counts: [[Int?]], of total: Int = 10, width: Double, isOneLine: Bool = false
  ) -> RailLayout {
    let most = counts.map(\.count).max() ?? 1
    let rows = counts.map { row in
      Rail.Row(
        x: row.indices.map(Double.init),
        shares: row.map { $0.map { Rail.Share($0, of: total) } }, style: SeriesStyle(index: 0))
    }
    let scale = Scale(kind: .linear, lower: -0.5, upper: Double(most) - 0.5)
    return RailLayout(
      Rail(rows: rows, isOneLine: isOneLine), scale: scale, width: width, style: style,
      ruler: TextRuler(measuring))
  }

  @Test func theNumberStandsBesideTheCross() throws {
    let found = layout([[1, 0, 10]], width: 400)
    #expect(found.items.map(\.text) == ["1 of 10", "10 of 10"])
    #expect(found.items.allSatisfy { $0.textX > $0.x })
  }

  /// Words give way to fractions and these to numbers before anything is left out.
  @Test func lessRoomTakesAShorterForm() {
    let texts = [400.0, 110, 70, 34].map { layout([[1, 2, 3]], width: $0).items.map(\.text) }
    #expect(texts[0] == ["1 of 10", "2 of 10", "3 of 10"])
    #expect(texts[1] == ["1/10", "2/10", "3/10"] || texts[1] == texts[0])
    #expect(Set([["1/10", "2/10", "3/10"], ["1", "2", "3"]]).contains(texts[2]))
    #expect(texts[3] == ["1", "2", "3"] || texts[3] == ["", "", ""])
    let heights = [400.0, 34].map { layout([[1, 2, 3]], width: $0).height }
    #expect(heights[1] >= heights[0])
  }

  @Test(arguments: [20.0, 35, 60, 90, 140, 250, 400], [false, true])
  func wordsNeverTouch(width: Double, isOneLine: Bool) {
    let ruler = TextRuler(measuring)
    let found = layout(
      [[1, nil, 100, 7, 0], [3, 3, 3, 3, 99]], of: 100, width: width, isOneLine: isOneLine)
    let boxes = found.items.filter { !$0.text.isEmpty }.map { item in
      let extents = ruler.extents(item.text, style.tickFont)
      return Rectangle(
        x: item.textX, y: item.textY - extents.ascent, width: extents.width, height: extents.height)
    }
    for (index, one) in boxes.enumerated() {
      #expect(one.minX >= -8 && one.maxX <= width + 8)
      for other in boxes.dropFirst(index + 1) where one.midY == other.midY {
        #expect(!one.overlaps(other))
      }
    }
  }

  @Test func crossesWithoutNumbersNeedOneLine() {
    let found = layout([[nil, nil, nil]], width: 30)
    #expect(found.items.count == 3 && found.items.allSatisfy { $0.text.isEmpty })
    #expect(found.height == TextRuler(measuring).lineHeight(style.tickFont))
  }

  @Test func smallMultiplesSayItOnce() {
    let rail = Rail(rows: [.init(x: [0.5], style: SeriesStyle(index: 0))])
    let panel = Panel(x: Axis(), y: Axis(), marks: [], rail: rail)
    func count(_ panels: [Panel], columns: Int) -> Int {
      Figure(id: "a", panels: panels, columns: columns).drawing(measuredBy: measuring).textRuns
        .count { $0.text == "diverged" }
    }
    #expect(count([panel, panel, panel], columns: 3) == 1)
    #expect(count([panel, panel], columns: 1) == 2)
    var other = panel
    other.rail = nil
    #expect(count([panel, other, panel], columns: 3) == 2)
  }

  /// Where the median of a curve ends, a cross stands on it and the rail says how many runs diverged.
  @Test func divergedCurvesShowWhereTheyEnd() throws {
    let curve = LossCurves.Curve(
      "a", x: [0, 1, 2, 3], median: [4, 3, .nan, .nan], divergences: [2, 3, 2], runCount: 5,
      style: SeriesStyle(index: 0))
    let panel = LossCurves([curve]).panel
    let ends = panel.marks.compactMap { mark in
      if case .points(let points) = mark { points } else { nil }
    }
    #expect(ends.map(\.x) == [[1]] && ends.map(\.y) == [[3]])
    #expect(ends[0].style.marker == .cross && ends[0].name == nil)
    #expect(panel.rail?.rows.map(\.x) == [[2, 3]])
    #expect(panel.rail?.rows.map(\.shares) == [[nil, Rail.Share(3, of: 5)]])
    #expect(panel.x.isTight && PanelData.all(of: Figure(id: "a", panels: [panel]))[0].x.lower == 0)
    var whole = curve
    (whole.median, whole.divergences) = ([4, 3, 2, 1], [])
    #expect(LossCurves([whole]).panel.rail == nil && LossCurves([whole]).panel.marks.count == 1)
  }
}
