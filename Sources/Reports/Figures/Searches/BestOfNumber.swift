import Diagnostics
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics
import Tuning

/// The best value to expect of a search against its number of trials: a curve an optimizer.
///
/// It says something of searches that choose settings without looking at values (``ExpectedBest``), so that of TPE
/// only the random start of each study counts.
struct BestOfNumberContent: FigureContent, SearchFigure {
  static let name = "best_of_n"
  static let summary = "the best value to expect of a search with n trials, with intervals"
  static let options = FigureOptions()

  /// More bands hide each other.
  private static let mostBands = 3

  /// The fewest trials of an optimizer that are shown.
  var leastCount = 2

  static func asked(of keys: Keys) -> BestOfNumberContent? { BestOfNumberContent() }

  var need: String {
    "'tuning' with two trials or more that are chosen without looking at values, not all of which diverged"
  }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool {
    guard let sampler = plan.spec.tuning?.sampler else { return false }
    let blind = sampler.isAdaptive ? sampler.randomTrials ?? 0 : .max
    return min(blind, plan.trialCount(of: search)) * (plan.spec.tuning?.studies ?? 1) >= leastCount
  }

  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack? {
    lack(plan, spec, kind: Self.name, other: "")
  }

  /// Several figures of one problem show the same statistic.
  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    let isMedian = problem.subjects.contains { subject in
      problem.blindValues(subject).contains { !problem.window.holds($0) }
    }
    return problem.parts.compactMap { draft($0, isMedian: isMedian) }
  }

  private func draft(_ problem: TunedProblem, isMedian: Bool) -> FigureDraft? {
    let blind = problem.subjects.map { problem.blindValues($0) }
    let statistic: BestOfDrawsStatistic = isMedian ? .quantile(0.5) : .expectation
    let curves = zip(problem.subjects, blind).compactMap { BestOfNumberCurve($0, $1, statistic) }
      .filter { $0.values.count >= leastCount }
    guard !curves.isEmpty else { return nil }
    let spec = problem.scope.spec
    let hasBands = curves.count <= Self.mostBands
    // Most happens within the first trials.
    let scale = Axis.Scale(suiting: [1, Double(curves.map(\.values.count).max() ?? 1)])
    let content = BestOfTrials(
      curves.map { $0.curve(problem.window, hasBand: hasBands) },
      x: Axis(
        spec.x, label: "n, the number of trials", scale: scale, isWhole: scale == .linear),
      y: valueAxis(problem, curves, hasBands: hasBands))
    let shown = problem.with(curves.map(\.subject))
    return shown.draft(
      "best-of-n", [content], subject: "Best of n trials",
      findings: [
        PictureWords.Finding(parts: curves.map { $0.finding(problem.window) }, separator: ". ")
      ],
      explanation: explanation(shown, curves, isMedian: isMedian),
      table: table(shown, curves, isMedian: isMedian))
  }

  /// The axis of what is drawn: it ends not far above the curves where a band goes on beyond all measure.
  private func valueAxis(
    _ problem: TunedProblem, _ curves: [BestOfNumberCurve], hasBands: Bool
  ) -> Axis {
    let bands = hasBands ? curves.flatMap(\.intervals).flatMap { [$0.low, $0.high] } : []
    let places = (curves.flatMap(\.values) + bands).filter(problem.window.holds)
    var axis = Axis(
      problem.scope.spec.y, label: "\(problem.objective), best of n",
      scale: Axis.Scale(suiting: places))
    guard axis.upper == nil, bands.contains(where: { $0.isFinite && !problem.window.holds($0) }),
      let least = places.min(), let most = places.max()
    else { return axis }
    let end = axis.scale == .logarithmic ? 2 * most : most + (most - least) / 4
    axis.upper = min(end, problem.window.greatest ?? end)
    return axis
  }

  private func explanation(
    _ problem: TunedProblem, _ curves: [BestOfNumberCurve], isMedian: Bool
  ) -> String {
    let reason =
      if curves.contains(where: \.hasDiverged) {
        "trials diverged and count as +∞, so that the expectation (Tang et al. 2020) is infinite"
      } else if curves.contains(where: { $0.hasValue(outside: problem.window) }) {
        "values far off the others would rule the expectation (Tang et al. 2020)"
      } else {
        "with other optimizers there is no expectation (Tang et al. 2020) to compare with"
      }
    let isGone = curves.contains { $0.values.contains { !problem.window.holds($0) } }
    let statistic =
      isMedian
      ? "Median of the least value among n trials, over all ways to choose n of those made: \(reason)."
        + (isGone ? " No curve is drawn where the median is infinite or off the scale." : "")
      : "Expected least value among n trials, over all ways to choose n of those made (Tang et al. 2020)."
    let start =
      problem.blindCount.map {
        " Only the first \(counted($0, "trial")) of each search \($0 == 1 ? "counts" : "count"), drawn "
          + "before the sampler looked at any value."
      } ?? ""
    let counts = Set(curves.map(\.values.count)).sorted()
    let number = counts.map(String.init).joined(separator: " or ")
    return
      "\(statistic)\(problem.spreadWords)\(bandWords(problem, curves))\(start) As n nears the \(number) trials made, every curve comes to the best value that "
      + "was seen, which says nothing of what more trials would find. "
      + "\(problem.valueWords)\(problem.studiesWords)"
  }

  /// What the bands are, a sentence with a space before it.
  private func bandWords(_ problem: TunedProblem, _ curves: [BestOfNumberCurve]) -> String {
    let intervals = curves.flatMap(\.intervals)
    guard !intervals.isEmpty else {
      let isMany = curves.contains { $0.values.count > BestOfNumberCurve.mostResampled }
      return " There are too \(isMany ? "many" : "few") trials for intervals."
    }
    let reach = "up to a quarter of the trials; beyond it they would be too short."
    guard curves.count <= Self.mostBands else {
      return " Bootstrap intervals at 95 % are in the figure’s data, \(reach)"
    }
    let isCut = intervals.contains { !problem.window.holds($0.high) }
    return " Bands: bootstrap intervals at 95 %, \(reach)"
      + (isCut
        ? " A band that is cut off on top goes on, to +∞ where too many trials diverged." : "")
  }

  private func table(
    _ problem: TunedProblem, _ curves: [BestOfNumberCurve], isMedian: Bool
  ) -> CSVText {
    let statistic = isMedian ? "median" : "expectation"
    var table = CSVText(header: ["problem", "optimizer", "n", statistic, "low", "high"])
    for curve in curves {
      for (index, value) in curve.values.enumerated() {
        let interval = index < curve.intervals.count ? curve.intervals[index] : nil
        table.append(problem.name)
        table.append(curve.subject.name)
        table.append(index + 1)
        table.append(value)
        table.append(interval?.low)
        table.append(interval?.high)
        table.endRow()
      }
    }
    return table
  }
}

