import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics

/// Mean ranks over the problems.
struct RankDiagramContent: FigureContent {
  static let name = "critical_difference"
  static let summary = "mean ranks over problems with Nemenyi's critical difference"
  static let options = FigureOptions(
    x: .label(of: "the ranks' axis"), y: .nothing, hasLegend: false, hasPlaces: false)
  var quantity: Quantity

  static func asked(of keys: Keys) -> RankDiagramContent? {
    Quantity.asked(of: keys, default: .trainLoss).map(RankDiagramContent.init)
  }

  var need: String {
    "two optimizers and two problems on different rows whose runs have the quantity "
      + quantity.rawValue
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    [RankDiagrams(scope: scope, quantity: quantity)?.draft].compactMap { $0 }
  }
}

/// Mean ranks over the problems of the medians of a quantity, with Friedman's test and bars that
/// join what Nemenyi's test does not tell apart.
struct RankDiagrams {
  private let scope: FigureScope
  private let quantity: Quantity
  private let problems: [ProblemComparison]
  private let ranks: MeanRanks
  private let names: [String]

  /// The ranks on the problems that have the quantity; nil with fewer than two of them, or with one
  /// optimizer.
  init?(scope: FigureScope, quantity: Quantity) {
    self.scope = scope
    self.quantity = quantity
    let names = scope.names(onAll: scope.problems)
    let ranked = scope.problems.compactMap { problem in
      Self.scores(problem, quantity, scope, names).map { (problem: problem, scores: $0) }
    }
    self.names = names
    problems = ranked.map(\.problem)
    guard let ranks = MeanRanks(scores: ranked.map(\.scores), sources: problems.sources) else {
      return nil
    }
    self.ranks = ranks
  }

  /// The medians over the seeds, turned so that lower is better; nil where one is missing, or where
  /// times to the target compare nothing.
  private static func scores(
    _ problem: ProblemComparison, _ quantity: Quantity, _ scope: FigureScope,
    _ names: [String]
  ) -> [Double]? {
    let isTime = quantity == .epochsToTarget
    if isTime, !problem.hasComparableTimes { return nil }
    // The target that the answer is about, which the first may be too hard for.
    let quantity = isTime ? problem.answerTime : quantity
    let worst = quantity.worst(problem.problem.metric)
    let scores = names.compactMap { name in
      problem.position(of: name).flatMap { scope.observations(quantity, problem, $0) }
        .flatMap { observed in median(observed.values.map { $0 ?? worst }) }
        .map { worst > 0 ? $0 : -$0 }
    }
    return scores.count == names.count ? scores : nil
  }

  private var subject: String { quantity.title(nil) }

  var draft: FigureDraft {
    let entries = zip(names, ranks.means).map { name, rank in
      CriticalDifference.Entry(name, rank: rank, style: scope.style(name))
    }
    let bars = ranks.groups.compactMap { group -> ClosedRange<Double>? in
      let members = group.map { ranks.means[$0] }
      guard let least = members.min(), let greatest = members.max() else { return nil }
      return least...greatest
    }
    let diagram = CriticalDifference(
      entries, groups: bars,
      criticalDifference: usedDifference, note: note,
      label: scope.spec.x.label ?? "mean rank, \(subject)")
    let figure = Figure(
      id: "", diagram, style: scope.spec.look.figureStyle(narrow: 5.5),
      width: scope.spec.look.chosenWidth)
    return FigureDraft(
      prefix: "ranks", name: quantity.rawValue, problem: nil, figure: figure, words: words,
      caption: caption, data: data)
  }

  private var caption: [Inline] {
    let seeds = scope.seeds(of: quantity)
    let values =
      seeds.count == 1
      ? "values of the one \(seeds.noun)" : "medians over \(seeds.count) \(seeds.noun)s"
    let failures =
      quantity.isOfSearch ? scope.lowerBounds(problems) : scope.failures(problems)
    let ranking =
      "; 1 is best. Within a problem the \(values) are ranked, failed "
      + "runs counting as the worst value, ties sharing their mean rank. "
      + (ranks.problemCount < problems.count
        ? "Problems on the same rows count once, by the mean of their ranks. " : "")
    return [.text("Mean ranks by \(subject) on ")] + .names(problems.map(\.problem.spec.name))
      + [.text("\(ranking)\(verdict) \(failures)")]
  }

  /// The critical difference, where pairs may be compared by it.
  private var usedDifference: Double? { ranks.areDifferent ? ranks.criticalDifference : nil }

  /// What Friedman's test says, as short as it must be in a column of a paper.
  private var note: String {
    ranks.friedman.map { "Friedman \(ProbabilityText.equation($0.probability))" }
      ?? "all are equal"
  }

  private var verdict: String {
    let count = ranks.problemCount
    guard let friedman = ranks.friedman else {
      return "All optimizers are equal on every problem."
    }
    let test =
      "Friedman’s test that the optimizers do not differ: "
      + "χ² = \(NumberText.significant(friedman.statistic, 3)) with \(friedman.degreesOfFreedom) degrees "
      + "of freedom, \(ProbabilityText.equation(friedman.probability)); Iman and Davenport’s "
      + "F = \(NumberText.significant(friedman.fStatistic, 3)), "
      + "\(ProbabilityText.equation(friedman.fProbability)). "
    let sample =
      "Seeds do not count as observations: the test sees \(count) problems, treats them as a random "
      + "sample, and with so few finds only \(count < 10 ? "very large" : "large") differences"
    guard ranks.areDifferent else {
      return test + "It does not reject at 5 %, so no pair is compared and one bar joins all: the "
        + "order may be chance. " + sample + "."
    }
    return test
      + "Bars join optimizers whose mean ranks differ by less than Nemenyi’s critical difference "
      + "at 5 %, \(NumberText.significant(ranks.criticalDifference, 3)) (Demšar 2006). " + sample
      + "; a bar is no proof of equality."
  }

  private var words: PictureWords {
    let order = names.indices.sorted { (ranks.means[$0], $0) < (ranks.means[$1], $1) }
    let parts = order.map { "\(names[$0]) (\(NumberText.fixed(ranks.means[$0], decimals: 2)))" }
    let test =
      ranks.friedman.map { "Friedman test: \(ProbabilityText.equation($0.probability))" }
      ?? "All are equal"
    return PictureWords(
      subject: "Mean ranks by \(subject) over \(problems.count) problems",
      findings: [
        PictureWords.Finding(opening: "The best first: ", parts: parts),
        PictureWords.Finding(parts: [test]),
      ])
  }

  /// One row an optimizer; `bars` holds the numbers of the bars above it, from 1.
  private var data: [UInt8] {
    var table = CSVText(
      header: ["optimizer", "mean_rank", "bars", "critical_difference", "friedman_p"])
    let groups = ranks.groups
    for (index, name) in names.enumerated() {
      let bars = groups.indices.filter { groups[$0].contains(index) }.map { "\($0 + 1)" }
      table.append(name)
      table.append(ranks.means[index])
      table.append(bars.joined(separator: " "))
      table.append(usedDifference)
      table.append(ranks.friedman?.probability)
      table.endRow()
    }
    return table.bytes
  }
}
