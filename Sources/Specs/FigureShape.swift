import Diagnostics
import SpecLanguage

extension FigureSpec {
  /// A kind of figure in a spec.
  private struct Kind: Sendable {
    /// Whether it shows runs, which the spec can choose from, and not numbers of the spec.
    var showsRuns = true
    /// What can be said of its axes.
    var x = AxisChoice.all, y = AxisChoice.all
    /// Whether its curves need names; other marks have theirs beside them.
    var hasLegend = true
    /// Asks for its content.
    var content: @Sendable (Keys) -> FigureContent?

    /// A kind that shows a quantity of the runs.
    static func quantity(
      _ standard: FigureQuantity, x: AxisChoice = .all, y: AxisChoice = .all,
      hasLegend: Bool = false,
      _ content: @escaping @Sendable (FigureQuantity) -> FigureContent
    ) -> Kind {
      Kind(x: x, y: y, hasLegend: hasLegend) { keys in
        keys.optional(
          "quantity", .choice(of: "quantity"), default: .text(standard.rawValue),
          "quantity that it shows"
        ).map(content)
      }
    }

    /// A kind that shows shares of runs.
    static func profile(_ content: @escaping @Sendable (Bool?) -> FigureContent) -> Kind {
      Kind { keys in
        content(
          keys.optional(
            "intervals", .flag,
            "whether each share has its interval at 95 %; by default up to 5 curves of 30 runs or more"
          ))
      }
    }

    /// A kind that shows numbers of the spec.
    static func given<Numbers>(
      _ shape: Shape<Numbers>, x: AxisChoice = .all, y: AxisChoice = .all,
      hasLegend: Bool = false, _ content: @escaping @Sendable (Numbers) -> FigureContent
    ) -> Kind {
      Kind(showsRuns: false, x: x, y: y, hasLegend: hasLegend) { keys in
        keys.required("values", shape, "numbers that it shows").map(content)
      }
    }
  }

  /// The kinds of figure by their names.
  private static let kinds: [(name: String, value: Kind)] = [
    ("loss_curves", Kind { LossCurvesContent.asked(of: $0).map { .lossCurves($0) } }),
    ("time_to_target", .profile { .timeToTarget(hasIntervals: $0) }),
    (
      "box_strip",
      .quantity(
        .testMetric, x: .label(of: "the optimizers' axis"),
        y: AxisChoice(name: "the quantity's axis, upright or not")
      ) { .boxStrip(quantity: $0) }
    ),
    ("sensitivity", .quantity(.validationLoss, hasLegend: true) { .sensitivity(quantity: $0) }),
    ("forest", .quantity(.epochsToTarget, y: .nothing) { .forest(quantity: $0) }),
    ("contour", Kind { _ in .contour }),
    ("effective_step", Kind { _ in .effectiveStep }),
    ("performance_profile", .profile { .performanceProfile(hasIntervals: $0) }),
    (
      "critical_difference",
      .quantity(.trainLoss, x: .label(of: "the ranks' axis"), y: .nothing) {
        .criticalDifference(quantity: $0)
      }
    ),
    (
      "heat_map",
      .given(
        HeatMapNumbers.shape, x: .label(of: "the columns"), y: .label(of: "the rows")
      ) { .heatMap($0) }
    ),
    (
      "parallel_coordinates",
      .given(
        ParallelNumbers.shape, x: .nothing, y: AxisChoice(name: "the last axis, the objective's")
      ) { .parallelCoordinates($0) }
    ),
    (
      "importance",
      // Bars on a logarithmic axis would begin nowhere.
      .given(ImportanceNumbers.shape, x: AxisChoice(hasScale: false), y: .nothing) {
        .importance($0)
      }
    ),
    (
      "parity",
      .given(
        ParityNumbers.shape, x: AxisChoice(name: "the x axis, whose scale and limits y shares"),
        y: .label(of: "the y axis")
      ) { .parity($0) }
    ),
    (
      "search_history",
      .given(SearchNumbers.shape, hasLegend: true) { .searchHistory($0) }
    ),
  ]

  /// The names of the kinds in a spec.
  public static var kindNames: [String] { kinds.map(\.name) }

