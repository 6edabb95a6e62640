import Analysis
import Experiments
import Plotting
import SpecLanguage

/// What a figure shows, with what only figures of its kind can be told: the one definition of a kind
/// of figure, from which the spec's keys, help, errors and the report follow.
protocol FigureContent: Hashable, Sendable {
  /// The name of the kind in a spec.
  static var name: String { get }
  /// What it shows, in a line.
  static var summary: String { get }
  /// What a spec can say of any figure and means something for this kind.
  static var options: FigureOptions { get }
  /// The same where the spec has already said something.
  static func options(_ keys: Keys) -> FigureOptions
  /// Asks for what only figures of this kind can be told.
  static func asked(of keys: Keys) -> Self?
  /// The shortest cell of a spec that shows one.
  static var example: String { get }
  /// What there must be for such a figure, to follow "it needs".
  var need: String { get }
  /// What a plan lacks for such a figure, as far as that is known before any run; nil for nothing.
  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack?
  /// The figures: several where one would be too full, none where there is nothing to show.
  func drafts(_ scope: FigureScope) -> [FigureDraft]
}

extension FigureContent {
  static var example: String { #"{ "figure": "\#(name)" }"# }

  static func options(_ keys: Keys) -> FigureOptions { options }

  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack? { nil }

  /// The name of the kind in a spec.
  var kindName: String { Self.name }
}

/// What a spec can say of any figure, as far as it means something for a kind.
struct FigureOptions: Sendable {
  /// Whether it shows runs, which the spec can choose from, and not numbers of the spec.
  var showsRuns = true
  /// What can be said of its axes.
  var x = AxisChoice.all
  var y = AxisChoice.all
  /// Whether it can have several panels, which can stand in other ways.
  var hasPanels = false
  /// Whether its curves need names; other marks have theirs beside them.
  var hasLegend = true
  /// Whether both axes have numbers, at which an author can draw by hand.
  var hasPlaces = true
  /// The ends of the vertical axis where they do not depend on the data, unless the spec gives others.
  var yEnds: ClosedRange<Double>?
  /// Whether the vertical axis has the limits of the horizontal one.
  var isSquare = false
}

extension Quantity {
  /// The quantities that a figure of one quantity can show.
  static let shown: [Quantity] = [
    .trainLoss, .validationLoss, .testLoss, .testMetric, .bestValidationLoss, .epochsToTarget,
    .basinWidth,
  ]

  /// Asks which quantity a figure shows.
  static func asked(of keys: Keys, default standard: Quantity) -> Quantity? {
    keys.optional(
      "quantity", .choice(shown.map { ($0.rawValue, $0) }, of: "quantity"),
      default: .text(standard.rawValue), "quantity that it shows")
  }

  /// Its name at the start of a sentence.
  var heading: String {
    let words = rawValue.replacing("_", with: " ").replacing("train ", with: "training ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
