import Plotting
import SpecLanguage

/// What a spec says of a figure of any kind.
struct FigureSpec: Hashable, Sendable {
  /// The name of its files; nil: made from its kind and problems.
  var id: String?
  /// The problems it shows, by position in the spec; nil for all that it can show.
  var problems: [Int]?
  /// The optimizers it shows, by position in the spec; nil for all.
  var optimizers: [Int]?
  /// The horizontal axis.
  var x = AxisSpec()
  /// The vertical axis.
  var y = AxisSpec()
  /// A heading over the figure.
  var title: String?
  /// What stands below it instead of the words that the tool finds; plain text with placeholders.
  var caption: AuthoredText?
  /// Where the names of the curves go.
  var legend = LegendPolicy.automatic
  /// How it looks.
  var look = FigureLook()
}

extension FigureSpec {
  /// Asks for what figures with these options can be told.
  static func asked(of keys: Keys, _ options: FigureOptions) -> FigureSpec {
    var spec = FigureSpec()
    spec.id = keys.id(of: "figure", "name of its files")
    if options.showsRuns {
      spec.problems = keys.problems()
      spec.optimizers = keys.optimizers()
    }
    spec.x = AxisSpec.asked(of: keys, "x", options.x)
    spec.y = AxisSpec.asked(of: keys, "y", options.y)
    spec.title = keys.optional("title", .label, "heading over the figure")
    spec.caption = keys.optional("caption", .plainText, "text below the figure")
    if options.hasLegend {
      let standard = LegendPolicy.automatic
      spec.legend =
        keys.optional("legend", .choice(), default: .text(standard.rawValue), "place of the names")
        ?? standard
    }
    spec.look = FigureLook.asked(of: keys)
    return spec
  }
}
