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
  static let options = FigureOptions()
  var quantity: Quantity

  static func asked(of keys: Keys) -> SensitivityContent? {
    Quantity.asked(of: keys, default: .validationLoss).map(SensitivityContent.init)
  }

  var need: String {
    "optimizers that differ in nothing but the learning rate, and a problem whose runs have the "
      + "quantity \(quantity.rawValue)"
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    Sensitivities(scope: scope, quantity: quantity).drafts
  }
}

/// A final quantity against the learning rate, one curve for each rule that ran at several.
struct Sensitivities: ProblemFigures {
  static let prefix = "sensitivity"
  let scope: FigureScope
  let quantity: Quantity

  var columns: [String] {
    ["rule", "optimizer", "learning_rate", "q25", "median", "q75", "failures"]
  }
  var subject: String { "\(quantity.heading) against the learning rate" }
  var explanation: String {
    let members = rules.flatMap(\.members)
    let failed = scope.problems.contains { problem in
      members.contains { (summary(problem, $0.contender)?.failures ?? 0) > 0 }
    }
    return
      (scope.seedCount == 1
      ? "The one seed." : "Median over \(scope.seedCount) seeds (line) and quartiles (band).")
      + (failed ? " The rail on top shows where runs failed, and which share of them." : "")
  }

  private var rules: [RateFamily] { RateFamily.all(among: scope.contenders) }

  func content(_ problem: ProblemComparison) -> LearningRateSensitivity? {
    let curves = rules.compactMap { rule -> LearningRateSensitivity.Curve? in
      let summaries = rule.members.compactMap { member in
        summary(problem, member.contender).map { (member.rate, $0) }
      }
      guard !summaries.isEmpty else { return nil }
      func drawable(_ value: Double) -> Double { value.isFinite ? value : .nan }
      return LearningRateSensitivity.Curve(
        rule.name, rates: summaries.map(\.0), median: summaries.map { drawable($0.1.median) },
        lower: summaries.map { drawable($0.1.lowerQuartile) },
        upper: summaries.map { drawable($0.1.upperQuartile) },
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
        table.append(summary.lowerQuartile)
        table.append(summary.median)
        table.append(summary.upperQuartile)
        table.append(summary.failures)
        table.endRow()
      }
    }
  }
}
