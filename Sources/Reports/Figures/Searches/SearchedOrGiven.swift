import Experiments
import SpecLanguage

/// A kind of figure whose numbers come from the searches of the experiment, or from the spec: such as those of a
/// search that was made elsewhere.
enum SearchedOrGiven<Searched: SearchFigure, Given: GivenFigure>: FigureContent {
  /// What the searches of the experiment found.
  case searched(Searched)
  /// Numbers of the spec.
  case given(Given)

  static var name: String { Given.name }
  static var summary: String { Given.summary }
  /// That of numbers: without them the kind alone will do.
  static var example: String { Given.example }

  static var options: FigureOptions {
    var options = Given.options
    options.showsRuns = true
    options.hasPanels = Searched.hasPanels
    return options
  }

  static func options(_ keys: Keys) -> FigureOptions {
    keys.has("values") ? Given.options : options
  }

  static func asked(of keys: Keys) -> Self? {
    let given = keys.optional(
      "values", Given.shape, "numbers that it shows; by default those of the searches")
    if keys.has("values") { return given.map { .given($0) } }
    return Searched.asked(of: keys).map { .searched($0) }
  }

  var need: String {
    switch self {
    case .searched(let content): content.need
    case .given(let content): content.need
    }
  }

  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack? {
    guard case .searched(let content) = self else { return nil }
    return content.lack(plan, spec, kind: Self.name, other: ", or give the numbers as 'values'")
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    switch self {
    case .searched(let content): content.drafts(scope)
    case .given(let content): content.drafts(scope)
    }
  }
}
