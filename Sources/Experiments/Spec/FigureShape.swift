import Diagnostics

extension FigureSpec {
  /// A kind of figure in a spec.
  private struct Kind: Sendable {
    /// Whether it shows runs, which the spec can choose from, and not numbers of the spec.
    var showsRuns = true
    /// Asks for its content.
    var content: @Sendable (Keys) -> FigureContent?

    /// A kind that shows a quantity of the runs.
    static func quantity(
      _ standard: FigureQuantity, _ content: @escaping @Sendable (FigureQuantity) -> FigureContent
    ) -> Kind {
      Kind { keys in
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
      _ shape: Shape<Numbers>, _ content: @escaping @Sendable (Numbers) -> FigureContent
    ) -> Kind {
      Kind(showsRuns: false) { keys in
        keys.required("values", shape, "numbers that it shows").map(content)
      }
    }
  }

  /// The kinds of figure by their names.
  private static let kinds: [(name: String, value: Kind)] = [
    ("loss_curves", Kind { LossCurvesContent.asked(of: $0).map { .lossCurves($0) } }),
    ("time_to_target", .profile { .timeToTarget(hasIntervals: $0) }),
    ("box_strip", .quantity(.testMetric) { .boxStrip(quantity: $0) }),
    ("sensitivity", .quantity(.validationLoss) { .sensitivity(quantity: $0) }),
    ("forest", .quantity(.epochsToTarget) { .forest(quantity: $0) }),
    ("contour", Kind { _ in .contour }),
    ("effective_step", Kind { _ in .effectiveStep }),
    ("performance_profile", .profile { .performanceProfile(hasIntervals: $0) }),
    ("critical_difference", .quantity(.trainLoss) { .criticalDifference(quantity: $0) }),
    ("heat_map", .given(HeatMapNumbers.shape) { .heatMap($0) }),
    ("parallel_coordinates", .given(ParallelNumbers.shape) { .parallelCoordinates($0) }),
    ("importance", .given(ImportanceNumbers.shape) { .importance($0) }),
    ("parity", .given(ParityNumbers.shape) { .parity($0) }),
    ("search_history", .given(SearchNumbers.shape) { .searchHistory($0) }),
  ]

  /// The names of the kinds in a spec.
  public static var kindNames: [String] { kinds.map(\.name) }

  /// The keys that a figure of a kind takes, with what each of them means; none of an unknown kind.
  public static func keys(ofKind name: String) -> [(name: String, meaning: String)] {
    guard let kind = kinds.first(where: { $0.name == name })?.value else { return [] }
    let keys = Keys(describing: "figure")
    _ = kind.content(keys)
    var figure = FigureSpec(.effectiveStep)
    figure.askForCommonKeys(keys, showsRuns: kind.showsRuns)
    return keys.declarations.map { ($0.name, $0.meaning) }
  }

  /// Asks for the keys of a figure.
  static func asked(of keys: Keys) -> FigureSpec? {
    let figure = keys.branch(on: "figure", kinds, of: "figure", "kind of the figure") {
      kind, keys -> FigureSpec? in
      let content = kind.content(keys)
      var figure = FigureSpec(content ?? .effectiveStep)
      figure.askForCommonKeys(keys, showsRuns: kind.showsRuns)
      return content == nil ? nil : figure
    }
    return figure
  }

  /// Asks for what every kind of figure can be told.
  private mutating func askForCommonKeys(_ keys: Keys, showsRuns: Bool) {
    id = keys.optional("id", .text(.reportName), "name of its files")
    if let id, let subject = keys.subject {
      subject.decoding.claim(id, for: "figure", at: keys.range(of: "id"))
    }
    if showsRuns {
      problems = keys.problems()
      optimizers = keys.optional(
        "optimizers", .list(of: .member(of: "optimizer"), "names of optimizers").unique(),
        "optimizers that it shows; by default all")
    }
    x = AxisSpec.asked(of: keys, "x")
    y = AxisSpec.asked(of: keys, "y")
    title = keys.optional("title", .text(.line), "heading over the figure")
    caption = keys.optional("caption", .text, "text below the figure")
    legend =
      keys.optional("legend", .choice(), default: "auto", "place of the names") ?? .automatic
    look = FigureLook.asked(of: keys)
  }
}

extension LossCurvesContent {
  /// Asks for what only loss curves can be told.
  static func asked(of keys: Keys) -> LossCurvesContent? {
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

extension AxisSpec {
  /// Asks for the keys of the axis called `name`.
  static func asked(of keys: Keys, _ name: String) -> AxisSpec {
    var axis = AxisSpec()
    axis.isLogarithmic = keys.optional(
      "\(name)_scale", .choice([("linear", false), ("log", true)]), "scale of the \(name) axis")
    let limits = keys.optional("\(name)_limits", AxisSpec.limits, "ends of the \(name) axis")
    axis.lower = limits?.first
    axis.upper = limits?.last
    axis.label = keys.optional("\(name)_label", .text(.line), "label of the \(name) axis")
    if axis.isLogarithmic == true, let lower = axis.lower, lower <= 0 {
      keys.fault(
        at: "\(name)_limits", "a logarithmic axis cannot begin at \(lower)",
        "give two numbers above 0")
    }
    return axis
  }

  private static let limits = Shape<[Double]>.pair(of: .number(), "numbers, the lower one first")
}

extension ProbabilityBand {
  static let shape = Shape<[Double]>.pair(
    of: .number(NumberDomain(lower: 0, upper: 1)), "probabilities, the lower one first"
  ).map { ProbabilityBand(lower: $0[0], upper: $0[1]) }
}

extension TableSpec {
  /// Asks for the keys of a table.
  static func asked(of keys: Keys) -> TableSpec? {
    let kind: TableKind? = keys.required("table", .choice(of: "table"), "kind of the table")
    let problems = keys.problems()
    return kind.map { TableSpec(kind: $0, problems: problems) }
  }
}

extension Keys {
  /// Asks for the problems that a cell shows.
  fileprivate func problems() -> [Int]? {
    optional(
      "problems", .list(of: .member(of: "problem"), "names of problems").unique(),
      "problems that it shows; by default all")
  }
}

extension Shape<Int> {
  /// The name of a problem or an optimizer of this spec, as its position.
  fileprivate static func member(of noun: String) -> Shape<Int> {
    Shape<String>.text(.label).refined { name, value, _, decoding in
      let names = decoding.names(of: noun)
      if let position = names.firstIndex(of: name) { return position }
      decoding.fault(
        at: value.range, "no \(noun) is called \(name.quoted)",
        Spelling.help(for: name, among: names))
      return nil
    }
  }
}

extension Shape<[Double]> {
  /// Two values, the lower one first.
  static func pair(of element: Shape<Double>, _ elements: String) -> Shape<[Double]> {
    let list = Shape<[Double]>.list(of: element, elements, atLeast: 2)
    let expectation = "a list of two \(elements)"
    return Shape(
      types: list.types, expectation: expectation,
      schema: { definitions in
        guard case .object(let members) = list.schema(definitions) else { return [:] }
        return .object(members + [.init(key: "maxItems", value: .whole(2))])
      },
      read: { value, label, decoding in
        guard let values = list.read(value, label, decoding) else { return nil }
        if values.count == 2, values[0] < values[1] { return values }
        decoding.fault(at: value.range, "\(label) is no such pair", "expected \(expectation)")
        return nil
      })
  }
}
