import Datasets
import Diagnostics
import Specs

/// What a plan may cost, unless limits are lifted: a spec of a few lines can ask for more than any machine has.
public enum CostLimits {
  /// The most bytes of memory with one run at a time.
  public static let bytes = DatasetSource.mostBytes
  /// The most operations of all runs together: days on one core.
  public static let operations = 1e15

  /// Refuses tables that together take too much memory, before the last of them is made.
  static func checkTables(
    _ bytes: Double, of spec: ExperimentSpec, problem: Int
  ) throws(InputError) {
    guard bytes > Self.bytes else { return }
    throw InputError([
      spec.source.diagnostic(
        at: ["problems", .index(problem), "dataset"],
        message: "about \(CostText.bytes(bytes)) of memory for data up to here",
        help:
          "the limit is \(CostText.bytes(Self.bytes)): use fewer examples or features, or lift it with "
          + "--no-limits")
    ])
  }

  /// Refuses what would exhaust the machine, with what contributes most to it.
  public static func check(_ cost: PlanCost, of spec: ExperimentSpec) throws(InputError) {
    var faults: [Diagnostic] = []
    let bytes = cost.bytes(jobs: 1)
    if bytes > Self.bytes, let largest = cost.largestShare {
      faults.append(
        spec.source.diagnostic(
          at: largest.path,
          message: "about \(CostText.bytes(bytes)) of memory, most of it for \(largest.words)",
          help: "the limit is \(CostText.bytes(Self.bytes)); --no-limits lifts it"))
    }
    if cost.operations > Self.operations, let largest = cost.work.max(by: { $0.amount < $1.amount })
    {
      faults.append(
        spec.source.diagnostic(
          at: largest.path,
          message: "about \(CostText.operations(cost.operations)) operations, most of them for "
            + largest.words,
          help:
            "the limit is \(CostText.operations(Self.operations)), some days on one core; --no-limits lifts it"
        ))
    }
    if !faults.isEmpty { throw InputError(faults) }
  }
}
