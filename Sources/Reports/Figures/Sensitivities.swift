import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics

/// A final quantity against the learning rate.
struct SensitivityContent: FigureContent {
  static let name = "sensitivity"
  static let summary = "a final quantity against the learning rate, failures on a rail"
  static let options = FigureOptions(hasPanels: true)
  var quantity: Quantity
  /// The share of the seeds that bands hold; nil for quartiles.
  var level: Double?
  /// A value to be reached.
  var target: Double?

  static func asked(of keys: Keys) -> SensitivityContent? {
    let quantity = Quantity.asked(of: keys, default: .validationLoss)
    let level = BandLevel.asked(
      of: keys, "share of the seeds that a band holds; by default the middle half")
    let target = TargetLine.askedNumber(of: keys)
    return quantity.map { SensitivityContent(quantity: $0, level: level, target: target) }
  }

  var need: String {
    "optimizers that differ in nothing but the learning rate, and a problem whose runs have the "
      + "quantity \(quantity.rawValue)"
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    Sensitivities(scope: scope, quantity: quantity, level: level, target: target).drafts
  }
}

/// A final quantity against the learning rate, one curve for each rule that ran at several.
struct Sensitivities: ProblemFigures {
  static let prefix = "sensitivity"
  let scope: FigureScope
  let quantity: Quantity
  /// The share of the seeds that bands hold; nil for quartiles.
  var level: Double?
  var target: Double?

  var columns: [String] {
    let edges = level == nil ? (low: "q25", high: "q75") : (low: "low", high: "high")
    return ["rule", "optimizer", "learning_rate", edges.low, "median", edges.high, "failures"]
  }
  var subject: String { "\(quantity.heading) against the learning rate" }
  var explanation: String {
    let members = rules.flatMap(\.members)
    let failed = scope.problems.contains { problem in
      members.contains { (summary(problem, $0.contender)?.failures ?? 0) > 0 }
    }
    return
      (scope.seedCount == 1
      ? "The one seed." : "Median over \(scope.seedCount) seeds (line) and \(edgeWords) (band).")
      + (failed ? " The rail on top shows where runs failed, and which share of them." : "")
  }

  private var edgeWords: String {
    guard let level else { return "quartiles" }
    let ends = [(1 - level) / 2, (1 + level) / 2].map { NumberText.short(100 * $0) }
    return "\(ends[0]) to \(ends[1]) % quantiles"
  }

  /// The edges of a band.
  private func edges(
    _ problem: ProblemComparison, _ contender: Contender, _ summary: Summary
  ) -> (low: Double, high: Double) {
    guard let level, let position = problem.position(of: contender.name),
      let values = scope.observations(quantity, problem, position)?.values
    else { return (summary.lowerQuartile, summary.upperQuartile) }
    let sorted = values.map { $0 ?? quantity.worst(problem.problem.metric) }.sorted()
    return (
      quantile(ofSorted: sorted, (1 - level) / 2) ?? .nan,
      quantile(ofSorted: sorted, (1 + level) / 2) ?? .nan
    )
  }

  private var rules: [RateFamily] { RateFamily.all(among: scope.contenders) }

  func content(_ problem: ProblemComparison) -> LearningRateSensitivity? {
    let curves = rules.compactMap { rule -> LearningRateSensitivity.Curve? in
      let summaries = rule.members.compactMap { member in
        summary(problem, member.contender).map {
          (member.rate, $0, edges(problem, member.contender, $0))
        }
      }
      guard !summaries.isEmpty else { return nil }
      func drawable(_ value: Double) -> Double { value.isFinite ? value : .nan }
      return LearningRateSensitivity.Curve(
        rule.name, rates: summaries.map(\.0), median: summaries.map { drawable($0.1.median) },
        lower: summaries.map { drawable($0.2.low) },
        upper: summaries.map { drawable($0.2.high) },
        diverged: summaries.map { Double($0.1.failures) / Double($0.1.count) },
        style: scope.ruleStyle(rule.members[0].contender.name))
    }
    guard !curves.isEmpty else { return nil }
    let values = curves.flatMap(\.median).filter(\.isFinite)
    return LearningRateSensitivity(
      curves, x: Axis(scope.spec.x, label: "learning rate", scale: .logarithmic),
      y: Axis(
        scope.spec.y, label: scope.title(quantity, problem), scale: scope.scale(quantity, values)),
      // A run that misses a target need not diverge.
      railLabel: quantity == .epochsToTarget ? "failed" : "diverged")
  }

  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? {
    let isHigherBetter = quantity.worst(problem.problem.metric) < 0
    let bests = rules.compactMap { rule -> (median: Double, text: String)? in
      let medians = rule.members.compactMap { member in
        summary(problem, member.contender).map { (member.rate, $0.median) }
      }
      let finite = medians.filter { $0.1.isFinite }
      guard let best = finite.min(by: { isHigherBetter ? $0.1 > $1.1 : $0.1 < $1.1 }) else {
        return nil
      }
      return (
        best.1,
        "\(NumberText.significant(best.1, 3)) at \(shortestDecimal(best.0)) with \(rule.name)"
      )
    }
    let ordered = bests.enumerated().sorted { one, other in
      let (first, second) = (one.element.median, other.element.median)
      return first == second ? one.offset < other.offset : (first < second) != isHigherBetter
    }
    return ordered.isEmpty
      ? nil
      : PictureWords.Finding(
        opening: "the best median is ", parts: ordered.map(\.element.text))
  }

  private func summary(_ problem: ProblemComparison, _ contender: Contender) -> Summary? {
    problem.position(of: contender.name).flatMap { problem.contenders[$0].summaries[quantity] }
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for rule in rules {
      for member in rule.members {
        guard let summary = summary(problem, member.contender) else { continue }
        table.append(problem.name)
        table.append(rule.name)
        table.append(member.contender.name)
        table.append(member.rate)
        let edges = edges(problem, member.contender, summary)
        table.append(edges.low)
        table.append(summary.median)
        table.append(edges.high)
        table.append(summary.failures)
        table.endRow()
      }
    }
  }
}
