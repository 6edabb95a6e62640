import ExperimentSupport
import Testing
import Training

@testable import Analysis
@testable import Experiments
@testable import Reports

/// What a report says of searches whose course is known: on ½ Σ x² from (1, 1) each update of SGD multiplies by
/// 1 − rate, so that after T updates the value is (1 − rate)^2T.
@Suite struct TuningTextTests {
  private static let bowl =
    #"{ "name": "bowl", "model": { "kind": "quadratic", "condition": 1 }, "epochs": 4 }"#
  private static let line =
    #"{ "name": "p", "dataset": "diabetes", "model": "linear", "epochs": 4 }"#

  private func plan(
    _ tuning: String, problems: String = bowl,
    optimizers: String = #"{ "name": "SGD", "kind": "sgd", "learning_rate": 0.125 }"#
  ) throws -> Plan {
    try SmallExperiment.plan(
      """
      { "name": "made_up", "seeds": 3, "problems": [\(problems)], "optimizers": [\(optimizers)],
        "tuning": \(tuning) }
      """)
  }

  private func text(_ results: ResultSet) -> String {
    MarkdownWriter().markdown(Report(results, versions: []).document)
  }

  /// The lines of a section, without its heading, anchors and the rows under heads of tables.
  private func section(_ name: String, _ text: String) -> [String] {
    guard let start = text.range(of: "\n## \(name)\n\n") else { return [] }
    let rest = text[start.upperBound...]
    let end = rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex
    return rest[..<end].split(separator: "\n").map { line in
      line.hasPrefix("<a name")
        ? String(line[(line.range(of: "</a>")?.upperBound ?? line.startIndex)...]) : String(line)
    }.filter { !$0.hasPrefix("| :-") }
  }

