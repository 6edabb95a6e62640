import Diagnostics
import Kernels

/// Caption and alternative text of loss curves.
extension LossFigure {
  private var statistic: String {
    if seedCount == 1 { return "the one seed" }
    let band =
      content.band == LossCurvesContent().band
      ? "quartiles"
      : "\(NumberText.short(100 * content.band.lower)) to "
        + "\(NumberText.short(100 * content.band.upper)) % quantiles"
    let drawn = panels.flatMap(\.curves).filter { !$0.seeds.isEmpty }.map(\.name)
    let isMean = content.statistic == .meanAndDeviation
    let names = drawn.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let seeds =
      names.isEmpty
      ? ""
      : content.showsSeeds == true
        ? ", every seed faint"
        : ", every seed faint where final losses are of two kinds (\(listed(names)))"
    return isMean
      ? "mean over \(seedCount) seeds (line) and one standard deviation to both sides (\(bandForm.noun))\(seeds)"
      : "median over \(seedCount) seeds (line) and \(band) (\(bandForm.noun))\(seeds)"
  }

  /// "median" or "mean".
  var middleName: String { content.statistic == .meanAndDeviation ? "mean" : "median" }

  /// What is said of means: where there are none, and where a band goes below the axis.
  private var meanWords: String {
    guard content.statistic == .meanAndDeviation, seedCount > 1 else { return "" }
    let curves = panels.flatMap(\.curves)
    let lost = curves.filter { $0.band.median.contains { !$0.isFinite } }.map(\.name)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let ends =
      lost.isEmpty
      ? "" : " Where a run has diverged there is no mean: the curve ends (\(listed(lost)))."
    let isBelow = curves.contains { curve in
      zip(curve.band.lower, curve.band.median).contains { $0 <= 0 && $1 > 0 && $1.isFinite }
    }
    let below =
      isBelow
      ? " Where a band reaches down to 0 or below, the deviation is as large as the mean." : ""
    return ends + below
  }

  /// What is said of the line at the target.
  private var targetWords: String {
    guard let target = content.target, panels.contains(where: { self.target($0) != nil }) else {
      return ""
    }
    switch target {
    case .value(let loss): return " Dashed: the target, a loss of \(NumberText.short(loss))."
    case .problem:
      let shown = problems.map { comparison.problems[$0] }.filter { $0.answerTarget != nil }
      let phrases = shown.map { problem in
        let losses = problem.targets[problem.answerTarget ?? 0].losses
        return problem.words(problem.answerTarget ?? 0).noun
          + (losses.first == losses.last ? "" : ", median over the seeds")
      }
      let texts = zip(shown, phrases).map { "\($1) (\($0.name))" }
      return " Dashed: the target, "
        + (Set(phrases).count == 1 ? phrases[0] : texts.joined(separator: "; ")) + "."
    }
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
        : content.statistic == .meanAndDeviation
          ? "\(failures) of \(runs) runs diverged."
          : "\(failures) of \(runs) runs diverged and count as +∞ from that epoch on: crosses above "
            + "\(panels.count == 1 ? "the panel" : "a panel") stand at these epochs, with the number of "
            + "runs, and on a curve where its median ends."
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
    let chosen = content.selection.map { ", \($0.words)," } ?? ""
    let part =
      contenders.count == contenderCount
      ? ""
      : contenders.count == 1
        ? ", optimizer \(contenders.endIndex) of \(contenderCount)"
        : ", optimizers \(contenders.startIndex + 1) to \(contenders.endIndex) of \(contenderCount)"
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
          "\(chosen)\(part) by \(content.abscissa.label): \(statistic). \(lost)\(kept)\(meanWords)"
            + "\(targetWords)\(hidden)" + coincidences)
      ]
  }

  /// Who ends lowest, the range and the band, and every end, from the data of each panel.
  var words: PictureWords {
    let epochs = panels.flatMap(\.curves).compactMap(\.band.epochs.last).max() ?? 0
    return PictureWords(
      subject: "Loss curves", problems: problems.map { comparison.problems[$0].problem.spec.name },
      rest: " over \(counted(epochs, "epoch")), \(statistic)",
      findings: panels.compactMap(finding),
      explanation: panels.compactMap { ends($0)?.full }.joined(separator: " ") + coincidences)
  }

  /// Which curves a reader cannot tell apart, with a space before it; "" for none.
  private var coincidences: String {
    Coincidence.words(
      panels.map { panel in
        let name = comparison.problems[panel.problem].problem.spec.name
        let medians = panel.curves.map { curve in
          (name: curve.name, x: curve.band.epochs.map(Double.init), y: curve.band.median)
        }
        let axis = valueAxis(panel)
        return (
          "the \(panel.loss.label) of \(name)",
          Coincidence.groups(medians, on: axis.scale, from: axis.lower, to: axis.upper)
        )
      })
  }

  /// "On p, the " or, of the only problem, "The ".
  private func place(_ panel: LossPanel) -> String {
    problems.count == 1
      ? "The " : "On \(comparison.problems[panel.problem].problem.spec.name), the "
  }

  /// "The median training loss starts at 100; Adam ends lowest at 1, SGD highest at 20".
  private func finding(_ panel: LossPanel) -> PictureWords.Finding? {
    let finals = panel.curves.compactMap { curve in curve.band.median.last.map { (curve, $0) } }
    guard let start = panel.curves.compactMap({ $0.band.median.first }).max() else { return nil }
    let median = seedCount == 1 ? "" : "\(middleName) "
    let opening =
      "\(place(panel))\(median)\(panel.loss.label) starts at \(NumberText.significant(start, 3)); "
    let ordered = finals.filter { $0.1.isFinite }.sorted { $0.1 < $1.1 }
    guard let first = ordered.first, let last = ordered.last else {
      let names = finals.map(\.0.name)
      guard !names.isEmpty else { return nil }
      return PictureWords.Finding(
        opening: opening,
        parts: ["\(names.count == 1 ? "that of \(names[0])" : "all of them") diverged"])
    }
    var best =
      "\(first.0.name) ends\(ordered.count == 1 ? "" : " lowest") at "
      + NumberText.significant(first.1, 3)
    if ordered.count > 1 {
      best += ", \(last.0.name) highest at \(NumberText.significant(last.1, 3))"
    }
    var parts = [best]
    let lost = finals.filter { !$0.1.isFinite }.map(\.0.name)
    if !lost.isEmpty {
      let words = content.statistic == .meanAndDeviation ? "ended where runs diverged" : "diverged"
      parts.append(
        "\(lost.count == 1 ? "that of \(lost[0])" : "those of \(lost.count) others") \(words)")
    }
    if let low = first.0.band.lower.last, let high = first.0.band.upper.last, seedCount > 1 {
      parts.append(
        "the band of \(first.0.name) ends between \(NumberText.significant(low, 3)) and "
          + NumberText.significant(high, 3))
    }
    return PictureWords.Finding(opening: opening, parts: parts, countsRest: false)
  }

  /// Where each curve of a panel ends, and who diverged; nil for one or two, of which the finding has said it.
  private func ends(_ panel: LossPanel) -> PictureWords.Finding? {
    let ends = panel.curves.compactMap { curve in
      curve.band.median.last.map { end in
        "\(curve.name) \(end.isFinite ? NumberText.significant(end, 4) : "diverged")"
      }
    }
    let hasEnd = panel.curves.contains { $0.band.median.last?.isFinite == true }
    guard ends.count > 2, hasEnd else { return nil }
    return PictureWords.Finding(opening: "\(place(panel))\(panel.loss.label) ends: ", parts: ends)
  }
}
