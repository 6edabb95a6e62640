import Analysis
import Diagnostics
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics

/// The share of problems and seeds on which each optimizer is nearly the fastest.
struct PerformanceProfileContent: FigureContent {
  static let name = "performance_profile"
  static let summary = "share of problems and seeds solved within a factor of the fastest"
  static let options = FigureOptions(yEnds: Profile.shares)
  /// Whether shares have intervals; nil for intervals where they are narrow and few.
  var hasIntervals: Bool?
  /// Their level.
  var level = BandLevel.usual

  static func asked(of keys: Keys) -> PerformanceProfileContent? {
    let asked = ShareStep.askedIntervals(of: keys)
    return PerformanceProfileContent(hasIntervals: asked.hasIntervals, level: asked.level)
  }

  var need: String { "a problem whose target a run reached" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    [PerformanceProfiles(scope: scope, intervals: hasIntervals, level: level)?.draft].compactMap {
      $0
    }
  }
}

/// The share of problems and seeds on which each optimizer reaches the first target within a factor
/// of the fastest one's epochs.
struct PerformanceProfiles {
  /// The fewest problems that are resampled: of fewer, which can all be the same one in a resample, bands
  /// would be as high as the panel and say nothing. Those of seeds alone are drawn, as rliable does (Agarwal
  /// et al. 2021), and the table has both.
  private static let fewestProblems = 5

  private let scope: FigureScope
  private let problems: [ProblemComparison]
  private let ratios: PerformanceRatios
  private let hasIntervals: Bool
  /// Whether the drawn intervals are over resamples of the problems, too.
  private let resamplesProblems: Bool
  private let level: Double
  private let names: [String]

  /// The profiles of the problems and optimizers that a spec names; nil where nobody arrived.
  init?(scope: FigureScope, intervals: Bool?, level: Double) {
    let problems = scope.problems.filter(\.hasComparableTimes)
    let names = scope.names(onAll: problems)
    ratios = PerformanceRatios(
      times: problems.map { problem in
        names.map { name in
          problem.position(of: name).flatMap {
            problem.contenders[$0].observations[problem.answerTime]?.values
          } ?? []
        }
      }, sources: problems.sources)
    self.names = names
    guard ratios.isSolved else { return nil }
    self.scope = scope
    self.level = level
    resamplesProblems = ratios.problemCount >= Self.fewestProblems
    // Where nothing depends on the seed every resample of the same problems is the same.
    let hasChance = resamplesProblems || problems.contains { $0.problem.dependsOnSeed }
    hasIntervals = hasChance && (intervals ?? (names.count <= 5 && resamplesProblems))
    self.problems = problems
  }

  var draft: FigureDraft {
    var profile = Profile.performance(names.indices.map(curve))
    profile.x = Axis(
      scope.spec.x, label: "epochs to target, × the fastest", scale: .logarithmic)
    profile.x.lower = profile.x.lower ?? 1
    profile.y.label = "share of problems and seeds"
    profile.y = profile.y.overridden(by: scope.spec.y)
    let figure = Figure(
      id: "", profile, style: scope.spec.look.figureStyle(narrow: 5.5),
      width: scope.spec.look.chosenWidth)
    let only = problems.count == 1 ? problems[0].problem.spec.name : ""
    return FigureDraft(
      prefix: "performance", name: only, problem: nil, figure: figure, words: words,
      caption: caption, data: data)
  }

  /// Beyond the last rise all curves go on for a little, so that it is seen.
  private func curve(_ index: Int) -> Profile.Curve {
    let factors = ratios.factors(of: index)
    let bands = hasIntervals ? bands(index, resamplesProblems: resamplesProblems) : []
    let shares = factors.map { ratios.share(of: index, within: $0) }
    return Profile.Curve(
      names[index], x: factors + [max(ratios.greatest * 1.1, 1.5)],
      share: shares + shares.suffix(1), lower: bands.map(\.low) + bands.suffix(1).map(\.low),
      upper: bands.map(\.high) + bands.suffix(1).map(\.high), style: scope.style(names[index]),
      endNote: shares.last.map { NumberText.fixed($0, decimals: 2) })
  }

