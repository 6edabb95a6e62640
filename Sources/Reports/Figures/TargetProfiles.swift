import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage

/// The share of runs that have reached the target, by epoch.
struct TargetProfileContent: FigureContent {
  static let name = "time_to_target"
  static let summary = "share of seeds at the target, by epoch"
  static let options = FigureOptions(hasPanels: true, yEnds: Profile.shares)
  /// Whether shares have intervals; nil for intervals where they are narrow and few.
  var hasIntervals: Bool?
  /// Their level.
  var level = BandLevel.usual

  static func asked(of keys: Keys) -> TargetProfileContent? {
    let asked = ShareStep.askedIntervals(of: keys)
    return TargetProfileContent(hasIntervals: asked.hasIntervals, level: asked.level)
  }

  var need: String { "a problem with a target" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    TargetProfiles(scope: scope, intervals: hasIntervals, level: level).drafts
  }
}

/// The share of seeds that have reached the answer's target, by epoch.
struct TargetProfiles: ProblemFigures {
  static let prefix = "target"
  let scope: FigureScope
  private let hasIntervals: Bool
  /// That what one run shows has no interval, a sentence; empty where that is not asked for.
  private let certainty: String
  private let level: Double

  /// - Parameters:
  ///   - intervals: whether shares have intervals; nil to decide by their number.
  ///   - level: their level.
  init(scope: FigureScope, intervals: Bool?, level: Double) {
    self.scope = scope
    self.level = level
    let isWished =
      intervals ?? ShareStep.hasIntervals(curves: scope.names.count, of: scope.seedCount)
    let certain = scope.problems.filter { $0.answerTarget != nil && !$0.problem.dependsOnSeed }
      .map(\.name)
    hasIntervals = isWished && scope.problems.contains { $0.problem.dependsOnSeed }
    certainty =
      isWished && !certain.isEmpty
      ? " No intervals where nothing depends on the seed: \(certain.joined(separator: ", "))." : ""
  }

  var columns: [String] {
    ["optimizer", "epoch"] + ShareStep.columns(hasIntervals: hasIntervals)
  }
  var subject: String { "Share of seeds at the target by epoch" }
  var explanation: String {
    "Target: \(goals).\(exceptions)"
      + (scope.seedCount == 1
        ? " The one seed of each optimizer: a curve that stays at 0 missed it."
        : " A curve that stays below 1 belongs to an optimizer that missed it with some of its "
          + "\(scope.seedCount) seeds.")
      + (hasIntervals ? " \(ShareStep.explanation(level, curves: scope.names.count))" : "")
      + certainty
      + " At the end of each curve: how many arrived." + coincidences
  }

  private var coincidences: String {
    let shown = scope.problems.filter { $0.answerTarget != nil }
    return Coincidence.words(
      shown.map { problem in
        let curves = scope.contenders(problem).map { contender in
          let curve = curve(problem, contender)
          return (name: curve.name, x: curve.x, y: curve.share)
        }
        return (problem.name, Coincidence.groups(curves, on: .linear))
      })
  }

  private var exceptions: String {
    scope.problems.compactMap { problem in
      let exceptions = problem.exceptions(problem.answerTarget ?? 0)
      return exceptions.isEmpty ? nil : " On \(problem.name):\(exceptions)"
    }.joined()
  }

  /// "a training loss of 0.1 (iris), …", or what is the same for all problems.
  private var goals: String {
    let shown = scope.problems.filter { $0.answerTarget != nil }
    let phrases = shown.map { $0.words($0.answerTarget ?? 0).noun }
    let texts = zip(shown, phrases).map { "\($1) (\($0.problem.spec.name))" }
    return Set(phrases).count == 1 ? phrases[0] : texts.joined(separator: ", ")
  }

  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? {
    guard problem.answerTarget != nil else { return nil }
    let shown = scope.contenders(problem).enumerated().compactMap { place, contender in
      problem.contenders[contender].summaries[problem.answerTime].map {
        (summary: $0, place: place, name: problem.contenders[contender].name)
      }
    }
    // Who gets there most often first, of several the fastest.
    let ordered = shown.sorted {
      ($0.summary.failures, $0.summary.median, $0.place)
        < ($1.summary.failures, $1.summary.median, $1.place)
    }
    let parts = ordered.map { summary, _, name in
      let arrived = summary.count - summary.failures
      let half =
        summary.median.isFinite ? " (half by epoch \(NumberText.count(summary.median)))" : ""
      return "\(arrived) of \(summary.count) with \(name)\(half)"
    }
    return parts.isEmpty
      ? nil : PictureWords.Finding(opening: "the seeds that reach the target are ", parts: parts)
  }

  func content(_ problem: ProblemComparison) -> Profile? {
    guard problem.answerTarget != nil else { return nil }
    var profile = Profile.timeToTarget(scope.contenders(problem).map { curve(problem, $0) })
    profile.x = Axis(scope.spec.x, label: "epoch", isWhole: true)
    profile.y = profile.y.overridden(by: scope.spec.y)
    return profile
  }

  /// The start, the epochs at which the share rises, and the last one.
  private func curve(_ problem: ProblemComparison, _ contender: Int) -> Profile.Curve {
    let epochs = problem.targets[problem.answerTarget ?? 0].epochs[contender].values
    var steps = [ShareStep(place: 0, count: 0)]
    for (index, epoch) in epochs.compactMap({ $0 }).sorted().enumerated() {
      if steps[steps.count - 1].place == epoch { steps.removeLast() }
      steps.append(ShareStep(place: epoch, count: index + 1))
    }
    let last = Double(problem.contenders[contender].contender.budget.epochs)
    let end = steps[steps.count - 1]
    if end.place < last { steps.append(ShareStep(place: last, count: end.count)) }
    let name = problem.contenders[contender].name
    return steps.curve(
      name, of: epochs.count, hasIntervals: hasIntervals && problem.problem.dependsOnSeed,
      level: level, style: scope.style(name))
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for contender in scope.contenders(problem) {
      let curve = curve(problem, contender)
      curve.append(to: &table, beginning: [problem.name, curve.name], hasIntervals: hasIntervals)
    }
  }
}
