import Diagnostics
import Kernels

/// Caption and alternative text of loss curves.
extension LossFigure {
  private var statistic: String {
    if seedCount == 1 { return "the one seed" }
    let band =
      content.band == LossCurvesContent().band
      ? "quartiles"
      : "\(NumberText.significant(100 * content.band.lower, 3)) to "
        + "\(NumberText.significant(100 * content.band.upper, 3)) % quantiles"
    let drawn = panels.flatMap(\.curves).filter { !$0.seeds.isEmpty }.map(\.name)
    let names = drawn.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let seeds =
      names.isEmpty
      ? ""
      : content.showsSeeds == true
        ? ", every seed faint"
        : ", every seed faint where final losses are of two kinds (\(listed(names)))"
    return "median over \(seedCount) seeds (line) and \(band) (\(bandForm.noun))\(seeds)"
  }

  /// "a, b and 4 more".
  private func listed(_ names: [String]) -> String {
    let most = 3
    guard names.count > most else { return names.joined(separator: ", ") }
    return "\(names[0]), \(names[1]) and \(names.count - 2) more"
  }

  var caption: [Inline] {
    let summaries = problems.map { comparison.problems[$0] }.flatMap { problem in
      contenders.compactMap { problem.position(of: $0.name) }.map { problem.contenders[$0] }
    }
    let runs = summaries.map(\.runs.count).reduce(0, +)
    let failures = summaries.map(\.failures).reduce(0, +)
    let lost =
      runs == 1
      ? failures == 0
        ? "The run did not diverge." : "The run diverged and counts as +∞ from then on."
      : failures == 0
        ? "None of the \(runs) runs diverged."
        : "\(failures) of \(runs) runs diverged and count as +∞ from that epoch on."
    let stopped = summaries.map(\.stopped).reduce(0, +)
    let kept =
      stopped == 0
      ? ""
      : " \(counted(stopped, "run")) stopped early and \(stopped == 1 ? "keeps its" : "keep their") last loss."
    let losses = Set(panels.map(\.loss))
    let what =
      losses.count == 2
      ? "Training and validation loss"
      : losses.contains(.validation) ? "Validation loss" : "Training loss"
    let part =
      contenders.count == contenderCount
      ? ""
      : contenders.count == 1
        ? ", optimizer \(contenders.endIndex) of \(contenderCount)"
        : ", optimizers \(contenders.startIndex + 1) to \(contenders.endIndex) of \(contenderCount)"
    let scale = spec.x.scale ?? (isEarly ? .logarithmic : .linear)
    let unseen =
      scale == .logarithmic ? " The initial point, epoch 0, lies left of the logarithmic axis." : ""
    let hidden =
      panels.contains { ceiling($0) != nil && spec.y.upper == nil }
      ? " Curves that rise above ten times the start leave the panel." : ""
    var name: [Inline] = []
    for (index, problem) in problems.enumerated() {
      if index > 0 { name.append(", ") }
      name.append(.emphasis(["\(comparison.problems[problem].problem.spec.name)"]))
    }
    return [.text("\(what) on ")] + name
      + [
        .text(
          "\(part) by \(content.abscissa.label): \(statistic). \(lost)\(kept)\(unseen)\(hidden)"
            + coincidences)
      ]
  }

  /// Who ends lowest, the range and the band, from the data of each panel.
  var alternativeText: String {
    let names = problems.map { comparison.problems[$0].problem.spec.name }
    let epochs = panels.flatMap(\.curves).compactMap(\.band.epochs.last).max() ?? 0
    // What comes later than the fourth panel, few would listen to.
    let findings = panels.prefix(4).compactMap { panel in
      finding(panel).map { text in
        let name = comparison.problems[panel.problem].problem.spec.name
        return names.count == 1 ? " The \(text)." : " On \(name), the \(text)."
      }
    }
    return
      "Loss curves on \(names.joined(separator: ", ")) over \(counted(epochs, "epoch")), \(statistic)."
      + findings.joined() + coincidences
  }

  /// Which curves a reader cannot tell apart, with a space before it; "" for none.
  private var coincidences: String {
    Coincidence.words(
      panels.map { panel in
        let name = comparison.problems[panel.problem].problem.spec.name
        let medians = panel.curves.map { curve in
          (name: curve.name, x: curve.band.epochs.map(Double.init), y: curve.band.median)
        }
        return (
          "the \(panel.loss.label) of \(name)",
          Coincidence.groups(medians, on: isLogarithmic(panel) ? .logarithmic : .linear)
        )
      })
  }

  /// "median training loss starts at 100; Adam ends lowest at 1, SGD highest at 20".
  private func finding(_ panel: LossPanel) -> String? {
    let finals = panel.curves.compactMap { curve in curve.band.median.last.map { (curve, $0) } }
    guard let start = panel.curves.compactMap({ $0.band.median.first }).max() else { return nil }
    let median = seedCount == 1 ? "" : "median "
    var text = "\(median)\(panel.loss.label) starts at \(NumberText.significant(start, 3)); "
    let ordered = finals.filter { $0.1.isFinite }.sorted { $0.1 < $1.1 }
    guard let first = ordered.first, let last = ordered.last else {
      let names = finals.map(\.0.name)
      guard !names.isEmpty else { return nil }
      return text + "\(names.count == 1 ? "that of \(names[0])" : "all of them") diverged"
    }
    text +=
      "\(first.0.name) ends\(ordered.count == 1 ? "" : " lowest") at "
      + NumberText.significant(first.1, 3)
    if ordered.count > 1 {
      text += ", \(last.0.name) highest at \(NumberText.significant(last.1, 3))"
    }
    let lost = finals.filter { !$0.1.isFinite }.map(\.0.name)
    if !lost.isEmpty {
      text +=
        "; \(lost.count == 1 ? "that of \(lost[0])" : "those of \(lost.count) others") diverged"
    }
    if let low = first.0.band.lower.last, let high = first.0.band.upper.last, seedCount > 1 {
      text +=
        "; the band of \(first.0.name) ends between \(NumberText.significant(low, 3)) and "
        + NumberText.significant(high, 3)
    }
    return text
  }

  var description: String {
    panels.first.map { panel in
      panel.curves.compactMap { curve in
        curve.band.median.last.map {
          "\(curve.name): final median \(panel.loss.adjective) loss "
            + NumberText.significant($0, 4)
        }
      }.joined(separator: "; ")
    } ?? ""
  }
}
