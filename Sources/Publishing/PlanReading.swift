import Diagnostics
import Experiments
import Reports
import Specs

extension Plan {
  /// Reads a spec with its data and finds everything that can be wrong before anything runs.
  ///
  /// - Parameters:
  ///   - allowOutside: whether data files may lie outside the spec's project.
  ///   - noLimits: whether the limits are lifted that keep a spec from exhausting the machine.
  /// - Throws: the faults.
  package static func read(
    path: String, allowOutside: Bool, noLimits: Bool
  ) throws(InputError) -> Plan {
    let spec = try ExperimentSpec.read(
      path: path, cells: .standard, allowOutside: allowOutside, noLimits: noLimits)
    try FigureFiles.requireFonts(of: spec)
    let plan = try Plan(spec, hasLimits: !noLimits)
    try CellDemands.check(plan)
    if !noLimits {
      try CostLimits.check(plan.cost, of: spec)
    }
    return plan
  }

  /// What performing the plan takes, the drawing of its report included.
  package var cost: PlanCost { PlanCost(self, image: ImageCost.largest(of: spec)) }
}
