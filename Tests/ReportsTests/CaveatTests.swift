import ExperimentSupport
import Experiments
import Models
import Foundation
import Specs
import Testing
import Training

@testable import Analysis
@testable import Reports

/// What a supervisor would ask, said unasked.
@Suite struct CaveatTests {
  private func caveats(_ results: ResultSet) -> [String] {
    Caveats(comparison: Comparison(results)).sentences.map { sentence in
      let text = MarkdownWriter().markdown(Document([.paragraph(sentence)]))
      return String(text.reversed().drop { $0.isNewline }.reversed())
    }
  }

  private func run(_ losses: [Double], metric: Double = 1) -> RunRecord {
    SmallExperiment.record(losses, metric: metric)
  }

  /// A run of 20 epochs that arrives at a loss of 10.
  private func run(_ arrival: Int) -> RunRecord { run((0...20).map { $0 < arrival ? 100 : 10 }) }

  /// Yardsticks that are the same for every seed.
  private func measured(_ results: ResultSet, least: Double?, trivial: Double?) -> ResultSet {
    var records: [PlannedRun: RunRecord] = [:]
    for run in results.plan.runs { records[run] = results[run] }
    let yardsticks = Yardsticks(optimum: least.map { Optimum(loss: $0) }, trivialMetric: trivial)
    return ResultSet(
      plan: results.plan, records: records,
      yardsticks: Dictionary(uniqueKeysWithValues: results.plan.seeds.map { ($0, yardsticks) }))
  }