  private let grid = #"""
    { "sampler": { "kind": "grid", "points": 5 }, "trials": 5,
      "space": { "learning_rate": { "low": 0.25, "high": 1.25 } } }
    """#

  @Test func aSearchOnATestFunction() async throws {
    let text = text(
      await Scheduler(jobs: 1).run(
        try plan(
          grid,
          optimizers: #"""
            { "name": "SGD", "kind": "sgd", "learning_rate": 0.125 },
            { "name": "As given", "kind": "sgd", "space": {} }
            """#)))
    let lines = section("Tuning", text).filter { !$0.contains("figure") && !$0.hasPrefix("  <") }
    #expect(
      lines.prefix(4) == [
        "Every tuned optimizer gets the same number of trials on each problem: 5, chosen by grid (every "
          + "combination of evenly spaced values, ends included). Nothing here depends on the seed, so each trial is one run.",
        "- SGD (tuned): learning_rate 0.25 to 1.25.", "- Not tuned: As given.",
        "Every trial: [`data/trials.csv`](data/trials.csv).",
      ])
    let table = try #require(lines.firstIndex { $0.contains("Searches on *bowl*") })
    #expect(
      lines[table...].prefix(3) == [
        "**Table 4.** Searches on *bowl*: the trials, the best setting, the function’s value there, twice "
          + "the same since nothing depends on the seed; the gradients of single examples that all trials "
          + "took, and those of one run with the best setting. (edge): within 5 % of an end of its range. "
          + "([CSV](tables/tuning-bowl.csv), [LaTeX](tables/tuning-bowl.tex))",
        "| optimizer   | trials | best setting    | tuning seeds | fresh seeds | ratio | gradients, search | one run |",
        // (1 − 1)⁸ = 0, of which a ratio says nothing; each of the 5 trials took 4 updates.
        "| SGD (tuned) |      5 | learning_rate 1 |            0 |           0 |  none |                20 |       4 |",
      ])
    #expect(
      text.contains(
        "- **As given** was not tuned, while others were: they compare with the rows of those as given.\n"
      ))
    #expect(!text.contains("not finished"))
    // A table marks who was not tuned, and the files of data have the name alone.
    #expect(text.contains("\n| As given, not tuned |") && !text.contains("\n| SGD, not tuned |"))
  }

  @Test func aTrialsFile() async throws {
    let results = await Scheduler(jobs: 1).run(try plan(grid))
    let file = try #require(TrialsTable(results).files.first)
    #expect(file.path == "data/trials.csv")
    // 0.75⁸, 0.5⁸, 0.25⁸, 0 and 0.25⁸ again, exactly.
    #expect(
      String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") == [
        "problem,optimizer,study,trial,learning_rate,value,runs,failures,gradient_evaluations,is_best,is_chosen,"
          + "value_1000000",
        "bowl,SGD (tuned),1,1,0.25,0.1001129150390625,1,0,4,false,true,0.1001129150390625",
        "bowl,SGD (tuned),1,2,0.5,0.00390625,1,0,4,false,true,0.00390625",
        "bowl,SGD (tuned),1,3,0.75,1.52587890625e-05,1,0,4,false,true,1.52587890625e-05",
        "bowl,SGD (tuned),1,4,1,0,1,0,4,true,true,0",
        "bowl,SGD (tuned),1,5,1.25,1.52587890625e-05,1,0,4,false,true,1.52587890625e-05",
      ])
  }

  @Test func anOptimumAtTheEdge() async throws {
    let text = text(
      await Scheduler(jobs: 1).run(
        try plan(
          #"""
          { "sampler": { "kind": "grid", "points": 4 }, "trials": 4,
            "space": { "learning_rate": { "low": 0.25, "high": 1 } } }
          """#, problems: "\(Self.bowl), \(Self.bowl.replacing("bowl", with: "other"))")))
    #expect(
      text.contains(
        "- The best setting lies within 5 % of an end of its range, so the search is not finished, for "
          + "**SGD (tuned)** on *bowl* (learning_rate at the upper end of 0.25 to 1) and **SGD (tuned)** on "
          + "*other* (learning_rate at the upper end of 0.25 to 1).\n"))
    #expect(text.contains("| SGD (tuned) |      4 | learning_rate 1 (edge) |"))
  }

  @Test func aSearchOfWhichNothingCame() async throws {
    let text = text(
      await Scheduler(jobs: 1).run(
        try plan(
          #"""
          { "sampler": { "kind": "grid", "points": 2 }, "trials": 2,
            "space": { "learning_rate": { "low": 1e150, "high": 1e200 } } }
          """#)))
    #expect(
      text.contains(
        "- Every trial of the search diverged, so nothing was tuned, for **SGD (tuned)**.\n"))
    #expect(!text.contains("so the search is not finished"))
    // 10¹⁵⁰ is an end of the range, but no best setting.
    #expect(
      text.contains(
        "| SGD (tuned) | 2, 2 diverged | none; the first: learning_rate 1 × 10¹⁵⁰ |"))
  }

  @Test func epochsThatASearchChose() async throws {
    let text = text(
      await Scheduler(jobs: 1).run(
        try plan(
          #"""
          { "sampler": "grid", "trials": 3, "space": { "epochs": { "low": 2, "high": 10, "integer": true } } }
          """#)))
    #expect(
      text.contains(
        "- Searches chose the epochs, too, so the optimizers did not all train with the same budget.\n"
      ))
    #expect(text.contains("- SGD (tuned): epochs 2 to 10, whole.\n"))
    #expect(text.contains("| epochs 10 (edge) |"))
  }

  /// The text of results that are made up: the value of each trial, and what their best comes to on fresh seeds.
  private func madeUp(
    _ tuning: String, _ trials: [[(Double, Double)]], fresh: [Double], optimizers: String
  ) throws -> String {
    let plan = try plan(tuning, problems: Self.line, optimizers: optimizers)
    var results = zip(plan.searches, trials).map { search, trials in
      SearchResult(
        search: search, trials: trials.map { Trial(point: [$0.0], outcomes: [], value: $0.1) })
    }
    for (place, value) in fresh.enumerated() { results[place].judgedValue = value }
    if plan.isJudged { results.choose() }
    let comparison = Comparison(
      ResultSet(plan: plan, searches: results))
    let table = TuningTable().table(comparison.problems[0], of: comparison, number: 3)
    let words = TuningWords(plan)?.blocks ?? []
    return MarkdownWriter().markdown(Document(words + [.table(table)]))
  }

  @Test func theOptimismOfTuning() throws {
    let text = try madeUp(
      #"""
      { "sampler": "random", "trials": 2, "seeds": 5,
        "space": { "learning_rate": { "low": 1e-3, "high": 1, "scale": "log" } } }
      """#,
      [[(0.5, 8), (0.25, 4)], [(0.125, 10), (0.25, .infinity)]], fresh: [5, 10],
      optimizers: #"{ "name": "A", "kind": "sgd" }, { "name": "B (x)", "kind": "adam" }"#)
    #expect(
      text == #"""
        Every tuned optimizer gets the same number of trials on each problem: 2, chosen by random (points drawn evenly over the space). A hyperparameter that several optimizers are tuned over takes the same places of its range with each of them, so that none is luckier. A trial counts by the median over 5 seeds of its own; the results, and what is tested of them, are from other seeds. Each seed splits the same rows anew, so rows that results are tested on took part in tuning under another seed.

        - A (tuned), B (x, tuned): learning_rate 0.001 to 1, logarithmic.

        Every trial: [`data/trials.csv`](data/trials.csv).

        <a name="table-3"></a>**Table 3.** Searches on *p*: the trials, the best setting, the median of the validation loss over the 5 tuning seeds and over the 3 seeds of the results, none of which was tuned on, and their ratio; the gradients of single examples that all trials took, and those of one run with the best setting. (edge): within 5 % of an end of its range. The ratio mixes the optimism of tuning, which raises it, with how hard the problem is with either seeds: below 1 those of the results are easier. A trial diverged where at least half of its runs did.

