import Diagnostics
import Experiments
import SpecLanguage
import Specs

/// Markdown of the author's, with numbers of the report and references in it.
struct MarkdownCell: ComposedCell {
  static let key = "markdown"
  let content: AuthoredText

  static func asked(of keys: Keys) -> MarkdownCell? {
    keys.required(
      key, .markdown,
      "text, Markdown; {{ problem/optimizer/quantity/statistic }} is a number, {{ @id }} a reference"
    ).map(MarkdownCell.init)
  }

  func blocks(in composer: inout ReportComposer) -> [Block] {
    let values = InlineValues(comparison: composer.comparison)
    return content.text.blocks { number in
      switch content.placeholders[number] {
      case .reference(let id): return [.reference(id)]
      case let placeholder:
        let text = values.text(of: placeholder) ?? ""
        composer.note(content.text.sources[number], shownAs: text)
        return [.text(text)]
      }
    }
  }
}

/// What cells ask of the problems of a plan.
public enum CellDemands {
  /// Refuses placeholders for values that no run on a problem has.
  ///
  /// - Throws: every one of them.
  public static func check(_ plan: Plan) throws(InputError) {
    var faults: [Diagnostic] = []
    for (number, cell) in (plan.spec.report.cells ?? []).enumerated() {
      guard let cell = cell as? MarkdownCell else { continue }
      for need in cell.content.placeholders.compactMap(\.needs) {
        let problem = plan.problems[need.problem]
        guard !need.quantity.exists(on: problem) else { continue }
        faults.append(
          plan.spec.source.diagnostic(
            at: ["report", "cells", .index(number), .key(MarkdownCell.key)],
            message: "runs on \(problem.spec.name.quoted) have no \(need.quantity.rawValue)",
            help: "it needs held-out rows, or a model with a metric"))
      }
    }
    guard faults.isEmpty else { throw InputError(faults) }
  }
}
