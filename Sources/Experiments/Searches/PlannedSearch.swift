import Diagnostics
import SpecLanguage
import Specs
import Training
import Tuning

/// One search of a plan: one study of a tuned contender on one problem.
public struct PlannedSearch: Hashable, Sendable {
  /// The problem's position in the plan.
  public var problem: Int
  /// The position of the tuned contender on that problem.
  public var contender: Int
  /// The number of the study, from 0.
  public var study: Int
}

extension Plan {
  /// The searches for what the contenders of `problems` lack.
  static func searches(of problems: [PlannedProblem], _ tuning: TuningSpec?) -> [PlannedSearch] {
    guard let tuning else { return [] }
    return problems.indices.flatMap { problem in
      let contenders = problems[problem].contenders
      return contenders.indices.filter { contenders[$0].space != nil }.flatMap { contender in
        (0..<tuning.studies).map {
          PlannedSearch(problem: problem, contender: contender, study: $0)
        }
      }
    }
  }

  /// The optimizer of the spec that a search is for.
  public func optimizer(of search: PlannedSearch) -> OptimizerSpec {
    spec.optimizers[problems[search.problem].contenders[search.contender].optimizer]
  }

  /// The hyperparameters that a search is for.
  public func keys(of search: PlannedSearch) -> [SearchKey] {
    optimizer(of: search).tuned?.space.keys ?? []
  }

  /// The repetitions that settings are tried on: one where nothing depends on the seed.
  public func tuningSeeds(of problem: Int) -> [UInt32] {
    let seeds: [UInt32] =
      switch spec.tuning?.seeds {
      case .fresh(let fresh): fresh
      case .shared, nil: spec.seeds
      }
    return problems[problem].dependsOnSeed ? seeds : Array(seeds.prefix(1))
  }

  /// How many trials a search makes.
  public func trialCount(of search: PlannedSearch) -> Int {
    guard let tuning = spec.tuning, let space = optimizer(of: search).tuned?.space else { return 0 }
    return tuning.sampler.trialCount(in: space, trials: tuning.trials)
  }

  /// How many runs all searches make, trials and the comparison of several studies.
  public var searchRunCount: Int {
    let studies = spec.tuning?.studies ?? 1
    return searches.map { search in
      let judged = studies > 1 ? problems[search.problem].seeds.count : 0
      return trialCount(of: search) * tuningSeeds(of: search.problem).count + judged
    }.reduce(0, +)
  }

  /// How many runs there are in all: those of searches, and those of every contender.
  public var totalRunCount: Int {
    searchRunCount + problems.map { $0.contenders.count * $0.seeds.count }.reduce(0, +)
  }

  /// Names all that a search depends on.
  func text(of search: PlannedSearch) -> String {
    guard let tuning = spec.tuning else { return "" }
    let optimizer = optimizer(of: search)
    let base = Contender(
      name: "", optimizer: 0, configuration: optimizer.configuration,
      budget: problems[search.problem].spec.budget)
    let seeds = tuningSeeds(of: search.problem)
    let ranges = keys(of: search).map {
      "\($0.name) \($0.dimension) \($0.range.canonical.canonical)"
    }
    let first = requests(for: base, problem: search.problem, seeds: [seeds.first ?? 0])[0]
    return
      ([
        tuning.sampler.canonical.canonical, "\(tuning.trials) \(search.study)",
        tuning.objective.rawValue, "\(seeds)", "\(first.key)",
      ] + ranges).joined(separator: " ")
  }

  /// Refuses searches that a problem cannot serve.
  func checkTuning() throws(InputError) {
    var faults: [Diagnostic] = []
    for search in searches {
      let problem = problems[search.problem]
      let path: [JSONStep] = ["problems", .index(search.problem)]
      if problem.dataset != nil, !problem.isValidated {
        faults.append(
          spec.source.diagnostic(
            at: path + ["split"],
            message: "tuning looks at the validation loss, but the split leaves no validation rows",
            help: "raise 'validation' in 'split'"))
      }
      if problem.dataset == nil,
        keys(of: search).contains(where: { $0.name == BudgetKey.batchSize.rawValue })
      {
        faults.append(
          spec.source.diagnostic(
            at: path + ["model"],
            message: "'batch_size' is tuned, but a test function has no batches",
            help: "leave it out of 'space', or the problem out of the spec"))
      }
    }
    let distinct = faults.reduce(into: [Diagnostic]()) { known, fault in
      if !known.contains(fault) { known.append(fault) }
    }
    if !distinct.isEmpty { throw InputError(distinct) }
  }
}

extension SearchRange {
  /// The range as a spec would write it if it left nothing out.
  package var canonical: JSONLiteral {
    [
      "low": .number(low), "high": .number(high), "scale": .text(scale.rawValue),
      "integer": .flag(isInteger),
    ]
  }
}
