import Plotting
import SpecLanguage
import Training

/// Median and band of a loss over the seeds.
struct LossCurvesContent: FigureContent {
  static let name = "loss_curves"
  static let summary = "losses over the seeds, median and band"
  static let options = FigureOptions()
  /// The losses that curves record, in the order of their panels.
  static let losses: [WatchedLoss] = [.training, .validation]

  /// The loss; nil for all of them side by side.
  var loss: WatchedLoss?
  /// What the loss is drawn against.
  var abscissa = Abscissa.epoch
  /// The probabilities of the band's edges.
  var band = ProbabilityBand(lower: 0.25, upper: 0.75)
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
    let band = keys.optional(
      "band", ProbabilityBand.shape, default: content.band.literal,
      "probabilities of the band's edges")
    let showsSeeds = keys.optional(
      "seeds", .flag,
      "whether each seed is drawn too; by default where final training losses are of two kinds")
    guard let abscissa, let band else { return nil }
    content.abscissa = abscissa
    content.band = band
    content.showsSeeds = showsSeeds
    return content
  }

  var need: String { "a problem with this loss, for validation one with validation rows" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] { LossFigure.drafts(self, scope) }
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

  /// The band as a spec writes it.
  var literal: JSONLiteral { [.number(lower), .number(upper)] }
}
