import Datasets
import Diagnostics
import Files
import Specs
import Training

/// Everything that is to run: runs of contenders on problems over seeds.
public struct Plan: Sendable {
  /// What was asked.
  public let spec: ExperimentSpec
  /// The problems with their data and contenders, in the spec's order.
  public let problems: [PlannedProblem]
  /// The runs: problem by problem, within it contender by contender, within it seed by seed.
  public let runs: [PlannedRun]

  /// Reads the data of every problem and plans the runs.
  ///
  /// - Parameter hasLimits: whether the limits on the size of data hold.
  /// - Throws: every fault of the data and of how they go together with the problems.
  public init(_ spec: ExperimentSpec, hasLimits: Bool = true) throws(InputError) {
    self.spec = spec
    let problems = try PlannedProblem.all(of: spec, hasLimits: hasLimits)
    self.problems = problems
    runs = problems.indices.flatMap { problem in
      problems[problem].contenders.indices.flatMap { contender in
        problems[problem].seeds.map { PlannedRun(problem: problem, contender: contender, seed: $0) }
      }
    }
  }

  /// The contender of `run`.
  public func contender(of run: PlannedRun) -> Contender {
    problems[run.problem].contenders[run.contender]
  }

  /// All that determines `run`.
  public func request(for run: PlannedRun) -> RunRequest {
    let problem = problems[run.problem]
    let contender = problem.contenders[run.contender]
    return RunRequest(
      problem: problem.spec.name, dataset: problem.dataset, split: problem.spec.split,
      standardize: problem.spec.standardize, standardizeTarget: problem.spec.standardizeTarget,
      model: problem.spec.model, budget: contender.budget, optimizer: contender.configuration,
      generator: spec.generator, seed: run.seed)
  }

  /// How many points the curve of `run` has at most.
  public func mostPoints(of run: PlannedRun) -> Int {
    let budget = contender(of: run).budget
    return budget.record.count(of: budget.epochs)
  }

  /// Names all that the results depend on: the SHA-256 of the keys of all runs, one a line.
  public var digest: String {
    SHA256.hex(of: Array(runs.map { request(for: $0).key.description + "\n" }.joined().utf8))
  }

  /// The seeds of every problem, problem by problem.
  public var seeds: [PlannedSeed] {
    problems.indices.flatMap { problem in
      problems[problem].seeds.map { PlannedSeed(problem: problem, seed: $0) }
    }
  }

  /// What can be known of a problem without running it, for one seed.
  func yardsticks(of seed: PlannedSeed) -> Yardsticks {
    request(for: PlannedRun(problem: seed.problem, contender: 0, seed: seed.seed)).yardsticks()
  }

  /// The names of all contenders in the order of their first problem.
  public var contenderNames: [String] {
    var known: Set<String> = []
    return problems.flatMap(\.contenders).map(\.name).filter { known.insert($0).inserted }
  }
}

/// One run of a plan.
public struct PlannedRun: Hashable, Sendable {
  /// The problem's position in the plan.
  public var problem: Int
  /// The contender's position on that problem.
  public var contender: Int
  /// The repetition.
  public var seed: UInt32

  /// One run of a plan.
  public init(problem: Int, contender: Int, seed: UInt32) {
    self.problem = problem
    self.contender = contender
    self.seed = seed
  }
}

/// One repetition of a problem of a plan, whatever runs on it.
public struct PlannedSeed: Hashable, Sendable {
  /// The problem's position in the plan.
  public var problem: Int
  /// The repetition.
  public var seed: UInt32

  /// One repetition of a problem.
  public init(problem: Int, seed: UInt32) {
    self.problem = problem
    self.seed = seed
  }
}
