import Datasets
import Diagnostics
import Models
import Optimizers
import SpecLanguage
import Specs
import Training

/// An estimate of what the runs on one problem take.
struct ProblemCost {
  typealias Share = PlanCost.Share

  /// The table, and what tells it from others; nil for a test function.
  let table: (key: String, share: Share)?
  /// What a run of each contender takes while it is in progress.
  let runs: [[Share]]
  /// The operations of all runs.
  let work: Share
  /// The operations of one run with the problem's own budget.
  let runWork: Double

  init(_ plan: Plan, problem index: Int) {
    let problem = plan.problems[index]
    let place: [JSONStep] = ["problems", .index(index)]
    let name = problem.spec.name
    let count = Double(problem.seeds.count)
    guard let dataset = problem.dataset, let sizes = problem.sizes else {
      table = nil
      runs = []
      let run = Self.operationsOfAnUpdate * Double(problem.spec.budget.epochs)
      runWork = run
      work = Self.work(
        of: plan, problem: index,
        given: Share(
          plan.givenRunCount(on: index) * run, "the updates on \(name.quoted)",
          at: place + ["epochs"]),
        searches: plan.searchRunCount(on: index) * run)
      return
    }
    let bytes = Double(dataset.features.byteCount + 8 * dataset.exampleCount)
    table = (
      problem.sourceKey ?? name,
      Share(bytes, "the data of \(name.quoted)", at: place + ["dataset"])
    )
    let model = problem.spec.model
    let widths = model.widths(featureCount: dataset.featureCount, target: dataset.target)
      .map { Double($0) }
    let parameters = model.parameterCount(
      featureCount: dataset.featureCount, target: dataset.target)
    let modelPlace = Self.modelPlace(place, in: plan.spec.source)
    // Scaled data, and what the model makes of them for its inner loops or its solver.
    let copies = problem.spec.standardize == .train ? 2.0 : 1
    let rows = 24 * Double(dataset.exampleCount)
    let blocks = Double(min(256, dataset.exampleCount)) * 24 * widths.dropFirst().reduce(0, +)
    let outputs = widths.last ?? 0
    let isConvex = widths.count == 2
    let solver = isConvex ? 24 * Double(dataset.exampleCount) * outputs : 0
    runs = problem.contenders.map { contender in
      let vectors = 3 + contender.configuration.vectorCount
      return [
        Share(
          copies * bytes + rows, "a run's own copy of the data of \(name.quoted)",
          at: place + ["dataset"]),
        Share(
          8 * Double(vectors) * parameters,
          "\(grouped(Int(min(parameters, 1e18)))) parameters on \(name.quoted), \(vectors) numbers each",
          at: modelPlace),
        Share(solver, "the least loss of \(name.quoted), example by example", at: modelPlace),
        Share(blocks, "the layers of the model on \(name.quoted)", at: modelPlace),
      ]
    }
    let gradient = Self.multiplications(widths, dataset)
    let training = Double(sizes.training)
    let budget = problem.spec.budget
    let updates = Double(budget.batchSize.updatesPerEpoch(examples: sizes.training))
    let epoch =
      training * gradient + updates * (10 * parameters + Self.operationsOfAnUpdate)
    // Losses at recorded epochs, for which data go through the model once.
    let isFull = budget.batchSize.updatesPerEpoch(examples: sizes.training) == 1
    let looked = Double(sizes.validation) + (isFull ? 0 : training)
    let recorded = Double(budget.record.count(of: budget.epochs)) * looked * gradient / 2
    let solving =
      isConvex
      ? min(
        ConvexOptimum.mostWork,
        Self.productsOfASolver * Double(dataset.features.valueCount) * outputs) : 0
    runWork = Double(budget.epochs) * epoch + recorded
    work = Self.work(
      of: plan, problem: index,
      given: Share(
        plan.givenRunCount(on: index) * runWork + count * solving, "the epochs on \(name.quoted)",
        at: place + ["epochs"]),
      searches: plan.searchRunCount(on: index) * runWork)
  }

  /// The work of all runs, with what asks for most of it: the problem, or the searches on it.
  private static func work(
    of plan: Plan, problem: Int, given: Share, searches: Double
  ) -> Share {
    var work = given
    work.amount += searches
    if searches > given.amount {
      work.words = "searches on \(plan.problems[problem].spec.name.quoted)"
      work.path = ["tuning", "trials"]
    }
    return work
  }

  /// What an update takes besides the work on its parameters and examples.
  private static let operationsOfAnUpdate = 200.0

  /// How often the least loss of a convex model multiplies with all data, about.
  private static let productsOfASolver = 1000.0

  /// The multiplications for the gradient at one example: once through the layers, and back to every weight and,
  /// but for the first layer, to every input.
  private static func multiplications(_ widths: [Double], _ dataset: Dataset) -> Double {
    let values = Double(dataset.features.valueCount) / Double(max(1, dataset.exampleCount))
    guard widths.count > 1 else { return 0 }
    let first = 2 * (values + 1) * widths[1]
    return zip(widths, widths.dropFirst()).dropFirst().reduce(first) { sum, layer in
      sum + 3 * (layer.0 + 1) * layer.1
    }
  }

  /// The widths of the hidden layers where the spec gives them, else the model.
  private static func modelPlace(_ place: [JSONStep], in source: SpecSource) -> [JSONStep] {
    let hidden = place + ["model", "hidden"]
    return source.hasValue(at: hidden) ? hidden : place + ["model"]
  }
}

extension Plan {
  /// How many runs there are on a problem besides those of searches.
  fileprivate func givenRunCount(on index: Int) -> Double {
    Double(problems[index].contenders.count * problems[index].seeds.count)
  }

  /// How many runs searches make on a problem; one with tuned epochs counts as the mean of its range says.
  fileprivate func searchRunCount(on index: Int) -> Double {
    searches.filter { $0.problem == index }.map(runCount).reduce(0, +)
  }

  /// How many runs with the problem's budget a search comes to.
  func runCount(of search: PlannedSearch) -> Double {
    let problem = problems[search.problem]
    let epochs = Double(problem.spec.budget.epochs)
    let range = keys(of: search).first { $0.name == BudgetKey.epochs.rawValue }?.range
    let share = range.map { ($0.low + $0.high) / 2 / epochs } ?? 1
    let trials = Double(trialCount(of: search) * tuningSeeds(of: search.problem).count)
    let judged = isJudged || range != nil ? Double(problem.seeds.count) : 0
    return share * (trials + judged)
  }
}
