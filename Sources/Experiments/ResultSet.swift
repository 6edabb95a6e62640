import Specs
import Training

/// All records of a plan.
public struct ResultSet: Sendable {
  /// What was planned.
  public let plan: Plan
  /// One record for each of the plan's runs, in its order.
  public let records: [RunRecord]

  /// The records of one optimizer on one problem, one a seed in the spec's order.
  public func records(problem: Int, optimizer: Int) -> ArraySlice<RunRecord> {
    let seeds = plan.spec.seeds.count
    let first = (problem * plan.spec.optimizers.count + optimizer) * seeds
    return records[first..<first + seeds]
  }
}
