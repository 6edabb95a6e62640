import Analysis
import ExperimentSupport
import Plotting
import Specs

@testable import Experiments
@testable import Reports

/// Made-up searches, so that what figures say of them can be told in advance.
struct SmallSearches {
  /// The searches of optimizers `a` (SGD, over learning rate and momentum) and `b` (Adam, over learning rate alone) on the
  /// diabetes data, called `p`.
  ///
  /// - Parameters:
  ///   - trials: point and value of each trial, by search.
  ///   - fresh: what the setting of each search comes to on fresh seeds, by search.
  ///   - tuning: the keys of `tuning` besides `space`.
  ///   - spaces: what is searched for in `a` and in `b`.
  ///   - data: the keys of the problem's data and model.
  static func comparison(
    _ trials: [[([Double], Double)]], fresh: [Double] = [],
    tuning: String = #""sampler": "random", "trials": 4, "seeds": 2"#,
    spaces: (a: String, b: String) = ("\(rate), \(momentum)", rate),
    data: String = #""name": "p", "dataset": "diabetes", "model": "linear""#
  ) throws -> Comparison {
    let plan = try SmallExperiment.plan(
      """
      {
        "name": "made_up", "seeds": 3, "problems": [{ \(data), "epochs": 4 }],
        "optimizers": [
          { "name": "a", "kind": "sgd", "momentum": 0.5, "space": { \(spaces.a) } },
          { "name": "b", "kind": "adam", "space": { \(spaces.b) } }
        ],
        "tuning": { \(tuning) }
      }
      """)
    var results = zip(plan.searches, trials).map { search, trials in
      SearchResult(
        search: search, trials: trials.map { Trial(point: $0.0, outcomes: [], value: $0.1) })
    }
    for (place, value) in fresh.enumerated() { results[place].judgedValue = value }
    if plan.isJudged { results.choose() }
    return Comparison(
      ResultSet(plan: plan, searches: results))
  }

  static let rate = #""learning_rate": { "low": 1e-3, "high": 1, "scale": "log" }"#
  static let momentum = #""momentum": { "low": 0, "high": 0.8 }"#

  /// Four trials of each, of which one diverged.
  static let four: [[([Double], Double)]] = [
    [([0.001, 0], 4), ([0.01, 0.4], 2), ([0.1, 0.8], .infinity), ([1, 0.2], 1)],
    [([0.001], 3), ([0.01], 0.5), ([0.1], 1), ([1], .infinity)],
  ]

  /// The figures that show `content`.
  static func figures(
    _ content: some FigureContent, _ comparison: Comparison, _ spec: FigureSpec = FigureSpec()
  ) -> [ReportFigure] {
    var maker = FigureMaker(comparison, look: FigureLook())
    return maker.figures(content, spec)
  }
}

extension ReportFigure {
  /// Its caption without emphasis.
  var plainCaption: String { caption.map(\.plain).joined() }

  /// The rows of its numbers.
  var rows: [String] {
    String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Inline {
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .emphasis(let inner), .strong(let inner): inner.map(\.plain).joined()
    default: "?"
    }
  }
}