  @Test func trainingThatHadNotFinished() throws {
    // From 12 at epoch 18 to 10 at epoch 20 is a sixth.
    let falling = (0..<6).map { _ in run((0...20).map { 30 - Double($0) }) }
    let flat = (0..<6).map { _ in run(5) }
    let results = try SmallExperiment.results(
      [("a", falling), ("b", flat)], targets: "[20]", epochs: 20)
    #expect(
      caveats(results) == [
        "Training had not finished: the median training loss still fell over the last tenth of the "
          + "epochs with **a** (by 17 %). More epochs, a larger rate, or features and a target that are "
          + "standardized would tell more."
      ])
    // At the optimum nothing is unfinished; far from it a slow fall is.
    func slow(_ end: Double) -> [RunRecord] {
      (0..<6).map { _ in run([100] + (1...20).map { end + 0.1 * Double(20 - $0) }) }
    }
    let near = measured(
      try SmallExperiment.results([("a", slow(10)), ("b", slow(50))], epochs: 20), least: 10,
      trivial: nil)
    #expect(
      caveats(near).first?.contains("of the epochs with **b** (by 0.4 %).") == true,
      "\(caveats(near))")
  }

  /// What would help depends on what is as it was measured.
  @Test(arguments: [
    (
      "",
      "More epochs, a larger rate, or features and a target that are standardized would tell more."
    ),
    (
      "\"standardize\": \"train\",",
      "More epochs, a larger rate, or a target that is standardized would tell more."
    ),
    (
      "\"standardize_target\": \"train\",",
      "More epochs, a larger rate, or features that are standardized would tell more."
    ),
    (
      "\"standardize\": \"train\", \"standardize_target\": \"train\",",
      "More epochs or a larger rate would tell more."
    ),
  ])
  func whatIsNotStandardizedYet(_ keys: String, _ advice: String) throws {
    let falling = (0..<6).map { _ in run((0...20).map { 30 - Double($0) }) }
    let results = try SmallExperiment.results(
      [("a", falling)], targets: "[20]", epochs: 20, problem: keys)
    #expect(caveats(results).first?.hasSuffix(". " + advice) == true, "\(caveats(results))")
  }

  /// Settings with a small validation loss may be slow ones: who is faster as given would else surprise.
  @Test func searchesThatSlowedTrainingDown() throws {
    let plan = try SmallExperiment.plan(
      """
      { "name": "s", "seeds": 14,
        "problems": [
          { "name": "p", "dataset": "diabetes", "model": "linear", "epochs": 20, "targets": [20] }
        ],
        "optimizers": [{ "name": "a", "kind": "adam" }, { "name": "b", "kind": "sgd" }],
        "tuning": { \(SearchedExperiment.grid) } }
      """)
    func caveats(_ arrivals: [String: Int]) -> [String] {
      self.caveats(
        ResultSet(
          plan,
          trial: { _, _, _ in
            RunOutcome(
              status: .completed, epochs: 2, steps: 2, gradientEvaluations: 20, trainLoss: 1,
              validationLoss: 1, bestValidationLoss: 1)
          },
          run: { run in
            self.run(arrivals[plan.problems[0].contenders[run.contender].name] ?? 0)
          }))
    }
    let start =
      "Searches made the validation loss small, not the time to a target: clearly slower than as given "
    #expect(
      caveats(["a": 5, "b": 9, "a (tuned)": 10, "b (tuned)": 4]).contains(
        start + "is **a (tuned)**."))
    #expect(
      caveats(["a": 5, "b": 3, "a (tuned)": 10, "b (tuned)": 4]).contains(
        start + "are **a (tuned)** and **b (tuned)**."))
    #expect(
      !caveats(["a": 5, "b": 9, "a (tuned)": 3, "b (tuned)": 4]).contains { $0.hasPrefix(start) })
  }

  @Test func outcomesOfTwoKinds() throws {
    let two = (0..<10).map { run([100, $0 < 6 ? 1 + 0.01 * Double($0) : 40 + Double($0)]) }
    let one = (0..<10).map { run([100, 2 + 0.1 * Double($0)]) }
    let results = try SmallExperiment.results(
      [("a", two), ("b", one)], targets: "[50]", epochs: 1)
    #expect(
      caveats(results) == [
        "Final training losses of two kinds, which a median hides: **a** (6 seeds at 1.00 to 1.05, 4 at 46.0 to 49.0)."
      ])
    // Their curves show every seed unasked.
    let text = MarkdownWriter().markdown(Report(results, versions: []).document)
    #expect(
      text.contains(
        "median over 10 seeds (line) and quartiles (band), every seed faint where final losses are of two kinds (a). "
          + "None of the 20 runs diverged."))
  }

  @Test func theOrderDependsOnTheTargetOnlyWhereOthersLead() throws {
    // To 50 both are first with every seed, to 10 a.
    let a = (0..<6).map { _ in run([100, 50, 10]) }
    let b = (0..<6).map { _ in run([100, 50, 20]) }
    let same = try SmallExperiment.results(
      [("b", b), ("a", a)], targets: "[10, 50]", epochs: 2)
    #expect(!caveats(same).contains { $0.hasPrefix("The order depends") })
    let c = (0..<6).map { _ in run([100, 30, 20]) }
    let other = try SmallExperiment.results(
      [("c", c), ("a", a)], targets: "[10, 50, 30]", epochs: 2)
    #expect(
      caveats(other).contains(
        "The order depends on the target: by mean rank, to 30 **c** before **a**."),
      "\(caveats(other))")
  }

  @Test func noBetterThanTheTrivialPredictor() throws {
    let results = try SmallExperiment.results(
      [
        ("a", (0..<6).map { _ in run([100, 10], metric: 5) }),
        ("b", (0..<6).map { _ in run([100, 10], metric: 7) }),
      ], targets: "[20]", epochs: 1)
    #expect(
      caveats(measured(results, least: 1, trivial: 6)) == [
        "No better than the trivial predictor: **b** (predicting the mean has a median test RMSE of 6.00)."
      ])
  }

  @Test func noBetterThanTheMostFrequentClass() throws {
    let results = try SmallExperiment.results(
      [
        ("a", (0..<6).map { _ in run([100, 10], metric: 0.3) }),
        ("b", (0..<6).map { _ in run([100, 10], metric: 0.9) }),
      ], targets: "[20]", epochs: 1, data: #""dataset": "iris", "model": "softmax""#)
    #expect(
      caveats(measured(results, least: 1, trivial: 0.4)) == [
        "No better than the trivial predictor: **a** (always saying the most frequent class has a median "
          + "test accuracy of 0.400)."
      ])
  }

  @Test func problemsOnTheSameRowsAreSaidToBe() async throws {
    let text = """
      {"name":"a","seeds":2,"problems":[
        {"name":"p","dataset":"iris","model":"softmax","epochs":1},
        {"name":"q","dataset":"iris","model":"softmax","epochs":2},
        {"name":"r","dataset":"wine","model":"softmax","epochs":1}
      ],"optimizers":[{"name":"A","kind":"adam"}]}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let plan = try Plan(ExperimentSpec.read(path: file.path))
    let results = await Scheduler(jobs: 1).run(plan)
    #expect(
      caveats(results).last
        == "The same rows are behind *p* and *q*: these are not independent problems, and across problems "
        + "they count once.")
  }

  @Test func theEndOfAGridIsNoOptimum() throws {
    func caveats(_ arrivals: [Int]) throws -> [String] {
      try self.caveats(
        SmallExperiment.results(
          arrivals.enumerated().map { place, arrival in
            (name: "sgd \(place)", records: (0..<6).map { _ in run(arrival) })
          }, targets: "[10]", epochs: 20,
          kinds: arrivals.indices.map { #""kind": "sgd", "learning_rate": \#($0 + 1)"# }))
    }
    #expect(
      try caveats([9, 8, 5]) == [
        "The fastest rate is at the end of those that were tried, so the search is unfinished, for **sgd** (3)."
      ])
    #expect(try caveats([9, 5, 8]) == [])
    // Of two rates each is at an end.
    #expect(try caveats([9, 8]) == [])
  }

  @Test func anotherTargetAnotherLeader() throws {
    let early = (0..<8).map { _ in run([100, 40, 30, 20, 10]) }
    let late = (0..<8).map { _ in run([100, 90, 80, 10, 10]) }
    let results = try SmallExperiment.results([("a", early), ("b", late)], targets: "[10, 40]")
    #expect(
      caveats(results) == [
        "The order depends on the target: by mean rank, to 40 **a** before **b**."
      ]
    )
  }

  @Test func runsThatStoppedEarlyAndRowsThatNobodyHeldOut() throws {
    let stopped = (0..<6).map { _ in
      SmallExperiment.record([100, 20, 10], status: .stopped)
    }
    let results = try SmallExperiment.results(
      [("a", stopped)], targets: "[10]",
      problem: #""split": {"test": 0}, "batch_size": 1000, "#)
    #expect(
      caveats(results) == [
        "Early stopping ended all 6 runs: what they would have reached with the whole budget is not known.",
        "No rows are held out for a test on *p*: nothing is told of what was learned.",
        "The batch is larger than the training set on *p*: every update sees all of it.",
      ])
  }
}
