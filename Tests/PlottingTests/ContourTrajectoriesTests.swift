import Testing

@testable import Plotting

@Suite struct ContourTrajectoriesTests {
  private func kind(ends: [Point]) -> ContourTrajectories {
    ContourTrajectories(
      gridX: [0, 1], gridY: [0, 1], values: [0, 1, 1, 2],
      trajectories: ends.enumerated().map { index, end in
        .init("path \(index)", x: [0, end.x], y: [0, end.y], style: SeriesStyle(index: index))
      }, optima: [Point(x: 1, y: 1), Point(x: 0, y: 1)])
  }

  private func points(_ kind: ContourTrajectories) -> [PointMark] {
    kind.panel.marks.compactMap { if case .points(let mark) = $0 { mark } else { nil } }
  }

  @Test func endsLieOverTheOptimum() {
    let marks = points(kind(ends: [Point(x: 1, y: 1)]))
    #expect(marks.map(\.name) == ["start", "optimum", "optimum", "path 0"])
    // The star's tips reach 1.6 times as far as a disc of its size.
    #expect(1.6 * marks[1].size > 1.3 * marks[3].size)
  }

  @Test(arguments: 2...9)
  func endsAtOnePlaceAreRings(count: Int) throws {
    let marks = points(kind(ends: Array(repeating: Point(x: 0.999, y: 1), count: count)))
    let discs = marks.filter { $0.name?.hasPrefix("path") ?? false }.map(\.size)
    #expect(zip(discs, discs.dropFirst()).allSatisfy { $0 > $1 })
    #expect(discs.last == 1.3)
    // A rim is 0.35 of such a size wide: it would cover a narrow ring.
    #expect(marks.suffix(count).map(\.hasRim) == [true] + Array(repeating: false, count: count - 1))
    let stars = marks.filter { $0.name == "optimum" }.map(\.size)
    #expect(stars[0] > (discs.first ?? 0) && stars[1] == 2)
  }

  @Test func endsApartAreOfOneSize() {
    let marks = points(kind(ends: [Point(x: 0.5, y: 1), Point(x: 0.4, y: 1)]))
    #expect(marks.suffix(2).map(\.size) == [1.3, 1.3])
  }

  @Test func theLegendTakesTheEmptyPlaceOfAPanel() throws {
    let measuring = MonospacedMeasuring()
    func arrangement(_ count: Int) -> FigureArrangement {
      let kinds = Array(repeating: kind(ends: [Point(x: 1, y: 1)]), count: count)
      let figure = Figure(id: "a", kinds, columns: 2)
      return FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    }
    let three = arrangement(3)
    let legend = try #require(three.legend)
    let frames = three.contents.map(\.frame)
    #expect(legend.origin.x == frames[1].minX && legend.origin.y == frames[2].minY)
    let four = arrangement(4)
    #expect(try #require(four.legend).origin.y > four.contents[3].frame.maxY)
  }
}
