import Foundation
import Synchronization
import Testing
import Training

@testable import Experiments
import Specs

/// Searches whose every value is known: on ½ Σ x² from (1, 1) each update of SGD multiplies by 1 − rate, so that
/// after T updates the value is (1 − rate)^2T.
@Suite("Searches")
struct SearchTests {
  private let folder: SpecFolder

  init() throws { folder = try SpecFolder() }

  /// The plan of a spec with this tuning.
  private func plan(
    _ tuning: String, problem: String = Self.bowl, seeds: String = "3",
    optimizers: String = #"{ "name": "SGD", "kind": "sgd", "learning_rate": 0.125 }"#
  ) throws -> Plan {
    let file = try folder.write(
      "a.json",
      """
      { "name": "a", "seeds": \(seeds), "problems": [\(problem)],
        "optimizers": [\(optimizers)], "tuning": \(tuning) }
      """)
    return try Plan(ExperimentSpec.read(path: file))
  }

  private static let bowl =
    #"{ "model": { "kind": "quadratic", "condition": 1 }, "epochs": 4 }"#
  private static let line = #"{ "dataset": "diabetes", "model": "linear", "epochs": 6 }"#
  private static let rate = #""learning_rate": { "low": 0.25, "high": 1.25 }"#
  private static let tpe = """
    { "sampler": { "kind": "tpe", "seed": 3, "startup_trials": 4 }, "trials": 12, "seeds": 2,
      "space": { "learning_rate": { "low": 0.01, "high": 1, "scale": "log" } } }
    """

  @Test("a grid finds the rate whose value is least, and the tuned form runs with it")
  func grid() async throws {
    let plan = try plan(
      #"{ "sampler": { "kind": "grid", "points": 5 }, "trials": 5, "space": { \#(Self.rate) } }"#)
    #expect(plan.problems[0].contenders.map(\.name) == ["SGD", "SGD (tuned)"])
    #expect(plan.runs.count == 1)
    #expect(plan.totalRunCount == 7)
    let results = await Scheduler(jobs: 1).run(plan)
    let search = try #require(results.searches.first)
    #expect(search.trials.map(\.point) == [[0.25], [0.5], [0.75], [1], [1.25]])
    // (1 − rate)⁸; nothing here depends on the seed, so each is one run.
    let eighths: [Double] = [0.75, 0.5, 0.25, 0, -0.25].map { pow($0, 8) }
    #expect(search.trials.map(\.value) == eighths)
    #expect(search.trials.map(\.outcomes.count) == [1, 1, 1, 1, 1])
    #expect(search.best == 3)
    #expect(search.judgedValue == 0)
    #expect(
      results.plan.problems[0].contenders[1].configuration.values["learning_rate"] == .number(1))
    #expect(results.plan.runs.map { results[$0]?.outcome.trainLoss } == [pow(0.875, 8), 0])
  }

