import Diagnostics
import Experiments
import SpecLanguage
import Specs

/// What an author's text asks of the problems of a plan.
public enum CellDemands {
  /// Refuses placeholders for values that no run on a problem has.
  ///
  /// - Throws: every one of them.
  public static func check(_ plan: Plan) throws(InputError) {
    let report = plan.spec.report
    let cells = [report.introduction].compactMap { $0 } + (report.cells ?? [])
    let shown = cells.compactMap { ($0 as? any TextualCell)?.text }.flatMap(\.placeholders)
    let faults = shown.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap {
      shown -> Diagnostic? in
      guard let need = shown.placeholder.needs else { return nil }
      let problem = plan.problems[need.problem]
      guard !need.quantity.exists(on: problem) else { return nil }
      return plan.spec.source.text.diagnostic(
        at: shown.range,
        message: "runs on \(problem.spec.name.quoted) have no \(need.quantity.rawValue)",
        help: "it needs held-out rows, or a model with a metric")
    }
    guard faults.isEmpty else { throw InputError(faults) }
  }
}

/// A cell with text of the author's in which placeholders may stand.
protocol TextualCell: ReportCell {
  /// The text; nil without any.
  var text: AuthoredText? { get }
}
