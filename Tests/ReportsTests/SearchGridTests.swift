import Plotting
import Testing

@testable import Reports

/// Heat maps of grid searches, the scale of values, and importance.
@Suite struct SearchGridTests {
  private static let grid = #""sampler": "grid", "trials": 4, "seeds": 2"#
  private static let value =
    "The value of a trial is the median of the validation loss over the 2 tuning seeds."

  private func heatMap(_ keys: [String]? = nil) -> SearchedOrGiven<SearchHeatMaps, HeatMapContent> {
    .searched(SearchHeatMaps(keys: keys))
  }

  /// A grid of 2 x 2, of which one cell diverged; Adam has one key and no heat map.
  @Test func aHeatMapHasACellForEachPair() throws {
    let trials: [[([Double], Double)]] = [
      [([0.001, 0], 4), ([0.001, 0.8], 2), ([1, 0], .infinity), ([1, 0.8], 1)],
      [([0.001], 1), ([1], 2)],
    ]
    let comparison = try SmallSearches.comparison(trials, tuning: Self.grid)
    let figures = SmallSearches.figures(heatMap(), comparison)
    #expect(figures.map(\.id) == ["heat-map-p-a-tuned"])
    let figure = try #require(figures.first)
    let text = "\(Self.value) Hatched: 1 cell whose trials all diverged."
    #expect(
      figure.plainCaption == "Value by learning rate and momentum on p with a (tuned). \(text)")
    #expect(
      figure.figure.description
        == "Value by learning rate and momentum on p with a (tuned). The best is 1.00 at learning rate 1, "
        + "momentum 0.8. \(text)")
    #expect(
      figure.rows == [
        "problem,optimizer,learning_rate,momentum,value", "p,a (tuned),0.001,0,4",
        "p,a (tuned),1,0,inf", "p,a (tuned),0.001,0.8,2", "p,a (tuned),1,0.8,1",
      ])
    let panel = figure.figure.panels[0]
    #expect(panel.x.names?.map(\.text) == ["0.001", "1"] && panel.x.label == "learning rate")
    #expect(panel.y.names?.map(\.text) == ["0", "0.8"] && panel.y.label == "momentum")
    let turned = try #require(
      SmallSearches.figures(heatMap(["momentum", "learning_rate"]), comparison).first)
    #expect(turned.rows[0] == "problem,optimizer,momentum,learning_rate,value")
    #expect(SmallSearches.figures(heatMap(["momentum", "beta1"]), comparison).isEmpty)
  }

  /// The least over the third hyperparameter, and a colour's end for a cell far off the others: the lower quartile of
  /// the values is that of 1, 2, 3, 4, 5, 6, 7 and 9000, which is 2.
  @Test func aCellIsTheLeastOverFurtherHyperparameters() throws {
    let decay = #""weight_decay": { "low": 0, "high": 1 }"#
    let points: [[Double]] = [0.001, 1].flatMap { rate in
      [0, 0.8].flatMap { momentum in [0, 1].map { [rate, momentum, $0] } }
    }
    let values: [Double] = [1, 2, 4, 3, 9000, 9001, 7, 6]
    let trials: [[([Double], Double)]] = [
      zip(points, values).map { ($0, $1) }, [([0.001], 1), ([1], 2)],
    ]
    let comparison = try SmallSearches.comparison(
      trials, tuning: #""sampler": "grid", "trials": 8, "seeds": 2"#,
      spaces: ("\(SmallSearches.rate), \(SmallSearches.momentum), \(decay)", SmallSearches.rate))
    let figure = try #require(SmallSearches.figures(heatMap(), comparison).first)
    #expect(
      figure.rows.dropFirst() == [
        "p,a (tuned),0.001,0,1", "p,a (tuned),1,0,9000", "p,a (tuned),0.001,0.8,3",
        "p,a (tuned),1,0.8,6",
      ])
    #expect(
      figure.plainCaption
        == "Value by learning rate and momentum on p with a (tuned). \(Self.value) A cell shows the least over "
        + "the further hyperparameter. Colours end at 2000. 1 of 4 values lies beyond the ends of the colours "
        + "and has that of the end.")
  }

  /// A trial far off the others stands on the rail and does not crush them.
  @Test func valuesFarOffAreOnTheRail() throws {
    let trials: [[([Double], Double)]] = [
      [([0.001, 0], 4), ([0.01, 0.4], 2), ([0.1, 0.8], 1e30), ([1, 0.2], 1)],
      [([0.001], 3), ([0.01], 0.5), ([0.1], 1), ([1], .infinity)],
    ]
    let comparison = try SmallSearches.comparison(trials)
    let figure = try #require(SmallSearches.figures(SliceContent(), comparison).first)
    #expect(
      figure.plainCaption.hasSuffix(
        " 1 of 8 trials diverged, in at least half of its runs, and 1 has a value far off the others; they stand "
          + "on the rail on top."))
    #expect(figure.figure.panels[0].rail?.label == "off scale")
    #expect(figure.figure.panels[0].rail?.rows.map(\.x) == [[0.1], [1]])
    #expect(figure.rows[3] == "p,a (tuned),1,3,0.1,0.8,1e+30")
    var spec = FigureSpec()
    spec.optimizers = [0]
    let alone = try #require(SmallSearches.figures(SliceContent(), comparison, spec).first)
    #expect(
      alone.plainCaption.hasSuffix(
        " 1 of 4 trials has a value far off the others and stands on the rail on top; none diverged."
      ))
    let best = try #require(SmallSearches.figures(BestOfNumberContent(), comparison, spec).first)
    #expect(
      best.plainCaption.contains(
        "those made: values far off the others would rule the expectation (Tang et al. 2020). Bands"
      ))
    // What an author says of the axis stands.
    spec.y.upper = 2.5
    spec.y.scale = .linear
    let given = try #require(SmallSearches.figures(SliceContent(), comparison, spec).first)
    #expect(given.figure.panels[0].rail?.rows.map(\.x) == [[0.001, 0.1]])
    #expect(
      given.plainCaption.contains(" 2 of 4 trials have values outside the limits and stand on"))
  }

  /// The shares are Optuna's, of "half diverged" in `TuningTests/References/importance.json`.
  @Test func importanceSaysHowManyTrialsItRestsOn() throws {
    let importance = ImportancesContent.searched(SearchImportances())
    let trials: [[([Double], Double)]] = [
      [
        ([0.007523438996097347, 6], .infinity), ([0.0003465501763810746, 3], 0.2),
        ([0.00020857598854357291, 6], 0.9), ([0.0001000038422087107, 6], .infinity),
        ([0.0023015646586125945, 6], 0.1), ([0.0002064341386571021, 2], .infinity),
      ], [([0.1], 1)],
    ]
    let spaces = #""learning_rate": { "low": 1e-5, "high": 0.1, "scale": "log" }"#
    let comparison = try SmallSearches.comparison(
      trials,
      spaces: (
        #"\#(spaces), "epochs": { "low": 1, "high": 7, "integer": true }"#, SmallSearches.rate
      ))
    // Adam has one key.
    let figure = try #require(SmallSearches.figures(importance, comparison).first)
    #expect(
      figure.plainCaption
        == "Importance of hyperparameters on p. Shares by PED-ANOVA (Watanabe, Bansal and Hutter 2023): how much each "
        + "hyperparameter by itself sets the best tenth of the trials apart from all that did not diverge, 2 of 3 with "
        + "a (tuned). They add up to 1 even where nothing matters, and hold within the ranges that were searched. "
        + "Shares that rest on fewer than 5 best trials are not steady, which are all of these.")
    #expect(figure.rows.count == 3)
    #expect(figure.rows[0] == "problem,optimizer,hyperparameter,share,trials,best_trials")
    let fields = figure.rows.dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(fields.map { $0[2] } == ["learning_rate", "epochs"])
    #expect(fields.allSatisfy { $0[4...] == ["3", "2"] })
    for (fields, share) in zip(fields, [0.5705076486797432, 0.4294923513202567]) {
      #expect(abs((Double(fields[3]) ?? .nan) - share) < 1e-12)
    }
    #expect(
      figure.figure.description.contains(". a (tuned): learning rate 0.57, epochs 0.43. Shares")
    )
    #expect(figure.figure.panels[0].x.lower == 0 && figure.figure.panels[0].x.upper == 1)
    // The standard report has none that is not steady.
    let standard = ImportancesContent.searched(SearchImportances(leastTopCount: 5))
    #expect(SmallSearches.figures(standard, comparison).isEmpty)
    // Where all are equally good, nothing tells the best apart.
    let equal: [[([Double], Double)]] = [
      [([0.001, 0], 1), ([0.01, 0.4], 1), ([0.1, 0.8], 1), ([1, 0.2], 1)], [([0.1], 1)],
    ]
    #expect(SmallSearches.figures(importance, try SmallSearches.comparison(equal)).isEmpty)
  }
}
