import Foundation
import TestSupport
import Testing
import Training

@testable import Experiments
import Specs

/// The article's search and its final fit against NumPy and Optuna (References/article_search.py).
struct ArticleSearchTests {
  private struct Reference: Decodable {
    struct Trial: Decodable {
      let setting: [String: Double]
      let value: Double
    }
    let trials: [Trial]
    let best: Int
    let best_value_range: [Double]
    let test_rmse_range: [Double]
    let least_squares_test_rmse: Double
  }

  @Test("the committed experiment replays the article's search whole")
  func replay() async throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: here.appending(path: "References/article_search.json"))
    )
    let experiments = here.appending(path: "../../experiments").standardizedFileURL
    let plan = try Plan(
      ExperimentSpec.read(path: experiments.appending(path: "article.json").path))
    let results = await Scheduler(jobs: 2).run(plan)
    let search = try #require(results.searches.first)
    let names = plan.keys(of: search.search).map(\.name)
    #expect(names == ["learning_rate", "beta1", "beta2", "epsilon", "epochs"])
    #expect(search.trials.count == 10)
    #expect(search.best == reference.best)
    for (number, (trial, expected)) in zip(search.trials, reference.trials).enumerated() {
      for (name, value) in zip(names, trial.point) {
        let other = try #require(expected.setting[name])
        #expect(abs(value - other) <= 1e-9 * abs(other), "\(name) of trial \(number)")
      }
      // The best trial carries the rounding of early steps to its end; the others end at the same digits.
      if number != search.best {
        #expect(abs(trial.value - expected.value) <= 1e-9 * expected.value, "trial \(number)")
      }
    }
    #expect(
      Self.isWithin(search.trials[search.best].value, reference.best_value_range),
      "\(search.trials[search.best].value)")
    let run = try #require(
      results.plan.runs.first { results.plan.contender(of: $0).isTuned })
    let final = try #require(results[run]?.outcome)
    #expect(final.epochs == 44575)
    let error = try #require(final.testMetric)
    #expect(Self.isWithin(error, reference.test_rmse_range), "\(error)")
    #expect(error < reference.least_squares_test_rmse - 0.05)
  }

  /// Whether a value lies in a range or as far from it as the range is wide: so many orders of summation there are
  /// besides those that were tried.
  private static func isWithin(_ value: Double, _ range: [Double]) -> Bool {
    let slack = range[1] - range[0]
    return value >= range[0] - slack && value <= range[1] + slack
  }
}
