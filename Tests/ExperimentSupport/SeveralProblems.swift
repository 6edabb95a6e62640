import Experiments
import Foundation
import Specs
import Training

/// Made-up results on several problems, told by the epochs at which runs reach the target.
public struct SeveralProblems {
  /// One problem.
  public struct Problem {
    /// The keys of its data and model, such as `"dataset": "iris", "model": "softmax"`.
    public var keys: String
    /// By optimizer, then by seed: the epoch, nil for a run that never gets there; none at all for an
    /// optimizer without runs.
    public var arrivals: [[Int?]]

    /// A problem.
    public init(_ keys: String, _ arrivals: [[Int?]]) {
      self.keys = keys
      self.arrivals = arrivals
    }
  }

  /// How many epochs there are.
  public static let epochs = 200

  /// The keys of problems on different rows.
  public static let sources = [
    #""dataset": "diabetes", "model": "linear""#, #""dataset": "iris", "model": "softmax""#,
    #""dataset": "wine", "model": "softmax""#, #""dataset": "auto_mpg", "model": "linear""#,
    #""dataset": "breast_cancer", "model": "logistic""#,
    #""dataset": "digits", "model": "softmax""#,
    #""dataset": { "kind": "regression", "samples": 40, "features": 3 }, "model": "linear""#,
    #""dataset": { "kind": "classification", "samples": 40, "features": 3 }, "model": "softmax""#,
  ]

  /// A run whose training loss falls from 100 to 10 at an epoch.
  public static func record(arrivingAt epoch: Int?) -> RunRecord {
    let losses = (0...epochs).map { $0 >= epoch ?? .max ? 10.0 : 100 }
    return SmallExperiment.record(losses)
  }

  /// The results, with a training loss of 20 as the target; problems are named p, q and so on.
  public static func results(
    _ problems: [Problem], optimizers: [String], report: String = "{}",
    cells: CellKinds = .none
  ) throws -> ResultSet {
    let seeds = problems.joinedArrivals.map(\.count).max() ?? 1
    let names = (0..<problems.count).map { String(Unicode.Scalar(UInt8(112 + $0))) }
    let texts = zip(names, problems).map { name, problem in
      #"{ "name": "\#(name)", \#(problem.keys), "epochs": \#(epochs), "targets": [20] }"#
    }
    let rules = optimizers.map { #"{ "name": "\#($0)", "kind": "adam" }"# }
    let text = """
      {
        "name": "made_up", "seeds": \(seeds), "problems": [\(texts.joined(separator: ", "))],
        "optimizers": [\(rules.joined(separator: ", "))], "report": \(report)
      }
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let plan = try Plan(ExperimentSpec.read(path: file.path, cells: cells))
    var records: [PlannedRun: RunRecord] = [:]
    for run in plan.runs {
      let arrivals = problems[run.problem].arrivals[run.contender]
      guard let place = plan.spec.seeds.firstIndex(of: run.seed), place < arrivals.count else {
        continue
      }
      records[run] = record(arrivingAt: arrivals[place])
    }
    return ResultSet(plan: plan, records: records)
  }
}

extension [SeveralProblems.Problem] {
  fileprivate var joinedArrivals: [[Int?]] { flatMap(\.arrivals) }
}
