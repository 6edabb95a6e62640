import Experiments
import Plotting
import SpecLanguage
import Training

/// Median and band of a loss over the seeds.
struct LossCurvesContent: FigureContent {
  static let name = "loss_curves"
  static let summary = "losses over the seeds, median and band"
  static let options = FigureOptions(hasPanels: true)
  /// The losses that curves record, in the order of their panels.
  static let losses: [WatchedLoss] = [.training, .validation]

  /// The loss; nil for all of them side by side.
  var loss: WatchedLoss?
  /// What the loss is drawn against.
  var abscissa = Abscissa.epoch
  /// The same in other units, above the panels; nil for none.
  var secondAbscissa: Abscissa?
  /// What is shown of the seeds.
  var statistic = ShownStatistic.median
  /// The probabilities of the band's edges.
  var band = ProbabilityBand(lower: 0.25, upper: 0.75)
  /// A line at the loss to be reached.
  var target: TargetLine?
  /// Whether every seed is drawn as a faint curve; nil: of those whose outcomes are of two kinds.
  var showsSeeds: Bool?
  /// Which of a problem's optimizers it shows, where the report has chosen some.
  var selection: CurveSelection?

  static func asked(of keys: Keys) -> LossCurvesContent? {
    var content = LossCurvesContent()
    content.loss = keys.optional(
      "quantity", .choice(losses.map { ($0.rawValue, $0) }, of: "quantity"),
      "loss; by default training and validation side by side")
    let abscissa: Abscissa? = keys.optional(
      "x", .choice(), default: .text(content.abscissa.rawValue), "what the loss is drawn against")
    content.secondAbscissa = keys.optional(
      "second_x", .choice(), "what a second horizontal axis above the panels shows")
    let statistic = ShownStatistic.asked(of: keys)
    let band = ProbabilityBand.asked(of: keys, default: content.band, beside: statistic)
    content.target = TargetLine.asked(of: keys)
    let showsSeeds = keys.optional(
      "seeds", .flag,
      "whether each seed is drawn too; by default where final training losses are of two kinds")
    guard let abscissa, let band, let statistic else { return nil }
    content.statistic = statistic
    content.abscissa = abscissa
    content.band = band
    content.showsSeeds = showsSeeds
    if content.secondAbscissa == abscissa {
      keys.fault(
        at: "second_x", "both horizontal axes would show '\(abscissa.rawValue)'",
        "choose another unit, or leave 'second_x' out")
    }
    if content.target == .problem, content.loss == .validation {
      keys.fault(
        at: "target", "targets of problems are training losses, but 'quantity' is validation_loss",
        "give a number")
    }
    return content
  }

  var need: String { "a problem with this loss, for validation one with validation rows" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] { LossFigure.drafts(self, scope) }

  /// An epoch must be the same number of steps for all of a panel, or no axis could be true.
  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack? {
    let abscissas = [("x", abscissa), ("second_x", secondAbscissa ?? abscissa)]
    guard let key = abscissas.first(where: { $0.1 == .step })?.0 else { return nil }
    let problems = (spec.problems ?? Array(plan.problems.indices)).map { plan.problems[$0] }
    let uneven = problems.first { problem in
      problem.contenders.contains { contender in
        let isShown = spec.optimizers?.contains(contender.optimizer) ?? true
        return isShown && contender.space?.keys.contains { $0.name == Self.batchKey } ?? false
      }
    }
    return uneven.map { problem in
      FigureLack(
        message: "on \(problem.spec.name.quoted) an epoch is not the same number of steps for all: "
          + "batch sizes are tuned",
        help: "choose epochs or gradient evaluations, or optimizers whose batch size is not tuned",
        key: key)
    }
  }

  /// What a search space calls the batch size.
  private static let batchKey = "batch_size"
}

/// Some of a problem's optimizers, as a caption and a file name them.
struct CurveSelection: Hashable, Sendable {
  /// Which these are, to follow "on" and the problem.
  var words: String
  /// What the name of the files ends with.
  var name: String
}

/// What a curve is drawn against.
enum Abscissa: String, Hashable, Sendable, CaseIterable {
  /// Passes over the training set.
  case epoch
  /// Updates.
  case step
  /// Gradients of single examples.
  case gradientEvaluations = "gradient_evaluations"

  /// What it is called on an axis and in running text.
  var label: String {
    switch self {
    case .epoch: "epoch"
    case .step: "step"
    case .gradientEvaluations: "gradient evaluations"
    }
  }
}

/// The probabilities of a band's edges.
struct ProbabilityBand: Hashable, Sendable {
  /// That of the lower edge, in [0, 1].
  var lower: Double
  /// That of the upper edge, in (lower, 1].
  var upper: Double

  /// Two probabilities, the lower one first.
  static let shape = Shape<[Double]>.risingPair(
    of: .number(NumberDomain(lower: 0, upper: 1)), "probabilities"
  ).map { ProbabilityBand(lower: $0[0], upper: $0[1]) }

  /// Asks for the band, by its edges or by its level.
  static func asked(
    of keys: Keys, default standard: ProbabilityBand, beside statistic: ShownStatistic?
  ) -> ProbabilityBand? {
    let band = keys.optional(
      "band", shape, default: standard.literal, "probabilities of the band's edges")
    let level = BandLevel.asked(
      of: keys, "share of the seeds that the band holds, in the place of 'band'")
    if level != nil, keys.has("band") {
      keys.fault(at: "level", "'band' and 'level' exclude each other", "give one of them")
    }
    if statistic == .meanAndDeviation {
      for key in ["band", "level"] where keys.has(key) {
        keys.fault(
          at: key, "'\(key)' is for quantiles, but 'statistic' is mean_sd", "leave one of them out")
      }
    }
    return level.map { ProbabilityBand(lower: (1 - $0) / 2, upper: (1 + $0) / 2) } ?? band
  }

  /// The band as a spec writes it.
  var literal: JSONLiteral { [.number(lower), .number(upper)] }
}
