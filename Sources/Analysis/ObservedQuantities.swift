import Experiments

/// What was observed of the quantities of one contender on one problem.
///
/// What the outcomes of its runs hold is taken from these whenever it is asked for: of a million runs nothing
/// is held twice.
public struct ObservedQuantities: Sendable {
  /// The quantities with observations, those of outcomes first.
  public let quantities: [Quantity]
  private let runs: [SeededRun]
  /// One list for all of them.
  private let seeds: [UInt32]
  /// What outcomes do not tell.
  private let further: [Quantity: Observations]

  /// What some runs tell on a problem.
  ///
  /// - Parameters:
  ///   - times: the epochs to each target of the problem.
  ///   - basinWidth: what a search found.
  init(
    in runs: [SeededRun], times: [Observations], basinWidth: Observations?,
    on problem: PlannedProblem
  ) {
    self.runs = runs
    seeds = runs.map(\.seed)
    var further: [Quantity: Observations] = [:]
    for (number, time) in times.enumerated() { further[.timeToTarget(number)] = time }
    further[.basinWidth] = basinWidth
    self.further = further
    let own = Quantity.allCases.filter { quantity in
      quantity.exists(on: problem) && further[quantity] == nil && !runs.isEmpty
        && runs.allSatisfy {
          $0.outcome.status == .diverged || quantity.value(in: $0.outcome) != nil
        }
    }
    quantities =
      own + times.indices.map(Quantity.timeToTarget) + (basinWidth == nil ? [] : [.basinWidth])
  }

  /// Whether nothing was observed.
  public var isEmpty: Bool { quantities.isEmpty }

  /// What was observed of a quantity over the seeds, nothing of runs that diverged; nil altogether without
  /// runs, and when a run that did not diverge has no such value.
  public subscript(quantity: Quantity) -> Observations? {
    if let known = further[quantity] { return known }
    guard quantities.contains(quantity) else { return nil }
    return Observations(
      seeds: seeds,
      values: runs.map { run in
        let outcome = run.outcome
        return outcome.status == .diverged ? nil : quantity.value(in: outcome)
      })
  }
}
