import Experiments
import Foundation
import Specs
import Training

/// Made-up results of a small experiment, so that what a report says of them can be told in advance.
public struct SmallExperiment {
  /// One run: training losses by epoch from 0 on; validation is 10 higher.
  public static func record(
    _ losses: [Double], epochs: [Int]? = nil, status: RunStatus = .completed, metric: Double = 1
  ) -> RunRecord {
    let epochs = epochs ?? Array(losses.indices)
    let isLost = status == .diverged
    let curve = zip(epochs, losses).map { epoch, loss in
      CurvePoint(
        epoch: epoch, step: epoch, trainLoss: loss, validationLoss: isLost ? nil : loss + 10)
    }
    let last = losses.last ?? .nan
    let outcome = RunOutcome(
      status: status, epochs: epochs.last ?? 0, steps: epochs.last ?? 0,
      gradientEvaluations: 10 * (epochs.last ?? 0), trainLoss: last,
      validationLoss: isLost ? nil : last + 10, testLoss: isLost ? nil : last + 20,
      trainMetric: isLost ? nil : metric, validationMetric: isLost ? nil : metric,
      testMetric: isLost ? nil : metric, bestValidationLoss: isLost ? nil : last + 10,
      bestEpoch: isLost ? nil : epochs.last)
    return RunRecord(outcome, curve: curve)
  }

  /// The results of two optimizers, `a` and `b|*x*`, on the diabetes data, by seed.
  public static func results(
    _ a: [RunRecord], _ b: [RunRecord], targets: String = "\"auto\"", epochs: Int = 4
  ) throws -> ResultSet {
    try results([("a", a), ("b|*x*", b)], targets: targets, epochs: epochs)
  }

  /// The results of named optimizers on the diabetes data, by seed; none where a run is missing.
  ///
  /// - Parameters:
  ///   - kinds: the keys of the optimizers, in turn.
  ///   - problem: further keys of the problem, with a comma after each.
  ///   - report: what the spec says of its report.
  ///   - data: the keys of the problem's data and model.
  ///   - cells: what the cells of its report can be.
  ///   - seeds: the seeds, as many as there are records; nil: from 0 on.
  public static func results(
    _ runs: [(name: String, records: [RunRecord?])], targets: String = "\"auto\"", epochs: Int = 4,
    kinds: [String] = [#""kind": "adam""#, #""kind": "sgd", "momentum": 0.9"#],
    problem: String = "", seeds: String? = nil, report: String = "{}",
    cells: CellKinds = .none, data: String = #""dataset": "diabetes", "model": "linear""#
  ) throws -> ResultSet {
    let optimizers = runs.indices.map { index in
      #"{ "name": "\#(runs[index].name)", \#(kinds[index % kinds.count]) }"#
    }
    let text = """
      {
        "name": "made_up", "seeds": \(seeds ?? "\(runs.first?.records.count ?? 0)"),
        "problems": [{
          \(problem) "name": "p", \(data), "epochs": \(epochs),
          "targets": \(targets)
        }],
        "optimizers": [\(optimizers.joined(separator: ", "))], "report": \(report)
      }
      """
    let plan = try plan(text, cells: cells)
    var records: [PlannedRun: RunRecord] = [:]
    for run in plan.runs {
      let seeds = runs[run.contender].records
      if let place = plan.spec.seeds.firstIndex(of: run.seed) { records[run] = seeds[place] }
    }
    return ResultSet(plan: plan, records: records)
  }

  /// The results of two optimizers, `a` and `b`, on several problems, the same with every seed.
  ///
  /// - Parameters:
  ///   - problems: the problems as a spec has them.
  ///   - record: the run of an optimizer on a problem, both by position.
  public static func results(
    problems: [String], seeds: Int, _ record: (_ problem: Int, _ optimizer: Int) -> RunRecord
  ) throws -> ResultSet {
    let text = """
      {
        "name": "made_up", "seeds": \(seeds), "problems": [\(problems.joined(separator: ", "))],
        "optimizers": [{ "name": "a", "kind": "adam" }, { "name": "b", "kind": "sgd" }]
      }
      """
    let plan = try plan(text, cells: .none)
    let records = plan.runs.map { ($0, record($0.problem, $0.contender)) }
    return ResultSet(plan: plan, records: Dictionary(uniqueKeysWithValues: records))
  }

  /// The plan of a spec.
  public static func plan(_ text: String, cells: CellKinds = .none) throws -> Plan {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try Plan(ExperimentSpec.read(path: file.path, cells: cells))
  }

  /// Runs of the seeds from 0 on.
  public static func seeded(_ records: [RunRecord]) -> [SeededRun] {
    records.enumerated().map { number, record in
      SeededRun(seed: UInt32(number), outcome: record.outcome) { record }
    }
  }
}