/// The best of n trials of one optimizer.
private struct BestOfNumberCurve {
  let subject: TunedSubject
  /// What is expected of the best of 1, 2, ... trials; ∞ while that diverged.
  let values: [Double]
  /// Intervals of the first quarter.
  let intervals: [Interval]
  /// The value of each trial.
  private let trials: [Double]

  /// Whether a trial diverged.
  var hasDiverged: Bool { trials.contains { !$0.isFinite } }

  /// Whether a trial that did not diverge has no place.
  func hasValue(outside window: ValueWindow) -> Bool {
    trials.contains { $0.isFinite && !window.holds($0) }
  }

  /// Nil where nothing finite is expected.
  init?(_ subject: TunedSubject, _ trials: [Double], _ statistic: BestOfDrawsStatistic) {
    guard let best = ExpectedBest(trials) else { return nil }
    self.subject = subject
    self.trials = trials
    values =
      switch statistic {
      case .expectation: best.expectations
      case .quantile(let probability): best.quantiles(probability)
      }
    guard values.contains(where: \.isFinite) else { return nil }
    let quarter = best.count / 4
    intervals =
      quarter == 0 || best.count > Self.mostResampled
      ? []
      : Array(
        best.intervals(of: statistic, resampleCount: Self.resampleCount(best.count)).prefix(quarter)
      )
  }

  /// The most trials that are drawn again and again: those of one search. Several studies may have a hundred times as
  /// many, which would take minutes and gigabytes.
  static let mostResampled = 10_000

  /// Fewer resamples of very many trials: they take time and memory, and a band is not read to a hundredth.
  private static func resampleCount(_ count: Int) -> Int {
    min(2000, max(400, 2_000_000 / count))
  }

  func curve(_ window: ValueWindow, hasBand: Bool) -> BestOfTrials.Curve {
    let shown = hasBand ? intervals : []
    return BestOfTrials.Curve(
      subject.name, values: values.map(window.place),
      lower: shown.map { $0.low.isFinite ? $0.low : .nan }, upper: shown.map(\.high),
      style: subject.style)
  }

  /// What is expected of the fewest trials of which that has a place, and of all.
  func finding(_ window: ValueWindow) -> String {
    let first = values.firstIndex(where: window.holds) ?? values.firstIndex(where: \.isFinite) ?? 0
    return
      "\(subject.name): \(NumberText.significant(values[first], 3)) with \(counted(first + 1, "trial")), "
      + "\(NumberText.significant(values[values.count - 1], 3)) with \(values.count)"
  }
}

extension TunedProblem {
  /// How many trials of each search are chosen without looking at values; nil where all are.
  fileprivate var blindCount: Int? {
    guard let sampler = plan.spec.tuning?.sampler, sampler.isAdaptive else { return nil }
    let random = sampler.randomTrials ?? 0
    let longest = subjects.flatMap(\.studies).map(\.trials.count).max() ?? 0
    return longest > random ? random : nil
  }

  /// That n of the trials made do not lie as those of a search with n trials would, a sentence with a space before it;
  /// "" where they do.
  fileprivate var spreadWords: String {
    switch plan.spec.tuning?.sampler.kind.name {
    case SamplerKind.grid.name:
      " The n trials are drawn at random, where a grid of n points would be even."
    case SamplerKind.halton.name:
      " The n trials are drawn at random, where a Halton sequence of n points would be more even."
    default: ""
    }
  }

  /// The values of these trials.
  fileprivate func blindValues(_ subject: TunedSubject) -> [Double] {
    subject.studies.flatMap { $0.trials.prefix(blindCount ?? .max).map(\.value) }
  }
}
