import Analysis
import Kernels
import Models
import Statistics

/// What is told of the test metric on one problem, in a sentence.
struct QualityStatement {
  let comparison: Comparison
  let number: Int

  private var problem: ProblemComparison { comparison.problems[number] }
  private var isSingle: Bool { problem.seedCount == 1 }

  /// - Returns: nil without a metric, or where every run failed.
  var sentence: [Inline]? {
    guard let metric = problem.problem.metric,
      let outcome = comparison.metricOutcome(on: number),
      problem.contenders.contains(where: { $0.summaries[.testMetric]?.median.isFinite == true })
    else { return nil }
    let what = "test \(metric.phrase)"
    let standing = comparison.standing(on: number, by: .testMetric)
    let seeds = problem.seedCount
    switch outcome {
    case .winner(let winner):
      return [.text("In \(what) "), name(winner), .text(" is clearly the best, \(value(winner))")]
        + next(winner, standing, metric) + [.text(" (\(rows)).")]
    case .leaders(let leaders):
      let verb = leaders.count == 1 ? " leads" : " lead"
      return [.text("In \(what) ")] + names(leaders)
        + [.text("\(verb), at ")] + medians(leaders, areNamed: true) + [.text(" (\(rows))")]
        + doubt(leaders, standing) + ["."]
    case .against(let against):
      return [.text("In \(what) ")]
        + BaselineWords(problem, against, better: "better", worse: "worse").words
        + [.text(" (\(rows)).")]
    case .undecided:
      let who: [Inline] =
        standing.order.count == 2 ? names(standing.order) : ["the optimizers"]
      return [.text("In \(what) \(seeds) seeds cannot tell ")] + who
        + [" apart, at "] + medians(standing.order, areNamed: standing.order.count == 2)
        + [.text(" (\(rows))")]
        + doubt(standing.order, standing)
        + ["."]
    case .equal:
      return [
        .text(
          "In \(what) \(all(standing)) are practically equal, at ")
      ] + medians(standing.order, areNamed: false) + [.text(" (\(rows)).")]
    case .same:
      return [
        .text(
          "Their \(what) is \(value(standing.order.first ?? 0)) (\(rows)).")
      ]
    case .tooFewSeeds:
      return [
        .text("Their \(what) \(isSingle ? "is" : "has") ")
      ] + medians(standing.order, areNamed: false) + [.text(" (\(rows)).")]
    case .oneObservation(let order):
      return [.text("Their \(what) is ")] + medians(order, areNamed: false)
        + [.text(" (\(rows)).")]
    case .uncontested:
      guard let only = problem.best(by: .testMetric) else { return nil }
      return [.text("Its \(what) is \(value(only)) (\(rows)).")]
    case .obstacle: return nil
    }
  }

  /// "89 test rows".
  private var rows: String {
    let count = problem.problem.sizes?.test ?? 0
    return "\(count) test row\(count == 1 ? "" : "s")"
  }

  private func all(_ standing: Standing) -> String {
    standing.order.count == 2 ? "both optimizers" : "all \(standing.order.count) optimizers"
  }

  private func name(_ position: Int) -> Inline {
    .strong([.text(problem.contenders[position].name)])
  }

  private func names(_ positions: [Int]) -> [Inline] {
    Lists.optimizers(positions.map { problem.contenders[$0].name })
  }

  private func value(_ position: Int) -> String {
    problem.contenders[position].summaries[.testMetric].map {
      ($0.count == 1 ? "" : "a median of ") + EffectText.value($0.median, $0.interval)
    } ?? "?"
  }

  /// "medians of 54.4, 54.5 and 54.6", or the range of many.
  ///
  /// - Parameter areNamed: whether their names stand before it, in the same order; else each follows its value.
  private func medians(_ positions: [Int], areNamed: Bool) -> [Inline] {
    let told = positions.compactMap { position in
      problem.contenders[position].summaries[.testMetric].map { (position, $0) }
    }
    let format = ColumnFormat(told.map(\.1))
    let texts = told.map { format.median($0.1) }
    let kind = isSingle ? "" : texts.count == 1 ? "a median of " : "medians of "
    if Set(texts).count == 1, texts.count > 1 {
      let each = texts.count == 2 ? "both" : "each"
      return [.text("\(isSingle ? "" : "a median of ")\(texts[0]) \(each)")]
    }
    func labelled(_ place: Int) -> [Inline] {
      [.text("\(texts[place]) ("), name(told[place].0), ")"]
    }
    guard texts.count > Lists.most else {
      let parts = texts.indices.map { areNamed ? [.text(texts[$0])] : labelled($0) }
      return [.text(kind)] + Lists.joined(parts)
    }
    let ordered = told.indices.sorted { told[$0].1.median < told[$1].1.median }
    return [.text(kind)] + labelled(ordered[0]) + [" to "] + labelled(ordered[ordered.count - 1])
  }

  /// How far the next one is behind the winner.
  private func next(_ winner: Int, _ standing: Standing, _ metric: Metric) -> [Inline] {
    guard let next = standing.order.first(where: { $0 != winner }),
      let effect = comparison.family[number, .testMetric, next, winner], effect.effect.isFinite
    else { return [] }
    return [
      ", from which that of ", name(next),
      .text(" differs by \(EffectText.value(effect))"),
      .text(belowOneRow(effect.effect, metric)),
    ]
  }

  /// That a difference is smaller than what one test row makes.
  private func belowOneRow(_ difference: Double, _ metric: Metric) -> String {
    guard metric.isHigherBetter, let rows = problem.problem.sizes?.test, difference != 0,
      RowDifference.isBelowOne(difference, of: rows)
    else { return "" }
    return ", less than one test row"
  }

  private func doubt(_ members: [Int], _ standing: Standing) -> [Inline] {
    guard members.count > 1 else { return [] }
    if standing.areEqual(members) { return [", practically the same"] }
    return standing.nearestOpen(members).map { OutlookWords.words($0, problem) } ?? []
  }
}