  @Test("of equal values the first is best")
  func ties() async throws {
    let plan = try plan(
      #"""
      { "sampler": { "kind": "grid", "points": 2 }, "trials": 2,
        "space": { "learning_rate": { "low": 0.5, "high": 1.5 } } }
      """#)
    let results = await Scheduler(jobs: 2).run(plan)
    #expect(results.searches[0].trials.map(\.value) == [pow(0.5, 8), pow(0.5, 8)])
    #expect(results.searches[0].best == 0)
  }

  @Test("a diverged trial counts as infinite, and does not stop the search")
  func diverged() async throws {
    let plan = try plan(
      #"""
      { "sampler": { "kind": "grid", "points": 2 }, "trials": 2,
        "space": { "learning_rate": { "low": 0.5, "high": 1e200 } } }
      """#)
    let results = await Scheduler(jobs: 1).run(plan)
    #expect(results.searches[0].trials.map(\.value) == [pow(0.5, 8), .infinity])
    #expect(results.searches[0].trials.map(\.failures) == [0, 1])
    #expect(results.searches[0].best == 0)
  }

  @Test("what is made small of one run")
  func objectiveOfARun() {
    func outcome(_ status: RunStatus, validation: Double?, best: Double?) -> RunOutcome {
      RunOutcome(
        status: status, epochs: 3, steps: 3, gradientEvaluations: 9, trainLoss: 5,
        validationLoss: validation, testLoss: nil, trainMetric: nil, validationMetric: nil,
        testMetric: nil, bestValidationLoss: best, bestEpoch: nil)
    }
    // The last training loss of a run that diverged need not be large.
    let lost = outcome(.diverged, validation: nil, best: 4)
    #expect(TuningObjective.allCases.map { $0.value(of: lost) } == [.infinity, .infinity])
    let whole = outcome(.completed, validation: 7, best: 6)
    #expect(TuningObjective.validationLoss.value(of: whole) == 7)
    #expect(TuningObjective.bestValidationLoss.value(of: whole) == 6)
    // A test function has no validation loss.
    let value = outcome(.completed, validation: nil, best: nil)
    #expect(TuningObjective.allCases.map { $0.value(of: value) } == [5, 5])
  }

  @Test("the number of updates can be tuned")
  func epochs() async throws {
    let plan = try plan(
      #"""
      { "sampler": { "kind": "grid", "points": 3 }, "trials": 3,
        "space": { "epochs": { "low": 2, "high": 10, "integer": true } } }
      """#)
    let results = await Scheduler(jobs: 1).run(plan)
    #expect(results.searches[0].trials.map(\.point) == [[2], [6], [10]])
    #expect(results.searches[0].trials.map(\.value) == [4, 12, 20].map { pow(0.875, $0) })
    #expect(results.plan.problems[0].contenders[1].budget.epochs == 10)
    let tuned = try #require(results[results.plan.runs[1]])
    #expect(tuned.outcome.epochs == 10)
  }

  @Test("a trial is judged by the median over the tuning seeds, its setting by other seeds")
  func seeds() async throws {
    let plan = try plan(
      #"""
      { "sampler": { "kind": "random", "seed": 1 }, "trials": 2, "seeds": [70, 71, 72],
        "space": { "learning_rate": { "low": 0.01, "high": 1, "scale": "log" } } }
      """#, problem: Self.line, optimizers: #"{ "name": "Adam", "kind": "adam" }"#)
    let results = await Scheduler(jobs: 2).run(plan)
    let search = try #require(results.searches.first)
    for trial in search.trials {
      let losses = trial.outcomes.compactMap(\.validationLoss).sorted()
      #expect(Set(losses).count == 3)
      #expect(trial.value == losses[1])
    }
    let fresh = results.plan.runs.filter { $0.contender == 1 }
      .compactMap { results[$0]?.outcome.validationLoss }.sorted()
    #expect(search.judgedValue == fresh[1])
    #expect(search.judgedValue != search.trials[search.best].value)
  }

  @Test("the lowest validation loss over the epochs can be what is tuned for")
  func objective() async throws {
    let plan = try plan(
      #"""
      { "sampler": "random", "trials": 3, "seeds": 1, "objective": "best_validation_loss",
        "space": { "learning_rate": { "low": 100, "high": 3000, "scale": "log" } } }
      """#, problem: Self.line, optimizers: #"{ "name": "Adam", "kind": "adam" }"#)
    let results = await Scheduler(jobs: 2).run(plan)
    let trials = results.searches[0].trials
    #expect(trials.map(\.value) == trials.map { $0.outcomes[0].bestValidationLoss })
    #expect(trials.map(\.value) != trials.map { $0.outcomes[0].validationLoss })
  }

  @Test("no run of a search has a seed of the results", arguments: [1, 3])
  func noTuningSeedIsJudged(studies: Int) async throws {
    let plan = try plan(
      #"""
      { "sampler": "halton", "trials": 4, "studies": \#(studies),
        "space": { "learning_rate": { "low": 0.01, "high": 1, "scale": "log" } } }
      """#, problem: Self.line)
    let results = await Scheduler(jobs: 2).run(plan)
    var asked: Set<UInt32> = []
    for search in plan.searches {
      var course = try #require(SearchCourse(search, of: plan))
      asked.formUnion(course.next().map(\.seed))
    }
    #expect(asked == [1_000_000, 1_000_001, 1_000_002])
    #expect(Set(results.plan.runs.map(\.seed)) == [0, 1, 2])
    #expect(Set(results.plan.runs.map { results.plan.request(for: $0).seed }) == [0, 1, 2])
  }

  @Test("any number of workers finds the same", arguments: ["tpe", "random"])
  func workers(sampler: String) async throws {
    let tuning = Self.tpe.replacingOccurrences(
      of: #"{ "kind": "tpe", "seed": 3, "startup_trials": 4 }"#,
      with: sampler == "tpe" ? #"{ "kind": "tpe", "startup_trials": 4 }"# : "\"random\"")
    let plan = try plan(
      tuning, problem: "\(Self.line), \(Self.bowl)",
      optimizers: #"{ "name": "A", "kind": "adam" }, { "name": "S", "kind": "sgd" }"#)
    let expected = await Scheduler(jobs: 1).run(plan)
    #expect(expected.searches.count == 4)
    // Only TPE goes other ways with other values.
    let last = Set(expected.searches.map { $0.trials[11].point })
    #expect((last.count > 1) == (sampler == "tpe"))
    for jobs in [2, 3, 40] {
      let results = await Scheduler(jobs: jobs).run(plan)
      #expect(results.searches == expected.searches, "\(jobs) workers")
      #expect(
        results.plan.runs.map { results[$0] } == expected.plan.runs.map { expected[$0] },
        "\(jobs) workers")
    }
  }

  @Test("searches of samplers that look at no values share their points")
  func sharedPoints() async throws {
    let plan = try plan(
      #"""
      { "sampler": "halton", "trials": 5, "seeds": 1,
        "space": { "learning_rate": { "low": 0.01, "high": 1, "scale": "log" },
          "beta1": { "low": 0.5, "high": 0.99 } } }
      """#,
      optimizers: #"""
        { "name": "A", "kind": "adam" }, { "name": "S", "kind": "sgd" },
        { "name": "Own", "kind": "adam",
          "space": { "learning_rate": { "low": 0.02, "high": 1, "scale": "log" } } },
        { "name": "As given", "kind": "adam", "space": {} }
        """#)
    #expect(
      plan.problems[0].contenders.map(\.name) == [
        "A", "S", "Own", "As given", "A (tuned)", "S (tuned)", "Own (tuned)",
      ])
    let searches = await Scheduler(jobs: 2).run(plan).searches
    #expect(searches.map { plan.keys(of: $0.search).count } == [2, 1, 2])
    #expect(searches[0].trials.map { $0.point[0] } == searches[1].trials.map { $0.point[0] })
    #expect(searches[0].trials.map { $0.point[1] } == searches[2].trials.map { $0.point[1] })
    // The same shares of a range of its own: ln 0.02 + u ln 50 where the others have ln 0.01 + u ln 100.
    for (common, own) in zip(searches[0].trials, searches[2].trials) {
      let share = Foundation.log(common.point[0] / 0.01) / Foundation.log(100)
      #expect(abs(Foundation.log(own.point[0] / 0.02) / Foundation.log(50) - share) < 1e-12)
    }
  }

  @Test(
    "of three studies the row is the one in the middle, of two the worse one", arguments: [2, 3])
  func studies(count: Int) async throws {
    let plan = try plan(
      #"""
      { "sampler": "random", "trials": 1, "seeds": 1, "studies": \#(count),
        "space": { "learning_rate": { "low": 0.01, "high": 0.5, "scale": "log" } } }
      """#)
    let results = await Scheduler(jobs: 2).run(plan)
    #expect(results.searches.map(\.search.study) == Array(0..<count))
    let rates = results.searches.map { $0.trials[0].point[0] }
    #expect(Set(rates).count == count)
    // The greater the rate up to 1, the less the value: in the middle, or the worse, is the second greatest rate.
    let middle = rates.sorted(by: >)[1]
    #expect(results.searches.filter(\.isChosen).map { $0.trials[0].point[0] } == [middle])
    #expect(
      results.plan.problems[0].contenders[1].configuration.values["learning_rate"]
        == .number(middle))
    #expect(results.searches.map(\.judgedValue) == results.searches.map { $0.trials[0].value })
  }

  @Test("progress counts the runs of searches, too")
  func progress() async throws {
    let plan = try plan(
      Self.tpe.replacingOccurrences(of: "\"trials\"", with: "\"studies\": 2, \"trials\""),
      problem: Self.line)
    let counts = Mutex<[Int]>([])
    _ = await Scheduler(jobs: 2, onProgress: { count in counts.withLock { $0.append(count) } })
      .run(plan)
    // Two studies of 12 trials on 2 seeds, each judged on 3, and two contenders on 3 seeds.
    #expect(plan.totalRunCount == 2 * (12 * 2 + 3) + 2 * 3)
    #expect(counts.withLock { $0 } == Array(1...plan.totalRunCount))
  }
}
