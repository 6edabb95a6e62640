import Kernels
import Plotting
import SpecLanguage

/// A kind of figure of numbers that the spec itself gives.
protocol GivenFigure: FigureContent {
  /// What the key `values` may be.
  static var shape: Shape<Self> { get }
  /// An example of them, as a spec writes it.
  static var exampleValues: String { get }
  /// The kind of panel.
  associatedtype Content: FigureKind
  /// What the name of its files begins with.
  static var prefix: String { get }
  /// The panel.
  func content(_ spec: FigureSpec) -> Content
  /// What it shows: one or more sentences.
  func explanation(_ spec: FigureSpec) -> String
  /// What it shows in a few words, without a full stop, and what is seen, the most telling first.
  func words(_ spec: FigureSpec) -> PictureWords
  /// Whether the spec gives the numbers of the first and the last colour.
  var hasGivenColors: Bool { get }
  /// Exactly the numbers that it draws.
  var table: CSVText { get }
  /// How many inches wide it is on a screen; nil for as wide as the page.
  static var screenWidth: Double? { get }
  /// Where names go unless the spec says it.
  static var legend: LegendPolicy { get }
}

extension FigureOptions {
  /// Those of a figure that shows no runs.
  static func given(
    x: AxisChoice = .all, y: AxisChoice = .all, hasLegend: Bool = false, hasPlaces: Bool = true,
    isSquare: Bool = false
  ) -> FigureOptions {
    FigureOptions(
      showsRuns: false, x: x, y: y, hasLegend: hasLegend, hasPlaces: hasPlaces,
      isSquare: isSquare)
  }
}

extension GivenFigure {
  static var screenWidth: Double? { 5.5 }
  /// With one series, most need no legend.
  static var legend: LegendPolicy { .none }
  var hasGivenColors: Bool { false }

  static func asked(of keys: Keys) -> Self? {
    keys.required("values", shape, "numbers that it shows")
  }

  var need: String { "'values'" }

  static var example: String { #"{ "figure": "\#(name)", "values": \#(exampleValues) }"# }

  /// The one figure.
  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    let spec = scope.spec
    let text = explanation(spec)
    let figure = Figure(
      id: "", content(spec), legend: Self.legend,
      style: spec.look.figureStyle(narrow: Self.screenWidth),
      width: spec.look.chosenWidth)
    var words = words(spec)
    words.whole = text
    return [
      FigureDraft(
        prefix: Self.prefix, name: "", problem: nil, figure: figure, words: words,
        caption: [
          .text("\(text) The numbers were given in the spec; no run was needed for them.")
        ], data: table.bytes, hasGivenColors: hasGivenColors)
    ]
  }
}

extension Axis.Scale {
  /// The scale that suits given numbers: logarithmic where all are above 0 and the greatest is at
  /// least ten times the least.
  init(suiting numbers: [Double]) {
    let least = numbers.min() ?? 0
    self = least > 0 && (numbers.max() ?? 0) / 10 >= least ? .logarithmic : .linear
  }
}

extension NumberText {
  /// The least and the greatest of some numbers, as "0.5 to 3".
  static func range(_ numbers: [Double]) -> String {
    guard let least = numbers.min(), let greatest = numbers.max() else { return "none" }
    let ends = (significant(least, 3), significant(greatest, 3))
    return ends.0 == ends.1 ? ends.0 : "\(ends.0) to \(ends.1)"
  }
}
