import Diagnostics
import SpecLanguage
import Training

extension ExperimentSpec {
  /// The most runs of a spec, unless limits are lifted.
  package static let mostRuns = 1_000_000
  /// The most recorded points of a spec, unless limits are lifted.
  package static let mostPoints = 50_000_000

  /// Refuses what would exhaust the machine.
  package func checkLimits() throws(InputError) {
    let given = Double(optimizers.count) * Double(seeds.count)
    let searched = problems.map(searchRuns).reduce(0, +)
    let runs = given * Double(problems.count) + searched
    var faults: [Diagnostic] = []
    if runs > Double(Self.mostRuns) {
      let isSearched = searched > runs / 2
      faults.append(
        source.diagnostic(
          at: isSearched ? ["tuning", "trials"] : ["seeds"],
          message: "\(grouped(Int(runs))) runs"
            + (isSearched ? ", of which searches make \(grouped(Int(searched)))" : ""),
          help: "the limit is \(grouped(Self.mostRuns)) runs; --no-limits lifts it"))
    }
    var (points, searchedPoints) = (0.0, 0.0)
    for (index, problem) in problems.enumerated() {
      let budget = problem.budget
      let most = Double(budget.record.count(of: mostTunedEpochs ?? budget.epochs))
      searchedPoints += searchRuns(on: problem) * most
      points +=
        given * Double(budget.record.count(of: budget.epochs)) + searchRuns(on: problem) * most
      if points > Double(Self.mostPoints) {
        faults.append(
          source.diagnostic(
            at: searchedPoints > points / 2
              ? ["tuning", "trials"] : ["problems", .index(index), "epochs"],
            message: "\(grouped(Int(points))) recorded points up to here",
            help: "the limit is \(grouped(Self.mostPoints)); a larger 'record' thins them out, "
              + "--no-limits lifts it"))
        break
      }
    }
    if !faults.isEmpty {
      throw InputError(faults.sorted { ($0.place ?? .first) < ($1.place ?? .first) })
    }
  }
}

extension ExperimentSpec {
  /// The most epochs that a search tries; nil where the budgets' own hold.
  private var mostTunedEpochs: Int? {
    optimizers.compactMap { optimizer in
      optimizer.tuned?.space.keys.first { $0.name == BudgetKey.epochs.rawValue }
    }.map { Int($0.range.high) }.max()
  }

  /// How many runs the searches on one problem make at most.
  private func searchRuns(on problem: ProblemSpec) -> Double {
    guard let tuning else { return 0 }
    let seeds: Int =
      switch tuning.seeds {
      case .fresh(let fresh): fresh.count
      case .shared: 1
      }
    let searches = Double(optimizers.count { $0.tuned != nil }) * Double(tuning.studies)
    // Nothing depends on the seed of a test function.
    let (tuned, judged) = problem.dataset == nil ? (1, 1) : (seeds, self.seeds.count)
    return searches * (Double(tuning.trials) * Double(tuned) + Double(judged))
  }
}

extension Place {
  fileprivate static let first = Place(line: 1, column: 1)
}
