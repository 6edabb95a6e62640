import Experiments
import Specs
import Training

/// Made-up results of searches for a learning rate: what each trial comes to is told in advance.
public struct SearchedExperiment {
  /// What the problem is: regression on the diabetes data, whose loss at the start is about 29,000.
  public var problems = [#"{ "name": "p", "dataset": "diabetes", "model": "linear", "epochs": 2 }"#]
  /// The optimizers of the spec.
  public var optimizers = [
    #"{ "name": "a", "kind": "adam" }"#, #"{ "name": "b", "kind": "sgd" }"#,
  ]
  /// How many tuning seeds there are.
  public var seeds = 10
  /// What is said of `tuning` besides the seeds; the rates 1e-4, 1e-3, 1e-2, 1e-1 and 1.
  public var tuning = Self.grid
  /// What the spec says of its report.
  public var report = "{}"

  /// The learning rate alone, over four decades.
  public static let space =
    #""space": { "learning_rate": { "low": 1e-4, "high": 1, "scale": "log" } }"#
  /// Five rates, a decade apart.
  public static let grid = #""sampler": { "kind": "grid", "points": 5 }, "trials": 5, "# + space

  /// Two optimizers on one problem.
  public init() {}

  /// The plan.
  public func plan(cells: CellKinds = .none) throws -> Plan {
    try SmallExperiment.plan(
      """
      { "name": "searched", "seeds": 6, "problems": [\(problems.joined(separator: ", "))],
        "optimizers": [\(optimizers.joined(separator: ", "))],
        "tuning": { \(tuning), "seeds": \(seeds) }, "report": \(report) }
      """, cells: cells)
  }

  /// The results where the runs of trials end with these losses, one that is not finite in divergence.
  ///
  /// - Parameter losses: by optimizer as given, trial and tuning seed, each from 0.
  public func results(
    cells: CellKinds = .none,
    _ losses: (_ optimizer: Int, _ trial: Int, _ seed: Int) -> Double
  ) throws -> ResultSet {
    try results(cells: cells) { losses($1, $2, $3) }
  }

  /// The same where searches differ by study or problem.
  public func results(
    cells: CellKinds = .none,
    _ losses: (_ search: PlannedSearch, _ optimizer: Int, _ trial: Int, _ seed: Int) -> Double
  ) throws -> ResultSet {
    let plan = try plan(cells: cells)
    return ResultSet(
      plan,
      trial: { search, trial, seed in
        let base = plan.optimizer(of: search).tuned?.base ?? 0
        return Self.end(losses(search, base, trial, seed))
      }, run: { _ in SmallExperiment.record([100, 50, 20]) })
  }

  private static func end(_ loss: Double) -> RunOutcome {
    RunOutcome(
      status: loss.isFinite ? .completed : .diverged, epochs: 2, steps: 2,
      gradientEvaluations: 20, trainLoss: loss, validationLoss: loss.isFinite ? loss : nil,
      bestValidationLoss: loss.isFinite ? loss : nil)
  }
}
