import Datasets
import Diagnostics
import Specs
import Training

/// Everything that will run: one run for each problem, optimizer and seed, in the spec's order.
public struct Plan: Sendable {
  /// What was asked.
  public let spec: ExperimentSpec
  /// The problems with their data, in the spec's order.
  public let problems: [PlannedProblem]
  /// The runs: problem by problem, within it optimizer by optimizer, within it seed by seed.
  public let runs: [PlannedRun]

  /// Reads the data of every problem and plans the runs.
  ///
  /// - Parameter hasLimits: whether the limits on the size of data hold.
  /// - Throws: every fault of the data and of how they go together with the problems.
  public init(_ spec: ExperimentSpec, hasLimits: Bool = true) throws(InputError) {
    self.spec = spec
    problems = try PlannedProblem.all(of: spec, hasLimits: hasLimits)
    var runs: [PlannedRun] = []
    for problem in spec.problems.indices {
      for optimizer in spec.optimizers.indices {
        for seed in spec.seeds {
          runs.append(PlannedRun(problem: problem, optimizer: optimizer, seed: seed))
        }
      }
    }
    self.runs = runs
  }

  /// All that determines `run`.
  public func request(for run: PlannedRun) -> RunRequest {
    let problem = problems[run.problem]
    return RunRequest(
      problem: problem.spec.name, dataset: problem.dataset, split: problem.spec.split,
      standardize: problem.spec.standardize, standardizeTarget: problem.spec.standardizeTarget,
      model: problem.spec.model, budget: problem.spec.budget,
      optimizer: spec.optimizers[run.optimizer].configuration, generator: spec.generator,
      seed: run.seed)
  }
}

/// One run of a plan.
public struct PlannedRun: Hashable, Sendable {
  /// The problem's position in the spec.
  public var problem: Int
  /// The optimizer's position in the spec.
  public var optimizer: Int
  /// The repetition.
  public var seed: UInt32
}
