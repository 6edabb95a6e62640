import Plotting

/// Training and validation loss by epoch, median and quartile band, for up to seven optimizers.
struct LossCurves {
  /// The most curves in one figure: more could not be told apart.
  static let mostCurves = 7

  let problem: ProblemComparison
  let problemIndex: Int
  let seedCount: Int
  let styles: [String: SeriesStyle]
  /// Which of the problem's optimizers are drawn.
  let optimizers: Range<Int>

  private var drawn: ArraySlice<OptimizerSummary> { problem.optimizers[optimizers] }
  private var hasValidation: Bool {
    drawn.contains { !$0.validationBand.epochs.isEmpty }
  }

  /// The figures of a problem: several when there are too many optimizers for one.
  static func figures(
    of problem: ProblemComparison, index: Int, seedCount: Int, styles: [String: SeriesStyle],
    names: inout FileNames
  ) -> [ReportFigure] {
    let count = problem.optimizers.count
    let figureCount = (count + mostCurves - 1) / mostCurves
    return (0..<figureCount).map { part in
      // As even as possible, so that no figure is left with a single curve.
      let curves = LossCurves(
        problem: problem, problemIndex: index, seedCount: seedCount, styles: styles,
        optimizers: part * count / figureCount..<(part + 1) * count / figureCount)
      return curves.reportFigure(
        id: names.unique(prefix: "loss", name: problem.problem.spec.name))
    }
  }

  private func reportFigure(id: String) -> ReportFigure {
    var panels = [panel("Training", label: "training loss", band: \.trainBand)]
    if hasValidation {
      panels.append(panel("Validation", label: "validation loss", band: \.validationBand))
    }
    let figure = Figure(
      id: id, panels: panels, columns: panels.count, alternativeText: alternativeText,
      description: description)
    return ReportFigure(
      id: id, problem: problemIndex, figure: figure, caption: caption, data: data)
  }

  private func panel(
    _ title: String, label: String, band: KeyPath<OptimizerSummary, CurveBand>
  ) -> Panel {
    let values = drawn.flatMap { $0[keyPath: band].median }.filter(\.isFinite)
    // A test function can go below zero, where a logarithmic axis has no place.
    let isLogarithmic = values.allSatisfy { $0 >= 0 } && values.contains { $0 > 0 }
    let marks = drawn.flatMap { optimizer -> [Mark] in
      let curve = optimizer[keyPath: band]
      guard let style = styles[optimizer.name] else { return [] }
      let epochs = curve.epochs.map(Double.init)
      let line = Mark.line(
        LineMark(optimizer.name, x: epochs, y: curve.median.map(drawable), style: style))
      guard seedCount > 1 else { return [line] }
      let area = BandMark(
        x: epochs, lower: curve.lower.map(drawable), upper: curve.upper, style: style)
      return [.band(area), line]
    }
    return Panel(
      title: title,
      x: Axis("epoch", scale: isEarly ? .logarithmic : .linear, isWhole: !isEarly),
      y: Axis(label, scale: isLogarithmic ? .logarithmic : .linear), marks: marks)
  }

  /// Whether the curves have come nine tenths of their way in the first twentieth of the epochs: on a
  /// linear axis all of that would stand on top of each other.
  private var isEarly: Bool {
    drawn.allSatisfy { optimizer in
      let band = optimizer.trainBand
      guard let start = band.median.first, let end = band.median.last, end.isFinite,
        let last = band.epochs.last, start > end
      else { return true }
      let arrival = band.median.firstIndex { $0 <= end + 0.1 * (start - end) } ?? 0
      return 20 * band.epochs[arrival] < last
    }
  }

  /// A median at +∞ leaves the panel: the curve ends there.
  private func drawable(_ value: Double) -> Double { value.isFinite ? value : .nan }

  // MARK: Words

  private var name: String { problem.problem.spec.name }

  private var statistic: String {
    seedCount == 1
      ? "the one seed" : "median over \(seedCount) seeds (line) and quartiles (band)"
  }

  private var caption: [Inline] {
    let failures = drawn.map(\.failures).reduce(0, +)
    let runs = drawn.count * seedCount
    let lost =
      failures == 0
      ? "None of the \(runs) runs diverged."
      : "\(failures) of \(runs) runs diverged and count as +∞ from that epoch on."
    let stopped = drawn.map(\.stopped).reduce(0, +)
    let kept = stopped == 0 ? "" : " \(stopped) runs stopped early and keep their last loss."
    let what = hasValidation ? "Training and validation loss" : "Training loss"
    let part =
      optimizers.count == problem.optimizers.count
      ? ""
      : ", optimizers \(optimizers.lowerBound + 1) to \(optimizers.upperBound) of \(problem.optimizers.count)"
    let unseen = isEarly ? " The initial point, epoch 0, lies left of the logarithmic axis." : ""
    return [
      .text("\(what) on "), .emphasis([.text(name)]),
      .text("\(part) by epoch: \(statistic). \(lost)\(kept)\(unseen)"),
    ]
  }

  /// Who ends lowest, the range and the band, from the data.
  private var alternativeText: String {
    let finals = drawn.compactMap { optimizer in
      optimizer.trainBand.median.last.map { (optimizer, $0) }
    }
    let ordered = finals.sorted { $0.1 < $1.1 }
    guard let first = ordered.first, let last = ordered.last,
      let start = drawn.compactMap({ $0.trainBand.median.first }).max()
    else { return "Loss curves on \(name)." }
    let epochs = first.0.trainBand.epochs.last ?? 0
    var text =
      "Loss curves on \(name) over \(epochs) epochs, \(statistic). The median training loss "
      + "starts at \(NumberText.significant(start, 3)); \(first.0.name) ends lowest at "
      + NumberText.significant(first.1, 3)
    if finals.count > 1 {
      text += ", \(last.0.name) highest at \(NumberText.significant(last.1, 3))"
    }
    if let low = first.0.trainBand.lower.last, let high = first.0.trainBand.upper.last,
      seedCount > 1
    {
      text +=
        "; the band of \(first.0.name) ends between \(NumberText.significant(low, 3)) and "
        + NumberText.significant(high, 3)
    }
    return text + "."
  }

  private var description: String {
    drawn.compactMap { optimizer in
      optimizer.trainBand.median.last.map {
        "\(optimizer.name): final median training loss \(NumberText.significant($0, 4))"
      }
    }.joined(separator: "; ")
  }

  private var data: [UInt8] {
    var table = CSVText(header: ["panel", "optimizer", "epoch", "q25", "median", "q75"])
    let bands: [(String, KeyPath<OptimizerSummary, CurveBand>)] = [
      ("train_loss", \.trainBand), ("validation_loss", \.validationBand),
    ]
    for (panel, band) in bands {
      for optimizer in drawn {
        let curve = optimizer[keyPath: band]
        for index in curve.epochs.indices {
          table.append(panel)
          table.append(optimizer.name)
          table.append(curve.epochs[index])
          table.append(curve.lower[index])
          table.append(curve.median[index])
          table.append(curve.upper[index])
          table.endRow()
        }
      }
    }
    return table.bytes
  }
}
