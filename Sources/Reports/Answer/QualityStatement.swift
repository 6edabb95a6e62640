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
        + [.text("\(verb), at \(medians(leaders)) (\(rows))")] + doubt(leaders, standing) + ["."]
    case .against(let against):
      return [.text("In \(what) ")]
        + BaselineWords(problem, against, better: "better", worse: "worse").words
        + [.text(" (\(rows)).")]
    case .undecided:
      let who: [Inline] =
        standing.order.count == 2 ? names(standing.order) : ["the optimizers"]
      return [.text("In \(what) \(seeds) seeds cannot tell ")] + who
        + [.text(" apart, at \(medians(standing.order)) (\(rows))")]
        + doubt(standing.order, standing)
        + ["."]
    case .equal:
      return [
        .text(
          "In \(what) \(all(standing)) are practically equal, at \(medians(standing.order)) (\(rows))."
        )
      ]
    case .same:
      return [
        .text(
          "In \(what) \(all(standing)) are the same with every seed, "
            + "\(value(standing.order.first ?? 0)) (\(rows)).")
      ]
    case .tooFewSeeds:
      return [
        .text("Their \(what) \(isSingle ? "is" : "has") \(medians(standing.order)) (\(rows)).")
      ]
    case .oneObservation(let order):
      return [.text("Their \(what) is \(medians(order)) (\(rows)).")]
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
  private func medians(_ positions: [Int]) -> String {
    let summaries = positions.compactMap { problem.contenders[$0].summaries[.testMetric] }
    let format = ColumnFormat(summaries)
    let texts = summaries.map { format.median($0) }
    let kind = isSingle ? "" : texts.count == 1 ? "a median of " : "medians of "
    if Set(texts).count == 1, texts.count > 1 {
      return "\(isSingle ? "" : "a median of ")\(texts[0])\(texts.count == 2 ? " both" : " each")"
    }
    guard texts.count > Lists.most else {
      return kind + texts.dropLast().joined(separator: ", ")
        + (texts.count > 1 ? " and " : "") + (texts.last ?? "")
    }
    let ordered = summaries.indices.sorted { summaries[$0].median < summaries[$1].median }
    return kind + "\(texts[ordered[0]]) to \(texts[ordered[ordered.count - 1]])"
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
      difference.magnitude < 1 / Double(rows)
    else { return "" }
    return ", less than one test row"
  }

  private func doubt(_ members: [Int], _ standing: Standing) -> [Inline] {
    guard members.count > 1 else { return [] }
    if standing.areEqual(members) { return [", practically the same"] }
    return standing.nearestOpen(members).map { OutlookWords.words($0, problem) } ?? []
  }
}
