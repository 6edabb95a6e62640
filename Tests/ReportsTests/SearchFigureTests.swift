import Plotting
import Testing

@testable import Reports

/// What figures of searches show and say, from made-up trials.
@Suite struct SearchFigureTests {
  private static let value =
    "The value of a trial is the median of the validation loss over the 2 tuning seeds."
  private static let diverged =
    "2 of 8 trials diverged, in at least half of their runs, and stand on the rail on top."

  @Test func aHistoryHasEveryTrialAndTheBestSoFar() throws {
    let made = SmallSearches.figures(
      SearchHistoryContent.searched(SearchHistories()),
      try SmallSearches.comparison(SmallSearches.four))
    let figure = try #require(made.first)
    let text =
      "The value of each trial (points) and the best so far (line), a panel for each optimizer. "
      + "\(Self.value) \(Self.diverged)"
    #expect(made.count == 1 && figure.id == "search-p" && figure.problem == 0)
    #expect(figure.plainCaption == "Search history on p. \(text)")
    #expect(
      figure.figure.description
        == "Search history on p. b (tuned): values 0.500 to 3.00, the best since trial 2 of 4. "
        + "a (tuned): values 1.00 to 4.00, the best since trial 4 of 4. \(text)")
    #expect(
      figure.rows == [
        "problem,optimizer,study,trial,value,best", "p,a (tuned),1,1,4,4", "p,a (tuned),1,2,2,2",
        "p,a (tuned),1,3,inf,2", "p,a (tuned),1,4,1,1", "p,b (tuned),1,1,3,3",
        "p,b (tuned),1,2,0.5,0.5", "p,b (tuned),1,3,1,0.5", "p,b (tuned),1,4,inf,0.5",
      ])
    let panels = figure.figure.panels
    #expect(panels.map(\.title) == ["a (tuned)", "b (tuned)"])
    #expect(panels.map { $0.rail?.label } == ["diverged", "diverged"])
    #expect(panels.map { $0.rail?.rows.map(\.x) } == [[[3]], [[4]]])
    // 0.5 to 4 is less than a decade.
    #expect(panels.allSatisfy { $0.y.scale == .linear && $0.y.label == "validation loss" })
    #expect(panels.allSatisfy { $0.x.label == "trial" && $0.x.isWhole })
  }

  /// Of three studies that come to 5, 3 and 4 on fresh seeds the one in the middle is the last.
  @Test func theStudyOfTheResultsStandsOut() throws {
    let trials = (1...6).map { [([0.01, 0.4].prefix($0 < 4 ? 2 : 1).map { $0 }, Double($0))] }
    let comparison = try SmallSearches.comparison(
      trials, fresh: [5, 3, 4, 5, 3, 4],
      tuning: #""sampler": "random", "trials": 1, "seeds": 1, "studies": 3"#)
    var spec = FigureSpec()
    spec.optimizers = [0]
    let figure = try #require(
      SmallSearches.figures(
        SearchHistoryContent.searched(SearchHistories()), comparison, spec
      ).first)
    #expect(
      figure.plainCaption
        == "Search history on p. The value of each trial (points) and the best so far (line). The value of "
        + "a trial is the validation loss on the one tuning seed. Of 3 studies the one that the results are from "
        + "stands out; the others are faint. None of the 3 trials diverged.")
    let lines = figure.figure.panels[0].marks.compactMap { mark -> LineMark? in
      if case .line(let line) = mark { line } else { nil }
    }
    #expect(lines.map(\.isFaint) == [true, true, false])
    #expect(lines.map(\.y) == [[1], [2], [3]])
    #expect(lines.map(\.name) == [nil, nil, "best so far"])
  }

  @Test func slicesHaveAPanelForEachHyperparameter() throws {
    let figure = try #require(
      SmallSearches.figures(
        SliceContent(), try SmallSearches.comparison(SmallSearches.four)
      ).first)
    let text =
      "Every trial at the value that it tried, a panel for each; the other hyperparameters vary too. The "
      + "largest mark of a colour is its best trial. A colour and a marker for each optimizer. \(Self.value) \(Self.diverged)"
    #expect(figure.plainCaption == "Sensitivity to each hyperparameter on p. \(text)")
    #expect(
      figure.figure.description
        == "Sensitivity to each hyperparameter on p. The best with b (tuned): 0.500 at learning rate 0.01. "
        + "The best with a (tuned): 1.00 at learning rate 1, momentum 0.2. \(text)")
    #expect(
      figure.rows == [
        "problem,optimizer,study,trial,learning_rate,momentum,value",
        "p,a (tuned),1,1,0.001,0,4", "p,a (tuned),1,2,0.01,0.4,2", "p,a (tuned),1,3,0.1,0.8,inf",
        "p,a (tuned),1,4,1,0.2,1", "p,b (tuned),1,1,0.001,,3", "p,b (tuned),1,2,0.01,,0.5",
        "p,b (tuned),1,3,0.1,,1", "p,b (tuned),1,4,1,,inf",
      ])
    let panels = figure.figure.panels
    #expect(panels.map(\.x.label) == ["learning rate", "momentum"])
    #expect(panels.map(\.x.scale) == [.logarithmic, .linear])
    #expect(panels.map { Set($0.x.including) } == [[0.001, 1], [0, 0.8]])
    #expect(panels.map { $0.rail?.rows.map(\.x) } == [[[0.1], [1]], [[0.8]]])
  }

  /// SGD's trials are worth 1, 2, 4 and ∞. One of them is at most 2 with a probability of exactly ½, so that the
  /// median is (2 + 4) / 2; of two, half of the pairs hold the best: (1 + 2) / 2. Adam's are ½, 1, 3 and ∞.
  @Test func whereTrialsDivergeTheMedianOfTheBestIsShown() throws {
    let figure = try #require(
      SmallSearches.figures(
        BestOfNumberContent(), try SmallSearches.comparison(SmallSearches.four)
      ).first)
    let text =
      "Median of the least value among n trials, over all ways to choose n of those made: trials diverged and "
      + "count as +∞, so that the expectation (Tang et al. 2020) is infinite. Bands: bootstrap intervals at "
      + "95 %, up to a quarter of the trials; beyond it they would be too short. A band that is cut off on top goes "
      + "on, to +∞ where too many trials diverged. As n nears the 4 trials made, "
      + "every curve comes to the best value that was seen, which says nothing of what more trials would find. "
      + Self.value
    #expect(figure.plainCaption == "Best of n trials on p. \(text)")
    #expect(
      figure.figure.description
        == "Best of n trials on p. a (tuned): 3.00 with 1 trial, 1.00 with 4. b (tuned): 2.00 with 1 trial, "
        + "0.500 with 4. \(text)")
    let rows = figure.rows
    #expect(rows[0] == "problem,optimizer,n,median,low,high")
    #expect(rows[1].hasPrefix("p,a (tuned),1,3,") && rows[5].hasPrefix("p,b (tuned),1,2,"))
    #expect(rows[2...4] == ["p,a (tuned),2,1.5,,", "p,a (tuned),3,1,,", "p,a (tuned),4,1,,"])
    #expect(rows[6...] == ["p,b (tuned),2,0.75,,", "p,b (tuned),3,0.5,,", "p,b (tuned),4,0.5,,"])
  }

  /// Of 1, 2 and 4 the mean is 7/3; the pairs have 1, 1 and 2 as their best.
  @Test func withoutDivergedTrialsTheExpectationIsShown() throws {
    let trials: [[([Double], Double)]] = [
      [([0.1, 0], 1), ([0.2, 0], 4), ([0.3, 0], 2)], [([0.1], 2)],
    ]
    let figure = try #require(
      SmallSearches.figures(BestOfNumberContent(), try SmallSearches.comparison(trials)).first)
    #expect(
      figure.plainCaption
        == "Best of n trials on p. Expected least value among n trials, over all ways to choose n of those made "
        + "(Tang et al. 2020). There are too few trials for intervals. As n nears the 3 trials made, every curve "
        + "comes to the best value that was seen, which says nothing of what more trials would find. \(Self.value)"
    )
    // A single trial of the other optimizer says nothing.
    #expect(figure.rows.count == 4 && figure.rows[0] == "problem,optimizer,n,expectation,low,high")
    let numbers = figure.rows.dropFirst().map { Double($0.split(separator: ",")[3]) ?? .nan }
    for (number, expected) in zip(numbers, [7.0 / 3, 4.0 / 3, 1]) {
      #expect(abs(number - expected) < 1e-15)
    }
  }

  /// Values off the scale leave no room empty: the axis is that of what is drawn.
  @Test func theAxisOfTheBestIsThatOfTheCurves() throws {
    let own = [([0.1, 0.1], 1e9), ([0.2, 0.1], 2), ([0.3, 0.1], 4), ([0.4, 0.1], 3)]
    let comparison = try SmallSearches.comparison(
      [own, own.map { ([$0.0[0]], $0.1) }],
      tuning: #""sampler": "halton", "trials": 4, "seeds": 2"#)
    let figure = try #require(SmallSearches.figures(BestOfNumberContent(), comparison).first)
    #expect(figure.plainCaption.contains(" would rule the expectation (Tang et al. 2020)."))
    #expect(
      figure.plainCaption.contains(
        " The n trials are drawn at random, where a Halton sequence of n points would be more even."
      ))
    #expect(figure.plainCaption.contains("A band that is cut off on top goes on"))
    // Of the four the median is (3 + 4) / 2, and the window goes up to a thousand times the lower quartile.
    let upper = try #require(figure.figure.panels[0].y.upper)
    #expect(upper >= 3.5 && upper <= 8)
  }

  /// Of four trials of which one is worth 2 and the others 10⁶ half of the triples or more hold the best, of pairs
  /// exactly half, so that their median lies half way up.
  @Test func whatIsSaidFirstHasAPlace() throws {
    let own = [([0.1, 0.1], 2), ([0.2, 0.1], 1e6), ([0.3, 0.1], 1e6), ([0.4, 0.1], 1e6)]
    let figure = try #require(
      SmallSearches.figures(
        BestOfNumberContent(), try SmallSearches.comparison([own, own.map { ([$0.0[0]], $0.1) }])
      ).first)
    #expect(
      figure.figure.description.contains("a (tuned): 2.00 with 3 trials, 2.00 with 4."),
      "\(figure.figure.description)")
  }

  /// One figure of a problem must not show expectations where another shows medians.
  @Test func allFiguresOfAProblemShowTheSameStatistic() throws {
    let comparison = try SmallSearches.comparison([
      [([0.1, 0.1], 1), ([0.2, 0.1], 4), ([0.3, 0.1], .infinity)], [([0.1], 1), ([0.2], 4)],
    ])
    var maker = FigureMaker(comparison, look: FigureLook())
    let figures = maker.figures(BestOfNumberContent(), FigureSpec(), mostCurves: 1)
    #expect(
      figures.map { $0.rows[0] }
        == Array(repeating: "problem,optimizer,n,median,low,high", count: 2))
    #expect(
      figures[1].plainCaption.contains(
        ": with other optimizers there is no expectation (Tang et al. 2020) to compare with."))
  }

  /// Trials count from 1.
  @Test func noTickStandsAtTrialZero() throws {
    let figure = try #require(
      SmallSearches.figures(
        SearchHistoryContent.searched(SearchHistories()),
        try SmallSearches.comparison(SmallSearches.four)
      ).first)
    #expect(figure.figure.panels.map(\.x.lower) == [0.5, 0.5])
  }

  /// What TPE chose by looking at values describes no search at random.
  /// Also where many trials found the least value, one that went astray does not crush the others.
  @Test func aWindowWithManyLeastValues() {
    // A quarter of the values are at most 0, half of them at most 1: 1 + 20 (1 − 0).
    let window = ValueWindow([0, 0, 0, 0, 1, 2, 2, 21, 1e287], AxisSpec())
    #expect(window.holds(0) && window.holds(21) && !window.holds(1e287))
    #expect(window.greatest == 21)
    // Of 0, 0, 0 and 1 three quarters are the least.
    #expect(ValueWindow([0, 0, 0, 1], AxisSpec()).holds(1))
    #expect(ValueWindow([0, 0, 0, 0, 0, 3, 1e9], AxisSpec()).greatest == nil)
  }

  /// Many studies of many trials are shown without intervals, which would take minutes.
  @Test func veryManyTrialsHaveNoIntervals() throws {
    func caption(_ count: Int) throws -> String {
      let trials: [([Double], Double)] = (0..<count).map { number in
        let rate = 0.01 + Double(number) / 1e6
        return ([rate, 0], Double(1 + number % 7))
      }
      let comparison = try SmallSearches.comparison(
        [trials, trials], fresh: [1, 1],
        tuning: #""sampler": "random", "trials": 5000, "studies": 1"#)
      return SmallSearches.figures(BestOfNumberContent(), comparison).map(\.plainCaption).joined()
    }
    #expect(try caption(100).contains("Bands: bootstrap intervals"))
    #expect(try caption(10_001).contains("There are too many trials for intervals."))
  }

  @Test func ofTPEOnlyTheRandomStartCounts() throws {
    let values = [Double](repeating: 3, count: 9) + [2] + [0.1, 0.1]
    let trials = [
      values.enumerated().map { ([0.01 * Double($0 + 1), 0.1], $1) },
      values.enumerated().map { ([0.01 * Double($0 + 1)], $1) },
    ]
    let figure = try #require(
      SmallSearches.figures(
        BestOfNumberContent(),
        try SmallSearches.comparison(trials, tuning: #""sampler": "tpe", "trials": 12, "seeds": 2"#)
      ).first)
    #expect(
      figure.plainCaption.contains(
        " Only the first 10 trials of each search count, drawn before the sampler looked at any value. As n "
          + "nears the 10 trials made, every curve"))
    #expect(figure.rows.count == 21)
    // One of ten is 2 and nine are 3.
    #expect(figure.rows[1].hasPrefix("p,a (tuned),1,2.9,"))
    #expect(figure.rows[10] == "p,a (tuned),10,2,,")
  }

  @Test func parallelAxesAreAFigureForEachOptimizer() throws {
    let figures = SmallSearches.figures(
      SearchedOrGiven<SearchParallels, ParallelContent>.searched(SearchParallels()),
      try SmallSearches.comparison(SmallSearches.four))
    #expect(figures.map(\.id) == ["trials-p-a-tuned", "trials-p-b-tuned"])
    let text =
      "Each of 4 trials is a curve through its settings that ends at its value, which gives the colour; "
      + "better ones lie over worse. \(Self.value) 1 of 4 trials diverged, in at least half of its runs, and "
      + "ends before the last axis, in the faintest colour."
    #expect(figures[0].plainCaption == "Trials on p with a (tuned). \(text)")
    #expect(
      figures[0].figure.description
        == "Trials on p with a (tuned). The best is 1.00 at learning rate 1, momentum 0.2. \(text)")
    #expect(
      figures[1].rows == [
        "problem,optimizer,learning_rate,value", "p,b (tuned),0.001,3", "p,b (tuned),0.01,0.5",
        "p,b (tuned),0.1,1", "p,b (tuned),1,inf",
      ])
  }

  @Test func parityHasAPointForEachSearch() throws {
    let parity = SearchedOrGiven<SearchParities, ParityContent>.searched(SearchParities())
    let words =
      "; on the line both values are the same, and above it the setting does worse on the fresh seeds, none of "
      + "which it was tuned on: "
    let end = ". Both values are medians of the validation loss over their seeds."
    let subject =
      "The best value of each search on its tuning seeds and on the fresh seeds of the results on p. "
    let figure = try #require(
      SmallSearches.figures(
        parity, try SmallSearches.comparison(SmallSearches.four, fresh: [1.5, 0.75])
      ).first)
    #expect(figure.plainCaption == "\(subject)Each point is one of 2 searches\(words)2 of 2\(end)")
    #expect(
      figure.rows == [
        "problem,optimizer,study,tuned_value,fresh_value", "p,a (tuned),1,1,1.5",
        "p,b (tuned),1,0.5,0.75",
      ])
    let lost = try #require(
      SmallSearches.figures(
        parity, try SmallSearches.comparison(SmallSearches.four, fresh: [1.5, .infinity])
      ).first)
    #expect(
      lost.plainCaption
        == "\(subject)The one point is a search\(words)1 of 1\(end) Not drawn: 1 search whose setting diverged."
    )
  }
}