  private func bands(_ index: Int, resamplesProblems: Bool) -> [Interval] {
    ratios.bands(
      of: index, at: ratios.factors(of: index), level: level, resamplesProblems: resamplesProblems)
  }

  private var caption: [Inline] {
    let count = ratios.problemCount
    let few =
      count < Self.fewestProblems
      ? " \(count == 1 ? "One problem is" : "\(count) problems are") no sample of problems: elsewhere "
        + "the order may be another." : ""
    let shared = count < problems.count ? " Problems on the same rows count as one." : ""
    let form = BandForm(curves: names.count)
    let bands =
      hasIntervals
      ? " \(form == .filled ? "Bands" : "Whiskers at a few factors"): \(BandLevel.words(level)), over resamples "
        + "of the \(resamplesProblems ? "problems and of the " : "")seeds within each"
        + (resamplesProblems
          ? "."
          : " problem (Agarwal et al. 2021): what other seeds would change and not what other problems "
            + "would, for which the data have wider ones.")
      : ""
    return ["Performance profile on "] + .names(problems.map(\.problem.spec.name)) + [
      .text(
        ": the share of problems and seeds, every problem counting the same, on which an optimizer "
          + "reaches the target within a factor of the epochs of the fastest optimizer of that problem "
          + "and seed (Dolan and Moré 2002). At factor 1: how often it is the fastest; a curve that stays "
          + "below 1 missed the target elsewhere. Area from factor 1 to 4 (AlgoPerf’s score): "
          + scores + "." + shared + bands + few + unsolved + coincidences + " "
          + scope.failures(problems))
    ]
  }

  /// How many pairs of problem and seed nobody solved, a sentence with a space before it.
  private var unsolved: String {
    let (count, all) = (ratios.unsolvedCount, ratios.pairCount)
    if count == 0 {
      return " Each of the \(counted(all, "pair")) of problem and seed was solved by someone."
    }
    return
      " \(grouped(count)) of the \(counted(all, "pair")) of problem and seed \(count == 1 ? "was" : "were") "
      + "solved by nobody."
  }

  private var coincidences: String {
    let curves = names.indices.map(curve)
    return Coincidence.words([
      ("", Coincidence.groups(curves.map { ($0.name, $0.x, $0.share) }, on: .linear))
    ])
  }

  /// "0.91 (Adam), 0.85 (Nadam)", the best first.
  private var scores: String {
    let scores = names.indices.map { ratios.score(of: $0) }
    let order = bestFirst
    // Of many the best: the table has the others.
    let shown = order.count > 4 ? order.prefix(3) : order[...]
    return shown.map { "\(NumberText.fixed(scores[$0], decimals: 2)) (\(names[$0]))" }
      .joined(separator: ", ")
      + (shown.count < order.count ? ", then \(order.count - shown.count) others" : "")
  }

  /// The positions of the optimizers by the area under their curves.
  private var bestFirst: [Int] {
    let scores = names.indices.map { ratios.score(of: $0) }
    return names.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
  }

  private var words: PictureWords {
    let parts = bestFirst.map { index in
      let first = NumberText.fixed(ratios.share(of: index, within: 1), decimals: 2)
      let last = NumberText.fixed(
        ratios.share(of: index, within: .greatestFiniteMagnitude), decimals: 2)
      return "\(names[index]) is fastest on \(first) and arrives on \(last)"
    }
    return PictureWords(
      subject: "Performance profile over "
        + (problems.count == 1 ? "one problem" : "\(problems.count) problems"),
      findings: [PictureWords.Finding(opening: "As shares, ", parts: parts)])
  }

  private var data: [UInt8] {
    let hasBoth = hasIntervals && !resamplesProblems && ratios.problemCount > 1
    var table = CSVText(
      header: ["optimizer", "factor"] + ShareStep.columns(hasIntervals: hasIntervals)
        + (hasBoth ? ["low_other_problems", "high_other_problems"] : []))
    for (index, name) in names.enumerated() {
      let wide = hasBoth ? bands(index, resamplesProblems: true) : []
      curve(index).append(
        to: &table, beginning: [name], hasIntervals: hasIntervals,
        wide: wide + wide.suffix(1))
    }
    return table.bytes
  }
}
