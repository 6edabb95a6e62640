import Experiments
import SpecLanguage

/// What a kind of figure shows of the searches of the experiment.
protocol SearchFigure: Hashable, Sendable {
  /// Whether a figure can have several panels, which can stand in other ways.
  static var hasPanels: Bool { get }
  /// Asks for what only figures of this kind can be told of searches.
  static func asked(of keys: Keys) -> Self?
  /// What there must be for such a figure, to follow "it needs".
  var need: String { get }
  /// Whether it can show a search, as far as that is known before any trial.
  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool
  /// The figures of one problem; none where there is nothing to show.
  func drafts(_ problem: TunedProblem) -> [FigureDraft]
  /// The figures of several problems.
  func drafts(_ problems: [TunedProblem]) -> [FigureDraft]
}

extension SearchFigure {
  static var hasPanels: Bool { false }
  var need: String { "'tuning', and optimizers that are tuned" }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool { true }

  func drafts(_ problems: [TunedProblem]) -> [FigureDraft] { problems.flatMap(drafts) }

  /// The figures of all searches that `scope` asks for.
  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    drafts(TunedProblem.all(scope) { canShow($0, of: scope.comparison.plan) })
  }

  /// What a spec lacks for such a figure, in words that end with where else the numbers could come from; nil for
  /// nothing.
  ///
  /// - Parameter other: what else would do, to follow the help; "" for nothing.
  func lack(_ plan: Plan, _ spec: FigureSpec, kind: String, other: String) -> FigureLack? {
    guard plan.spec.tuning != nil else {
      return FigureLack(
        message: "'\(kind)' shows searches, but nothing is tuned here",
        help: "it needs \(need): add 'tuning' to the spec\(other)")
    }
    let shown = plan.searches.filter { spec.shows($0, of: plan) }
    guard !shown.isEmpty else {
      let names = plan.spec.optimizers.filter { $0.tuned != nil }.map { $0.name.quoted }
      return FigureLack(
        message: "'\(kind)' shows searches, but none of these optimizers is tuned",
        help: "choose some that are: \(names.prefix(4).joined(separator: ", "))")
    }
    guard !shown.contains(where: { canShow($0, of: plan) }) else { return nil }
    return FigureLack(
      message: "'\(kind)' can show none of the searches", help: "it needs \(need)\(other)")
  }
}

extension FigureSpec {
  /// Whether a figure shows a search: that of an optimizer is chosen by either name, that of the tuned form or that
  /// of the optimizer as it was given.
  func shows(_ search: PlannedSearch, of plan: Plan) -> Bool {
    if let problems, !problems.contains(search.problem) { return false }
    guard let optimizers else { return true }
    let position = plan.problems[search.problem].contenders[search.contender].optimizer
    let base = plan.spec.optimizers[position].tuned?.base
    return optimizers.contains(position) || base.map { optimizers.contains($0) } ?? false
  }
}

/// What a spec lacks for a figure that it asks for.
struct FigureLack {
  /// What is wrong.
  let message: String
  /// What would help.
  let help: String
  /// The key that it is about; nil for the figure as a whole.
  var key: String?
}
