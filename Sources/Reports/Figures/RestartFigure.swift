import Analysis
import Kernels
import Plotting
import SpecLanguage

/// The share of targets reached over all problems, by epochs, with simulated restarts.
struct RestartContent: FigureContent {
  static let name = "ecdf"
  static let summary = "share of all problems' targets reached, by epoch, with simulated restarts"
  static let options = FigureOptions(yEnds: Profile.shares)

  static func asked(of keys: Keys) -> RestartContent? { RestartContent() }

  var need: String { "a problem with a target that a run reached after its start" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    [RestartFigure(scope: scope)?.draft].compactMap { $0 }
  }
}

/// The share of targets that each optimizer has reached after so many epochs (COCO).
struct RestartFigure {
  /// By how much a share rises at least from one place that is drawn to the next: less is not seen.
  private static let leastRise = 0.005

  private let scope: FigureScope
  private let problems: [ProblemComparison]
  private let names: [String]
  private let profiles: RestartProfiles

  /// The shares on the problems and of the optimizers that a spec names; nil where nobody arrived.
  init?(scope: FigureScope) {
    self.scope = scope
    problems = scope.problems.filter { $0.hasComparableTimes && !$0.restartTargets.isEmpty }
    names = scope.names(onAll: problems)
    profiles = RestartProfiles(problems, names: names)
    guard profiles.curves.contains(where: { !$0.isEmpty }) else { return nil }
  }

  var draft: FigureDraft {
    let curves = names.indices.map(curve)
    let label = "epochs, with restarts"
    let profile = Profile(
      curves, x: Axis(scope.spec.x, label: label, scale: .logarithmic, isWhole: true),
      y: Axis(
        "share of targets reached", lower: Profile.shares.lowerBound,
        upper: Profile.shares.upperBound
      ).overridden(by: scope.spec.y))
    let figure = Figure(
      id: "", profile, style: scope.spec.look.figureStyle(narrow: 5.5),
      width: scope.spec.look.chosenWidth)
    var table = CSVText(header: ["optimizer", "epochs"] + ShareStep.columns(hasIntervals: false))
    for (name, curve) in zip(names, curves) {
      curve.append(to: &table, beginning: [name], hasIntervals: false)
    }
    return FigureDraft(
      prefix: "ecdf", name: problems.count == 1 ? problems[0].name : "", problem: nil,
      figure: figure, words: words, caption: caption, data: table.bytes)
  }

  /// The places where the share has risen enough to be seen, from none at the first arrival of anyone to
  /// a little beyond the last.
  private func curve(_ index: Int) -> Profile.Curve {
    let all = profiles.curves.joined().map { max(1, $0.epochs) }
    var (x, shares) = ([max(1, (all.min() ?? 1) * 0.9)], [0.0])
    let steps = profiles.curves[index]
    for (place, step) in steps.enumerated() {
      let isLast = place == steps.count - 1
      guard isLast || step.share - shares[shares.count - 1] >= Self.leastRise else { continue }
      x.append(max(1, step.epochs))
      shares.append(step.share)
    }
    x.append((all.max() ?? 1) * 1.1)
    shares.append(shares[shares.count - 1])
    return Profile.Curve(
      names[index], x: x, share: shares, style: scope.style(names[index]),
      endNote: shares.last.map { NumberText.fixed($0, decimals: 2) })
  }

  private var caption: [Inline] {
    let shared =
      problems.sources.count < problems.count ? " Problems on the same rows count as one." : ""
    return ["Share of targets reached by the epochs spent, on "] + .names(problems.map(\.name)) + [
      .text(
        ": over \(targets) of each problem and \(grouped(RestartProfiles.runCount)) or "
          + "more simulated runs to each, every problem counting the same.\(shared) A run that missed or "
          + "diverged is followed by another one of the optimizer’s, drawn at random, and its epochs are "
          + "added, until one arrives (COCO; Hansen et al. 2021). Beyond \(budgets) only restarts count; a "
          + "curve ends below 1 where no run of the optimizer reached a target. "
          + scope.failures(problems.map { $0 }))
    ]
  }

  /// "the 3 targets".
  private var targets: String {
    let counts = Set(problems.map(\.restartTargets.count))
    guard counts.count == 1, let count = counts.first else { return "the targets" }
    return count == 1 ? "the target" : "the \(count) targets"
  }

  /// "100 epochs, the budget", "50 to 200 epochs, the budgets".
  private var budgets: String {
    let budgets = problems.map(\.problem.spec.budget.epochs)
    guard let least = budgets.min(), let most = budgets.max(), least < most else {
      return "\(budgets.first ?? 0) epochs, the budget,"
    }
    return "\(least) to \(most) epochs, the budgets,"
  }

  private var words: PictureWords {
    let shares = names.indices.map { profiles.curves[$0].last?.share ?? 0 }
    let order = names.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }
    let parts = order.map { index -> String in
      let last = profiles.curves[index].last?.share ?? 0
      let half = profiles.curves[index].first { $0.share >= 0.5 }
      return "\(names[index]) reaches \(NumberText.fixed(last, decimals: 2))"
        + (half.map { " (half by epoch \(NumberText.count($0.epochs)))" } ?? "")
    }
    return PictureWords(
      subject: "Share of targets reached by epochs with simulated restarts over "
        + (problems.count == 1 ? "one problem" : "\(problems.count) problems"),
      findings: [PictureWords.Finding(opening: "The most first: ", parts: parts)])
  }
}
