import Diagnostics
import Experiments
import Models
import SpecLanguage
import Specs

/// What the report of a spec asks of the problems of a plan.
public enum CellDemands {
  /// Refuses placeholders and claims about values that no run on a problem has, claims that no runs
  /// could carry, figures of searches that nobody makes, and margins that go with no problem.
  ///
  /// - Throws: every one of them.
  public static func check(_ plan: Plan) throws(InputError) {
    let report = plan.spec.report
    let cells = [report.introduction].compactMap { $0 } + (report.cells ?? [])
    let demands =
      cells.flatMap { ($0 as? any TextualCell)?.text?.placeholders ?? [] }
      .compactMap { demand(of: $0, plan) }
      + cells.compactMap { $0 as? ClaimCell }.flatMap { ClaimDemands(claim: $0, plan: plan).all }
      + cells.compactMap { $0 as? FigureCell }.compactMap { demand(of: $0, plan) }
      + marginDemands(plan) + shareDemands(plan)
    let faults = demands.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { demand in
      plan.spec.source.text.diagnostic(
        at: demand.range, message: demand.message, help: demand.help)
    }
    guard faults.isEmpty else { throw InputError(faults) }
  }

  private static func demand(of shown: AuthoredText.Shown, _ plan: Plan) -> UnmetDemand? {
    guard let need = shown.placeholder.needs else { return nil }
    if need.quantity.isOfSearch {
      return need.optimizers.lazy
        .compactMap { UnmetDemand(basinOf: $0, in: plan, at: shown.range) }.first
    }
    return UnmetDemand(need.quantity, of: plan.problems[need.problem], at: shown.range)
  }

  /// What a figure needs that no run could give.
  private static func demand(of figure: FigureCell, _ plan: Plan) -> UnmetDemand? {
    if let range = figure.spec.places["width_share"],
      let fault = figure.look.over(plan.spec.report.look).shareFault
    {
      return UnmetDemand(range: range, message: fault.message, help: fault.help)
    }
    return figure.content.lack(plan, figure.spec).map { lack in
      let range = lack.key.flatMap { figure.spec.places[$0] } ?? figure.place
      return UnmetDemand(range: range, message: lack.message, help: lack.help)
    }
  }

  /// A share of the style's width for all figures that is too small for any.
  private static func shareDemands(_ plan: Plan) -> [UnmetDemand] {
    plan.spec.report.look.shareFault.map { fault in
      [
        UnmetDemand(
          range: plan.spec.source.range(of: ["report", "width_share"]), message: fault.message,
          help: fault.help)
      ]
    } ?? []
  }

  /// The margins that go with no problem: what is said would change nothing.
  private static func marginDemands(_ plan: Plan) -> [UnmetDemand] {
    Metric.allCases.compactMap { metric in
      let path: [JSONStep] = ["report", "margin", .key(metric.rawValue)]
      guard plan.spec.source.hasValue(at: path),
        !plan.problems.contains(where: { $0.metric == metric })
      else { return nil }
      let task = metric == .accuracy ? "classification" : "regression"
      return UnmetDemand(
        range: plan.spec.source.range(of: path),
        message: "no problem has the metric '\(metric.rawValue)' that this margin is for",
        help: "leave it out: it is for \(task)")
    }
  }
}

/// What a spec asks of a problem that has it not.
struct UnmetDemand {
  /// Where the spec asks for it, in bytes.
  let range: Range<Int>
  let message: String
  let help: String

  init(range: Range<Int>, message: String, help: String) {
    (self.range, self.message, self.help) = (range, message, help)
  }
}

/// A cell with text of the author's in which placeholders may stand.
protocol TextualCell: ReportCell {
  /// The text; nil without any.
  var text: AuthoredText? { get }
}
