import Testing

@testable import Plotting

/// Figures of searches for hyperparameters.
extension FigureKindTests {
  @Test func searchHistory() throws {
    let search = SearchHistory.Search(
      "random", objectives: [0.5, .nan, 0.25], best: [0.5, 0.5, 0.25], style: Self.blue)
    let kind = SearchHistory([search], x: Axis(lower: 1, upper: 3), y: Self.unit)
    #expect(
      try commands(kind) == [
        "stroke 0072B2 1 1: 0 0.5, 1 0.5, 1 0.25", "unclip",
        "fill 0072B2 0.6: marker 0 0.5, marker 1 0.25",
      ])
    #expect(texts(kind).contains("failed"))
    #expect(texts(kind).contains("trial") && texts(kind).contains("best so far"))
    let several = texts(SearchHistory([search, search]))
    #expect(several.contains("random") && !several.contains("best so far"))
  }

  @Test func faintSearchesHaveNoNameAndTheirRailAnotherOne() throws {
    var faint = SearchHistory.Search("other", objectives: [0.75], best: [0.75], style: Self.blue)
    faint.isFaint = true
    let search = SearchHistory.Search(
      "random", objectives: [0.5, .nan], best: [0.5, 0.5], style: Self.blue)
    let kind = SearchHistory([faint, search], railLabel: "off scale")
    let names = texts(kind)
    #expect(names.contains("best so far") && names.contains("off scale"))
    #expect(!names.contains("other") && !names.contains("failed"))
  }

  @Test func slicesHaveTheirBestOnTopAndTheOthersOnARail() throws {
    let series = TrialSlice.Series(
      "a", settings: [0, 0.5, 1], values: [0.5, .infinity, 0.25], best: 2, style: Self.blue)
    let panel = TrialSlice([series], x: Self.unit, y: Self.unit, railLabel: "lost").panel
    let points = panel.marks.compactMap { mark -> PointMark? in
      if case .points(let points) = mark { points } else { nil }
    }
    #expect(points.map(\.x) == [[0, 0.5, 1], [1]])
    #expect(points.map(\.hasRim) == [false, true] && points[1].size > points[0].size)
    #expect(panel.rail?.rows.map(\.x) == [[0.5]] && panel.rail?.label == "lost")
    #expect(TrialSlice([], x: Self.unit, y: Self.unit).panel.rail == nil)
  }

  @Test func aBestTrialIsSeenUnderThatOfALaterSearchAtTheSamePoint() throws {
    func best(_ settings: [Double]) -> [Double] {
      let series = settings.map {
        TrialSlice.Series("a", settings: [$0], values: [0.5], best: 0, style: Self.blue)
      }
      let marks = TrialSlice(series, x: Self.unit, y: Self.unit).panel.marks
      return marks.compactMap { mark in
        if case .points(let points) = mark, points.hasRim { points.size } else { nil }
      }
    }
    let apart = best([0.25, 0.5])
    #expect(apart[0] == apart[1])
    let together = best([0.5, 0.25, 0.5, 0.5])
    #expect(together[0] > together[2] && together[2] > together[3] && together[1] == together[3])
  }

  @Test func theBestOfTrialsIsACurveWithABandAtItsStart() throws {
    let curve = BestOfTrials.Curve(
      "a", values: [.infinity, 0.5, 0.25], lower: [0.25], upper: [.infinity], style: Self.blue)
    let panel = BestOfTrials([curve], x: Axis(lower: 1, upper: 3), y: Self.unit).panel
    guard case .band(let band)? = panel.marks.first, case .line(let line)? = panel.marks.last else {
      Issue.record("band and line are missing")
      return
    }
    #expect(band.x == [1] && band.lower == [0.25] && band.upper == [.infinity])
    #expect(line.x == [1, 2, 3] && line.y[0].isNaN && line.y[1...] == [0.5, 0.25])
    let bare = BestOfTrials.Curve("a", values: [1], style: Self.blue)
    #expect(BestOfTrials([bare], x: Axis(), y: Axis()).panel.marks.count == 1)
  }
}