        | optimizer    |        trials | best setting        | tuning seeds | fresh seeds |  ratio | gradients, search | one run |
        | :----------- | ------------: | :------------------ | -----------: | ----------: | -----: | ----------------: | ------: |
        | A (tuned)    |             2 | learning_rate 0.25  |        4.000 |       5.000 | × 1.25 |                 0 |       0 |
        | B (x, tuned) | 2, 1 diverged | learning_rate 0.125 |        10.00 |       10.00 | × 1.00 |                 0 |       0 |

        """#)
  }

  /// More hyperparameters share as many trials, and with TPE each optimizer goes its own way.
  @Test func spacesOfDifferentSizes() throws {
    func words(_ sampler: String, _ space: String) throws -> String {
      try madeUp(
        #"""
        { "sampler": "\#(sampler)", "trials": 2, "seeds": 1,
          "space": { "learning_rate": { "low": 1e-3, "high": 1, "scale": "log" }\#(space) } }
        """#, [[(0.5, 8), (0.25, 4)]], fresh: [5],
        optimizers: #"{ "name": "A", "kind": "sgd" }, { "name": "B", "kind": "adam" }"#)
    }
    let sizes =
      "They are tuned over 1 to 2 hyperparameters, and the more there are the less densely the trials lie."
    let shared = "so that none is luckier."
    let both = try words("halton", #", "beta1": { "low": 0.5, "high": 0.9 }"#)
    #expect(both.contains(sizes) && both.contains(shared))
    #expect(both.contains("A trial counts by its value with 1 seed of its own;"))
    #expect(try !words("halton", "").contains("They are tuned over"))
    #expect(try !words("tpe", "").contains(shared))
  }

  @Test func severalStudies() throws {
    let text = try madeUp(
      #"""
      { "sampler": "random", "trials": 1, "seeds": 2, "studies": 3,
        "space": { "learning_rate": { "low": 1e-3, "high": 1, "scale": "log" } } }
      """#,
      [[(0.5, 8)], [(0.25, 4)], [(0.125, 2)]], fresh: [9, 5, 7],
      optimizers: #"{ "name": "A", "kind": "sgd" }"#)
    #expect(
      text.contains(
        "There are 3 such studies of each, and the results are those of the one whose median on the seeds of "
          + "the results is in the middle."))
    #expect(text.contains("| A (tuned), study 1        |"))
    #expect(text.contains("| A (tuned), study 2        |"))
    // 7 lies between 5 and 9.
    #expect(text.contains("| A (tuned), study 3, shown |"))
  }

  @Test func twoStudies() async throws {
    let tuning = #"""
      { "sampler": "random", "trials": 4, "studies": 2,
        "space": { "learning_rate": { "low": 1e150, "high": 1e200 } } }
      """#
    let text = text(await Scheduler(jobs: 1).run(try plan(tuning)))
    #expect(text.contains("whose median on the seeds of the results is worse. "))
    #expect(text.contains(" The trials of both studies are taken together."))
    #expect(
      text.contains(
        "- Every trial of the study that the results are from diverged, so nothing was tuned, for "
          + "**SGD (tuned)**.\n"))
    let four = try madeUp(
      tuning.replacing("\"studies\": 2", with: "\"studies\": 4"),
      [[(1, 1)], [(1, 2)], [(1, 3)], [(1, 4)]], fresh: [1, 2, 3, 4],
      optimizers: #"{ "name": "A", "kind": "sgd" }"#)
    #expect(four.contains("is the worse of the two in the middle. "))
  }

  @Test func aSearchByTPEThatNeverLeftItsStart() throws {
    let tuning = #"""
      { "sampler": { "kind": "tpe", "startup_trials": 2 }, "trials": 2,
        "space": { "learning_rate": { "low": 1e-3, "high": 1, "scale": "log" } } }
      """#
    let optimizers = #"{ "name": "A", "kind": "sgd" }"#
    let start =
      "TPE draws its first 2 trials at random before it looks at any value, so these searches of 2 trials "
      + "never used TPE."
    let trials = [[(0.5, 8.0), (0.25, 4.0)]]
    #expect(try madeUp(tuning, trials, fresh: [4], optimizers: optimizers).contains(start))
    #expect(
      try !madeUp(
        tuning.replacing("\"trials\": 2", with: "\"trials\": 3"), trials, fresh: [4],
        optimizers: optimizers
      ).contains("never used TPE"))
  }

  @Test func aReportWithoutSearchesSaysNothingOfThem() throws {
    let results = try SmallExperiment.results(
      [SmallExperiment.record([10, 1])], [SmallExperiment.record([10, 2])])
    let text = text(results)
    #expect(!text.contains("Tuning") && !text.contains("trials.csv") && !text.contains("tuned"))
    #expect(TrialsTable(results).files.isEmpty)
  }
}
