import Analysis
import Experiments
import Plotting
import Statistics
import Training

/// One figure of losses over the seeds, median and band.
struct LossFigure {
  let content: LossCurvesContent
  let scope: FigureScope
  /// The panels from left to right.
  let panels: [LossPanel]
  /// The contenders that are drawn, and how many there are in all figures together.
  let contenders: ArraySlice<Contender>
  let contenderCount: Int

  /// The figures of `content`: several where there are more contenders than fit in one.
  static func drafts(_ content: LossCurvesContent, _ scope: FigureScope) -> [FigureDraft] {
    let all = scope.contenders
    let parts = parts(of: all, atMost: scope.mostCurves) { one, other in
      one.configuration.kind == other.configuration.kind
        && one.configuration.variant == other.configuration.variant
    } separate: { one, other in
      one.isTuned != other.isTuned
    }
    return parts.compactMap { part in
      LossFigure(content, scope, contenders: all[part], of: all.count)?.draft
    }
  }

  /// Parts of `all` with at most `mostCurves` elements, in order: neighbours that belong together
  /// stay together as far as that is possible.
  ///
  /// - Parameter separate: whether two neighbours go into different parts where one part does not hold all.
  static func parts<Element>(
    of all: [Element], atMost mostCurves: Int, belongTogether: (Element, Element) -> Bool,
    separate: (Element, Element) -> Bool = { _, _ in false }
  ) -> [Range<Int>] {
    if all.count <= mostCurves { return all.isEmpty ? [] : [0..<all.count] }
    var groups: [Range<Int>] = []
    for index in all.indices {
      if let last = groups.last, belongTogether(all[index - 1], all[index]),
        !separate(all[index - 1], all[index])
      {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    let pieces = groups.flatMap { group -> [Range<Int>] in
      // As even as possible, so that no figure is left with a single curve.
      let count = (group.count + mostCurves - 1) / mostCurves
      return (0..<count).map { piece in
        group.lowerBound + piece * group.count / count..<group.lowerBound + (piece + 1)
          * group.count / count
      }
    }
    // No more parts than there must be, and those as even as that allows.
    let isApart = all.indices.map { $0 > 0 && separate(all[$0 - 1], all[$0]) }
    let fewest = joined(pieces, atMost: mostCurves, isApart: isApart).count
    return (1...max(1, mostCurves)).lazy.map { joined(pieces, atMost: $0, isApart: isApart) }
      .first { $0.count <= fewest } ?? pieces
  }

  /// Neighbouring pieces put together, as long as no part comes to more than `most` elements.
  ///
  /// - Parameter isApart: of each element, whether it and the one before it go into different parts.
  private static func joined(
    _ pieces: [Range<Int>], atMost most: Int, isApart: [Bool]
  ) -> [Range<Int>] {
    pieces.reduce(into: []) { parts, piece in
      if let last = parts.last, last.count + piece.count <= most, !isApart[piece.lowerBound] {
        parts[parts.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        parts.append(piece)
      }
    }
  }

  private init?(
    _ content: LossCurvesContent, _ scope: FigureScope, contenders: ArraySlice<Contender>,
    of count: Int
  ) {
    self.content = content
    self.scope = scope
    self.contenders = contenders
    contenderCount = count
    let comparison = scope.comparison
    let losses = content.loss.map { [$0] } ?? LossCurvesContent.losses
    panels = (scope.spec.problems ?? Array(comparison.problems.indices)).flatMap { problem in
      // A run that diverges counts as +∞ even where nobody else has a loss.
      losses.filter { loss in
        loss == .training || comparison.problems[problem].problem.isValidated
      }.map { loss in
        LossPanel(
          problem: problem, loss: loss, contenders: contenders, content: content,
          comparison: comparison)
      }
    }.filter { panel in panel.curves.contains { !$0.band.epochs.isEmpty } }
    if panels.isEmpty { return nil }
  }

  var comparison: Comparison { scope.comparison }
  var spec: FigureSpec { scope.spec }
  var seedCount: Int { scope.seedCount }
  /// The positions of the problems that are shown, each once.
  var problems: [Int] {
    panels.map(\.problem).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var draft: FigureDraft {
    let figure = Figure(
      id: "", panels: panels.map(plotted), columns: min(panels.count, 2),
      style: spec.look.figureStyle())
    let names = problems.map { comparison.problems[$0].problem.spec.name }
    return FigureDraft(
      prefix: "loss",
      name: (names.count == 1 ? "\(names[0]) " : "") + (content.selection?.name ?? ""),
      problem: problems.count == 1 ? problems[0] : nil, figure: figure, words: words,
      caption: caption, data: data)
  }

  // MARK: Panels

  private func plotted(_ panel: LossPanel) -> Panel {
    // Training and validation loss of a problem share one axis: their distance is what a reader
    // looks for.
    let related = panels.filter { $0.problem == panel.problem }
    let curves = panel.curves.map { curve in
      let isBand = seedCount > 1
      return LossCurves.Curve(
        curve.name, x: curve.band.epochs.map { Double($0) * panel.unitsPerEpoch },
        median: curve.band.median.map(drawable),
        lower: isBand ? curve.band.lower.map(drawable) : [],
        upper: isBand ? curve.band.upper : [],
        runs: isBand ? curve.seeds.map { $0.map(drawable) } : [],
        divergences: curve.divergences.map { Double($0) * panel.unitsPerEpoch },
        runCount: curve.runCount, style: scope.style(curve.name))
    }
    let isEarly = isEarly
    let y = valueAxis(panel)
    var plotted = LossCurves(
      curves.map { withoutVastBand($0, above: y.upper) }, title: title(panel),
      x: Axis(
        spec.x, label: content.abscissa.label, scale: isEarly ? .logarithmic : .linear,
        isWhole: true),
      y: y, bandForm: bandForm
    ).panel
    plotted.yGroup = panel.problem
    if let second = content.secondAbscissa, let units = panel.secondUnits {
      plotted.secondX = SecondAxis(second.label, factor: units, isWhole: !isEarly)
    }
    // Panels of one problem share their range.
    let others = related.compactMap(target)
    plotted.y.including += others
    if let target = target(panel) { plotted.draw(targetAt: target) }
    return plotted
  }

  /// The vertical axis of a panel: it ends not far above the starts where curves explode.
  func valueAxis(_ panel: LossPanel) -> Axis {
    let related = panels.filter { $0.problem == panel.problem }
    var y = Axis(
      spec.y, label: isOneLoss ? panel.loss.label : "loss",
      scale: isLogarithmic(panel) ? .logarithmic : .linear)
    if y.upper == nil { y.upper = related.compactMap(ceiling).max() }
    return y
  }

  /// A curve whose deviations are not drawn where its mean has left the panel upwards: they are as
  /// large as the mean, and would fill all below it.
  private func withoutVastBand(
    _ curve: LossCurves.Curve, above upper: Double?
  ) -> LossCurves.Curve {
    guard content.statistic == .meanAndDeviation, let upper, !curve.lower.isEmpty else {
      return curve
    }
    var curve = curve
    for (index, mean) in curve.median.enumerated() where mean > upper { curve.lower[index] = .nan }
    return curve
  }

  /// The loss to be reached that a panel shows; nil where there is none.
  func target(_ panel: LossPanel) -> Double? {
    switch content.target {
    case nil: return nil
    case .value(let loss): return loss
    case .problem:
      let problem = comparison.problems[panel.problem]
      guard panel.loss == .training, let target = problem.answerTarget else { return nil }
      return median(problem.targets[target].losses)
    }
  }

  /// How bands are drawn: in all panels alike.
  var bandForm: BandForm { BandForm(curves: panels.map(\.curves.count).max() ?? 0) }

  /// Whether the losses of a panel's problem have a place on a logarithmic axis: a test function can go
  /// below zero.
  func isLogarithmic(_ panel: LossPanel) -> Bool {
    let related = panels.filter { $0.problem == panel.problem }
    let values =
      related.flatMap(\.curves).flatMap(\.band.median).filter(\.isFinite)
      + related.compactMap(target)
    return values.allSatisfy { $0 >= 0 } && values.contains { $0 > 0 }
  }

  /// Where the vertical axis ends when a curve explodes: ten times the highest start. Nil where none
  /// does, and where all do: then there is no other that they would crush.
  func ceiling(_ panel: LossPanel) -> Double? {
    let start = panel.curves.compactMap(\.band.median.first).filter(\.isFinite).max() ?? 0
    let most = panel.curves.flatMap { $0.band.median + $0.band.upper }.filter(\.isFinite).max() ?? 0
    guard start > 0, most > 100 * start else { return nil }
    let isAnyBelow = panel.curves.contains { curve in
      curve.band.median.count { $0 <= 10 * start } > 1
        && curve.band.median.last.map { $0 <= 10 * start } ?? false
    }
    return isAnyBelow ? 10 * start : nil
  }

  /// Whether all panels show the same loss: where it was asked for, and where nothing is validated.
  private var isOneLoss: Bool { Set(panels.map(\.loss)).count == 1 }

  private func title(_ panel: LossPanel) -> String? {
    let name = comparison.problems[panel.problem].problem.spec.name
    let loss = panel.loss.adjective.prefix(1).uppercased() + panel.loss.adjective.dropFirst()
    switch (problems.count > 1, !isOneLoss) {
    // Of a name too long for the panel the end is left out, but never which loss it is.
    case (true, true): return "\(loss): \(name)"
    case (true, false): return name
    case (false, true): return loss
    case (false, false): return nil
    }
  }

  /// Whether the curves have come nine tenths of their way in the first twentieth of the epochs: on
  /// a linear axis all of that would stand on top of each other.
  var isEarly: Bool {
    panels.flatMap(\.curves).allSatisfy { curve in
      guard let start = curve.band.median.first, let end = curve.band.median.last, end.isFinite,
        let last = curve.band.epochs.last, start > end
      else { return (curve.band.epochs.last ?? 0) >= 100 }
      let arrival = curve.band.median.firstIndex { $0 <= end + 0.1 * (start - end) } ?? 0
      return last >= 100 && 20 * curve.band.epochs[arrival] < last
    }
  }

  /// A median at +∞ leaves the panel: the curve ends there.
  private func drawable(_ value: Double) -> Double { value.isFinite ? value : .nan }

  private var data: [UInt8] {
    let abscissa = content.abscissa == .epoch ? [] : [content.abscissa.rawValue]
    let seeds =
      panels.contains { $0.curves.contains { !$0.seeds.isEmpty } }
      ? comparison.plan.spec.seeds.prefix(seedCount).map { "seed_\($0)" } : []
    var table = CSVText(
      header: ["problem", "panel", "optimizer", "epoch"] + abscissa + ["low", middleName, "high"]
        + seeds)
    for panel in panels {
      for curve in panel.curves {
        for index in ThinnedRows(of: curve.band.epochs.count).indices {
          table.append(comparison.problems[panel.problem].problem.spec.name)
          table.append(panel.loss.rawValue)
          table.append(curve.name)
          table.append(curve.band.epochs[index])
          if !abscissa.isEmpty {
            table.append(Double(curve.band.epochs[index]) * panel.unitsPerEpoch)
          }
          table.append(curve.band.lower[index])
          table.append(curve.band.median[index])
          table.append(curve.band.upper[index])
          for place in seeds.indices {
            let seed = curve.seeds.indices.contains(place) ? curve.seeds[place] : []
            table.append(seed.indices.contains(index) ? seed[index] : nil)
          }
          table.endRow()
        }
      }
    }
    return table.bytes
  }
}
