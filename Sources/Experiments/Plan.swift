import Datasets
import Diagnostics
import Files
import Kernels
import Specs
import Training

/// Everything that is to run: runs of contenders on problems over seeds.
public struct Plan: Sendable {
  /// What was asked.
  public let spec: ExperimentSpec
  /// The problems with their data and contenders, in the spec's order.
  public let problems: [PlannedProblem]
  /// The runs: problem by problem, within it contender by contender, within it seed by seed; of tuned contenders
  /// only once their searches are over.
  public let runs: [PlannedRun]
  /// The searches: problem by problem, within it contender by contender, within it study by study.
  public let searches: [PlannedSearch]
  /// By problem and contender: the request of one of its runs, for whatever seed.
  private let requests: [[RunRequest]]

  /// Reads the data of every problem and plans the runs.
  ///
  /// - Parameter hasLimits: whether the limits on the size of data hold.
  /// - Throws: every fault of the data and of how they go together with the problems.
  public init(_ spec: ExperimentSpec, hasLimits: Bool = true) throws(InputError) {
    self.spec = spec
    let problems = try PlannedProblem.all(of: spec, hasLimits: hasLimits)
    self.problems = problems
    runs = Self.runs(of: problems)
    requests = Self.requests(of: problems, spec.generator)
    searches = Self.searches(of: problems, spec.tuning)
    try checkTuning()
  }

  /// A plan whose searches are over.
  init(_ plan: Plan, problems: [PlannedProblem]) {
    spec = plan.spec
    searches = plan.searches
    self.problems = problems
    runs = Self.runs(of: problems)
    requests = Self.requests(of: problems, spec.generator)
  }

  private static func runs(of problems: [PlannedProblem]) -> [PlannedRun] {
    problems.indices.flatMap { problem in
      let contenders = problems[problem].contenders
      return contenders.indices.filter { contenders[$0].space == nil }.flatMap { contender in
        problems[problem].seeds.map { PlannedRun(problem: problem, contender: contender, seed: $0) }
      }
    }
  }

  /// The contender of `run`.
  public func contender(of run: PlannedRun) -> Contender {
    problems[run.problem].contenders[run.contender]
  }

  private static func requests(
    of problems: [PlannedProblem], _ generator: RandomGenerator
  ) -> [[RunRequest]] {
    problems.map { problem in
      problem.contenders.map {
        RunRequest(RunSetup(of: $0, on: problem, generator), seed: problem.seeds.first ?? 0)
      }
    }
  }

  /// All that determines `run`.
  public func request(for run: PlannedRun) -> RunRequest {
    requests[run.problem][run.contender].with(seed: run.seed)
  }

  /// All that determines the runs of a contender that need not be one of the plan's, for each of some seeds.
  func requests(for contender: Contender, problem: Int, seeds: [UInt32]) -> [RunRequest] {
    let request = RunRequest(
      RunSetup(of: contender, on: problems[problem], spec.generator), seed: 0)
    return seeds.map { request.with(seed: $0) }
  }

  /// How many points the curve of `run` has at most.
  public func mostPoints(of run: PlannedRun) -> Int {
    let budget = contender(of: run).budget
    return budget.record.count(of: budget.epochs)
  }

  /// Names all that the results depend on, whether searches are over or not: the SHA-256 of the keys of all runs,
  /// one a line, but for those that searches decide about, and of what names the searches.
  public var digest: String {
    var digest = SHA256()
    for run in runs where !contender(of: run).isTuned {
      digest.update(Array("\(request(for: run).key)\n".utf8))
    }
    for search in searches { digest.update(Array("\(text(of: search))\n".utf8)) }
    return digest.finish()
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

extension RunSetup {
  /// The runs of a contender on a problem.
  fileprivate init(
    of contender: Contender, on problem: PlannedProblem, _ generator: RandomGenerator
  ) {
    self.init(
      problem: problem.spec.name, dataset: problem.dataset, split: problem.spec.split,
      standardize: problem.spec.standardize, standardizeTarget: problem.spec.standardizeTarget,
      model: problem.spec.model, budget: contender.budget, optimizer: contender.configuration,
      generator: generator, draws: contender.draws)
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