  /// The keys that a figure of a kind takes; none of an unknown kind.
  public static func keys(ofKind name: String) -> [KeyHelp] {
    guard let kind = kinds.first(where: { $0.name == name })?.value else { return [] }
    let keys = Keys(describing: "figure")
    _ = kind.content(keys)
    var figure = FigureSpec(.effectiveStep)
    figure.askForCommonKeys(keys, of: kind)
    return keys.declarations.map(KeyHelp.init)
  }

  /// Asks for the keys of a figure.
  package static func asked(of keys: Keys) -> FigureSpec? {
    let figure = keys.branch(on: "figure", kinds, of: "figure", "kind of the figure") {
      kind, keys -> FigureSpec? in
      let content = kind.content(keys)
      var figure = FigureSpec(content ?? .effectiveStep)
      figure.askForCommonKeys(keys, of: kind)
      return content == nil ? nil : figure
    }
    return figure
  }

  /// Asks for what every kind of figure can be told.
  private mutating func askForCommonKeys(_ keys: Keys, of kind: Kind) {
    id = keys.optional("id", .text(.reportName), "name of its files")
    if let id, let subject = keys.subject {
      subject.decoding.claim(id, for: "figure", at: keys.range(of: "id"))
    }
    if kind.showsRuns {
      problems = keys.problems()
      optimizers = keys.optional(
        "optimizers", .members(of: "optimizer", "names of optimizers"),
        "optimizers that it shows; by default all")
    }
    x = AxisSpec.asked(of: keys, "x", kind.x)
    y = AxisSpec.asked(of: keys, "y", kind.y)
    title = keys.optional("title", .text(.line), "heading over the figure")
    caption = keys.optional("caption", .text, "text below the figure")
    if kind.hasLegend {
      legend =
        keys.optional("legend", .choice(), default: "auto", "place of the names") ?? .automatic
    }
    look = FigureLook.asked(of: keys)
  }
}

extension LossCurvesContent {
  /// Asks for what only loss curves can be told.
  package static func asked(of keys: Keys) -> LossCurvesContent? {
    var content = LossCurvesContent()
    content.loss = keys.optional(
      "quantity", .choice(of: "quantity"), "loss; by default training and validation side by side")
    let abscissa: Abscissa? = keys.optional(
      "x", .choice(), default: "epoch", "what the loss is drawn against")
    let band = keys.optional(
      "band", ProbabilityBand.shape, default: [0.25, 0.75], "probabilities of the band's edges")
    let showsSeeds = keys.optional(
      "seeds", .flag, default: false, "whether each seed is drawn too")
    guard let abscissa, let band, let showsSeeds else { return nil }
    content.abscissa = abscissa
    content.band = band
    content.showsSeeds = showsSeeds
    return content
  }
}

extension ProbabilityBand {
  package static let shape = Shape<[Double]>.pair(
    of: .number(NumberDomain(lower: 0, upper: 1)), "probabilities, the lower one first"
  ).map { ProbabilityBand(lower: $0[0], upper: $0[1]) }
}

extension TableSpec {
  /// Asks for the keys of a table.
  package static func asked(of keys: Keys) -> TableSpec? {
    let kind: TableKind? = keys.required("table", .choice(of: "table"), "kind of the table")
    let problems = keys.problems()
    return kind.map { TableSpec(kind: $0, problems: problems) }
  }
}

extension Keys {
  /// Asks for the problems that a cell shows.
  fileprivate func problems() -> [Int]? {
    optional(
      "problems", .members(of: "problem", "names of problems"),
      "problems that it shows; by default all")
  }
}

extension Shape<[Int]> {
  /// Names of problems or optimizers of this spec, or of what a sweep made several of, as positions.
  fileprivate static func members(of noun: String, _ elements: String) -> Shape<[Int]> {
    let member = Shape<String>.text(.label).refined { name, value, _, decoding -> [Int]? in
      let places = decoding.places(of: name, noun: noun)
      if !places.isEmpty { return places }
      decoding.fault(
        at: value.range, "no \(noun) is called \(name.quoted)",
        Spelling.help(for: name, among: decoding.names(of: noun)))
      return nil
    }
    return Shape<[[Int]]>.list(of: member, elements).unique().map { groups in
      var known: Set<Int> = []
      return groups.joined().filter { known.insert($0).inserted }
    }
  }
}
