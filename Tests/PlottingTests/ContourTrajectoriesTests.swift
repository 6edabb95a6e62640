import Foundation
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

  @Test func theOptimumLiesOverTheEnds() {
    let marks = points(kind(ends: [Point(x: 1, y: 1)]))
    #expect(marks.map(\.name) == ["start", "path 0", "optimum", "optimum"])
    // The star's tips reach 1.6 times as far as a disc of its size: they stay within the end.
    #expect(1.6 * marks[2].size < marks[1].size)
    #expect(marks[2].style.isInk && marks[2].hasRim && marks[3].size == 2)
  }

  @Test(arguments: 2...9)
  func endsAtOnePlaceAreAroundEachOther(count: Int) throws {
    let marks = points(kind(ends: Array(repeating: Point(x: 0.999, y: 1), count: count)))
    let ends = marks.filter { $0.name?.hasPrefix("path") ?? false }
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.size > $1.size })
    #expect(ends.last?.size == 2.3)
    // A rim is 0.35 of such a size wide: it would cover a narrow ring.
    #expect(ends.map(\.hasRim) == [true] + Array(repeating: false, count: count - 1))
  }

  @Test func endsApartAreOfOneSizeAndDifferInGrey() {
    let marks = points(kind(ends: [Point(x: 0.5, y: 1), Point(x: 0.4, y: 1)]))
    let ends = marks.filter { $0.name?.hasPrefix("path") ?? false }
    #expect(ends.map(\.size) == [1.4, 1.4])
    #expect(ends.map(\.style.marker) == [.circle, .square])
  }

  /// Darker and darker on a light page, lighter and lighter on a dark one, by steps that the eye tells apart: twelve
  /// are about 2.5 of CIELAB's lightness each.
  @Test func theGroundSpansThirtyOfLightness() {
    func lightness(_ color: Color) -> Double {
      let parts = [color.red, color.green, color.blue].map { value in
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      return luminance > 0.008856 ? 116 * pow(luminance, 1.0 / 3) - 16 : 903.3 * luminance
    }
    for map in [ColorMap.mist, .mistDark] {
      let ends = [map.color(at: 0), map.color(at: 1)].map(lightness)
      #expect(abs(ends[0] - ends[1]) > 30)
    }
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
