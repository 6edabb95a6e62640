import Plotting
import Testing

@testable import Reports

/// Which figures of searches a report shows that nobody asked for, and what is left where all trials diverged.
@Suite struct SearchSectionTests {
  /// The names of the figures that the standard report shows of searches of so many trials each.
  private func standard(_ count: Int) throws -> [String] {
    let own = (0..<count).map { number -> ([Double], Double) in
      let value = Double(number)
      return ([0.001 + 0.01 * value, 0.01 * value], value)
    }
    let trials = [own, own.map { ([$0.0[0]], $0.1) }]
    var composer = ReportComposer(
      try SmallSearches.comparison(
        trials, tuning: #""sampler": "random", "trials": \#(count), "seeds": 2"#),
      versions: [], look: FigureLook())
    let blocks = composer.searchFigures(problem: 0)
    #expect(blocks.count == composer.figures.count && composer.gaps.isEmpty)
    return composer.figures.map(\.id)
  }

  /// A single trial shows nothing, a few have no interval, and importance rests on five best trials, the best tenth
  /// of 41 or more.
  @Test func noFigureIsShownThatWouldSayNothing() throws {
    #expect(try standard(1) == [])
    #expect(try standard(4) == ["search-p", "slices-p"])
    #expect(try standard(8) == ["search-p", "slices-p", "best-of-n-p"])
    #expect(try standard(40) == ["search-p", "slices-p", "best-of-n-p"])
    #expect(try standard(41) == ["search-p", "slices-p", "best-of-n-p", "importance-p"])
  }

  /// A grid is gone through in an order that tells nothing; whoever asks for its history gets it.
  @Test func theOrderOfAGridIsNotShownUnasked() throws {
    let trials = SmallSearches.four.map { $0.map { ([$0.0[0]], $0.1) } }
    let comparison = try SmallSearches.comparison(
      trials, tuning: #""sampler": "grid", "trials": 4"#,
      spaces: (SmallSearches.rate, SmallSearches.rate))
    var composer = ReportComposer(comparison, versions: [], look: FigureLook())
    _ = composer.searchFigures(problem: 0)
    #expect(composer.figures.map(\.id) == ["slices-p"])
    #expect(
      SmallSearches.figures(SearchHistoryContent.searched(SearchHistories()), comparison).count == 1
    )
    let slices = try #require(SmallSearches.figures(SliceContent(), comparison).first)
    #expect(
      slices.plainCaption.hasPrefix(
        "Sensitivity to learning rate on p. Every trial at the value that it tried. The largest"))
  }

  @Test func whereAllTrialsDivergedTheRailIsLeft() throws {
    let lost: [[([Double], Double)]] = [
      [([0.001, 0], .infinity), ([1, 0.8], .infinity)], [([0.1], .infinity)],
    ]
    let comparison = try SmallSearches.comparison(lost)
    let history = try #require(
      SmallSearches.figures(SearchHistoryContent.searched(SearchHistories()), comparison).first)
    #expect(
      history.figure.description.hasPrefix(
        "Search history on p. a (tuned): all trials diverged. b (tuned): all trials diverged. The value"
      ))
    #expect(
      history.plainCaption.hasSuffix(
        "3 of 3 trials diverged, in at least half of their runs, and stand on the rail on top."))
    #expect(history.figure.panels.map { $0.rail?.rows.map(\.x) } == [[[1, 2]], [[1]]])
    let slices = try #require(SmallSearches.figures(SliceContent(), comparison).first)
    #expect(slices.figure.description.contains("The best with a (tuned): all trials diverged."))
    for content: any FigureContent in [
      BestOfNumberContent(), ImportancesContent.searched(SearchImportances()),
      SearchedOrGiven<SearchParallels, ParallelContent>.searched(SearchParallels()),
      SearchedOrGiven<SearchParities, ParityContent>.searched(SearchParities()),
    ] {
      #expect(SmallSearches.figures(content, comparison).isEmpty)
    }
  }

  @Test func moreThanSevenOptimizersAreDealtIntoFigures() throws {
    let subjects = (0..<9).map { number in
      TunedSubject(name: "\(number)", style: SeriesStyle(index: number), keys: [], studies: [])
    }
    let comparison = try SmallSearches.comparison(SmallSearches.four)
    let scope = FigureScope(
      comparison: comparison, spec: FigureSpec(), styles: OptimizerStyles([], palette: .okabeIto),
      mostCurves: 7)
    let problem = TunedProblem(
      scope: scope, problem: 0, subjects: subjects, window: ValueWindow([], FigureSpec().y))
    #expect(
      problem.parts.map { $0.subjects.map(\.name) } == [
        ["0", "1", "2", "3"], ["4", "5", "6", "7", "8"],
      ])
  }
}
