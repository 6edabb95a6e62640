import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics

/// A final quantity by optimizer.
struct BoxStripContent: FigureContent {
  static let name = "box_strip"
  static let summary = "a final quantity by optimizer: quartiles, whiskers, every seed"
  static let options = FigureOptions(
    x: .label(of: "the optimizers' axis"),
    y: AxisChoice(name: "the quantity's axis, upright or not"), hasPanels: true,
    hasLegend: false, hasPlaces: false)
  var quantity: Quantity
  /// What is shown of the seeds.
  var statistic = ShownStatistic.median
  /// A value to be reached.
  var target: Double?

  static func asked(of keys: Keys) -> BoxStripContent? {
    let quantity = Quantity.asked(of: keys, default: .testMetric)
    let statistic = ShownStatistic.asked(of: keys)
    let target = TargetLine.askedNumber(of: keys)
    guard let quantity, let statistic else { return nil }
    return BoxStripContent(quantity: quantity, statistic: statistic, target: target)
  }

  var need: String {
    "a problem whose runs have the quantity \(quantity.rawValue)"
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    BoxStrips(scope: scope, quantity: quantity, statistic: statistic, target: target).drafts
  }
}

/// A final quantity by optimizer: quartiles, whiskers and every seed.
struct BoxStrips: ProblemFigures {
  static let prefix = "box"
  let scope: FigureScope
  let quantity: Quantity
  var statistic = ShownStatistic.median
  var target: Double?

  private var isMean: Bool { statistic == .meanAndDeviation }
  var columns: [String] { ["optimizer", "seed", quantity.rawValue] }
  var subject: String { quantity.heading }
  var explanation: String {
    let hasFailures = scope.problems.contains { problem in
      scope.contenders(problem).contains { (group(problem, $0)?.failures ?? 0) > 0 }
    }
    let place =
      isHorizontal
      ? "Right of the boxes stands how many runs failed"
      : "The rail on top shows where runs failed, and which share of them"
    let seeds = scope.seeds(of: quantity)
    let marks =
      seeds.count == 1
      ? "The one \(seeds.noun) of each optimizer."
      : isMean
        ? "Square with bar: mean over \(seeds.count) \(seeds.noun)s and one standard deviation to both "
          + "sides; points: every seed."
        : "Box: quartiles and median over \(seeds.count) \(seeds.noun)s; whiskers: the farthest seeds "
          + "within 1.5 times the length of the box; points: every seed."
    return marks
      + (!hasFailures
        ? ""
        : isMean
          ? " \(place): there is no mean of these."
          : " \(place); they count as the worst value in the quartiles.")
  }

  func failures(_ problems: [ProblemComparison]) -> String {
    quantity.isOfSearch ? scope.lowerBounds(problems) : scope.failures(problems)
  }

  /// Whether a word of the names is wider than a group's place on a horizontal axis.
  private var isHorizontal: Bool {
    let columns = min(scope.spec.panels.columns ?? 2, scope.problems.count)
    let style = scope.spec.look.figureStyle(narrow: columns == 1 ? 5.5 : nil)
    // A vertical axis with its label and the gap to the next panel take about 6.5 letters' size;
    // letters are about 0.6 of their size wide.
    let panel = 72 * style.width / Double(max(1, columns)) - 6.5 * style.textSize
    let place = panel / Double(max(1, scope.names.count))
    let words = scope.names.flatMap { $0.split(separator: " ") }
    return words.contains { 0.6 * style.tickSize * Double($0.count) > place }
  }

  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? {
    let sign = quantity.worst(problem.problem.metric) > 0 ? 1.0 : -1.0
    let groups = scope.contenders(problem).compactMap { group(problem, $0) }.enumerated()
    // Who has no mean comes last.
    func rank(_ group: BoxStrip.Group) -> Double {
      group.median.isNaN ? .infinity : sign * group.median
    }
    let ordered = groups.sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    let parts = ordered.map(\.element).map { group in
      let middle = group.median.isNaN ? "none" : NumberText.significant(group.median, 3)
      let failed = group.failures > 0 ? " (\(group.failures) failed)" : ""
      return "\(middle) with \(group.name)\(failed)"
    }
    if parts.isEmpty { return nil }
    return PictureWords.Finding(
      opening: "the \(isMean ? "mean" : "median") of \(scope.title(quantity, problem)) is ",
      parts: parts)
  }

  func content(_ problem: ProblemComparison) -> BoxStrip? {
    let groups = scope.contenders(problem).compactMap { group(problem, $0) }
    guard !groups.isEmpty else { return nil }
    let axis = Axis(
      scope.spec.y, label: scope.title(quantity, problem),
      scale: scope.scale(quantity, groups.flatMap(\.points)))
    return BoxStrip(
      groups, groupLabel: scope.spec.x.label, y: axis, isHorizontal: isHorizontal)
  }

  private func group(_ problem: ProblemComparison, _ contender: Int) -> BoxStrip.Group? {
    guard let values = scope.observations(quantity, problem, contender)?.values else { return nil }
    let summary = problem.contenders[contender]
    let worst = quantity.worst(problem.problem.metric)
    let sorted = values.map { $0 ?? worst }.sorted()
    let points = values.compactMap { $0 }.filter(\.isFinite)
    if isMean {
      let found = MeanAndDeviation(of: values.map { $0 ?? worst })
      return BoxStrip.Group(
        summary.name, mean: found.map { ($0.mean, $0.deviation) }, points: points,
        failures: values.count - points.count, style: scope.style(summary.name))
    }
    guard let lower = quantile(ofSorted: sorted, 0.25),
      let median = quantile(ofSorted: sorted, 0.5), let upper = quantile(ofSorted: sorted, 0.75)
    else { return nil }
    // Tukey's whiskers: the farthest values within one and a half box heights of the box.
    let reach = 1.5 * (upper - lower)
    // A box that failures stretch to infinity has no whisker on that side.
    let low = lower.isFinite ? points.filter { $0 >= lower - reach }.min() ?? lower : lower
    let high = upper.isFinite ? points.filter { $0 <= upper + reach }.max() ?? upper : upper
    return BoxStrip.Group(
      summary.name, quartiles: (lower, median, upper), whiskers: (low, high), points: points,
      failures: values.count - points.count, style: scope.style(summary.name))
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for contender in scope.contenders(problem) {
      guard let observed = scope.observations(quantity, problem, contender) else { continue }
      for (seed, value) in zip(observed.seeds, observed.values) {
        table.append(problem.name)
        table.append(problem.contenders[contender].name)
        table.append(Int(seed))
        table.append(value)
        table.endRow()
      }
    }
  }
}
