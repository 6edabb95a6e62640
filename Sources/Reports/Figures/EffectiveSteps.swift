import Kernels
import Optimizers
import Plotting
import SpecLanguage
import Specs

/// The effective step of each rule.
struct EffectiveStepContent: FigureContent {
  static let name = "effective_step"
  static let summary = "update divided by the rate under a constant gradient"
  static let options = FigureOptions()

  static func asked(of keys: Keys) -> EffectiveStepContent? { EffectiveStepContent() }

  var need: String {
    "between 2 and \(FigureMaker.mostAskedCurves) rules whose steps differ; choose some with "
      + "'optimizers'"
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    [EffectiveSteps(scope)?.draft].compactMap { $0 }
  }
}

/// How long the steps are that each rule takes for the same rate: the update divided by the rate,
/// when the gradient is always 1.
struct EffectiveSteps {
  /// How many updates are looked at.
  private static let updates = 1000

  /// The updates that are drawn: all at first, where steps change abruptly, then each about
  /// a thirtieth later than the last, which on a logarithmic axis is less than two points.
  private static let drawn: [Int] = {
    var drawn = Array(1...50)
    while let last = drawn.last, last < updates { drawn.append(min(updates, last + last / 30)) }
    return drawn
  }()

  /// One curve: the optimizers that share it, rule by rule, and its values from the first update on.
  private struct Curve {
    var rules: [(kind: OptimizerKind, names: [String])] = []
    var steps: [Double]

    var names: [String] { rules.flatMap(\.names) }

    mutating func add(_ optimizer: OptimizerSpec) {
      let kind = optimizer.configuration.kind
      if let rule = rules.firstIndex(where: { $0.kind == kind }) {
        rules[rule].names.append(optimizer.name)
      } else {
        rules.append((kind, [optimizer.name]))
      }
    }
  }

  private let scope: FigureScope
  private let curves: [Curve]

  private var spec: FigureSpec { scope.spec }

  /// The steps of the optimizers that the spec names; nil when all are the same, or too many for one
  /// figure.
  init?(_ scope: FigureScope) {
    self.scope = scope
    let all = scope.comparison.plan.spec.optimizers
    // Tuned ones differ from problem to problem.
    let optimizers = (scope.spec.optimizers.map { $0.map { all[$0] } } ?? all)
      .filter { $0.tuned == nil }
    var curves: [Curve] = []
    for optimizer in optimizers {
      let steps = optimizer.configuration.effectiveSteps(count: Self.updates)
      if let same = curves.firstIndex(where: { Self.coincide($0.steps, steps) }) {
        curves[same].add(optimizer)
      } else {
        var curve = Curve(steps: steps)
        curve.add(optimizer)
        curves.append(curve)
      }
    }
    guard (2...scope.mostCurves).contains(curves.count) else { return nil }
    self.curves = curves
  }

  /// Whether two curves lie on each other: those of Adam and SGD differ by ε, about 10⁻⁸, and an axis
  /// that showed this would be of nothing else.
  private static func coincide(_ one: [Double], _ other: [Double]) -> Bool {
    zip(one, other).allSatisfy { abs($0 - $1) <= 1e-3 * max(abs($0), abs($1)) }
  }

  var draft: FigureDraft {
    let isPositive = curves.allSatisfy { $0.steps.allSatisfy { $0 > 0 } }
    let marks = curves.compactMap { curve -> Mark? in
      guard let style = style(of: curve) else { return nil }
      return .line(
        LineMark(
          label(curve), x: Self.drawn.map(Double.init), y: Self.drawn.map { curve.steps[$0 - 1] },
          style: style))
    }
    let figure = Figure(
      id: "",
      panels: [
        Panel(
          x: Axis(spec.x, label: "update t", scale: .logarithmic, isWhole: true),
          y: Axis(
            spec.y, label: "update / learning rate", scale: isPositive ? .logarithmic : .linear),
          marks: marks)
      ],
      style: spec.look.figureStyle(narrow: 5.5))
    return FigureDraft(
      prefix: "effective-step", name: "", problem: nil, figure: figure, words: words,
      caption: caption, data: data)
  }

  /// The rule's style, since steps are the same at all its rates; where other curves are of the same rule,
  /// the style of the first optimizer.
  private func style(of curve: Curve) -> SeriesStyle? {
    guard let name = curve.names.first else { return nil }
    let style = scope.ruleStyle(name)
    let sharing = curves.count { $0.names.first.map(scope.ruleStyle) == style }
    return sharing > 1 ? scope.style(name) : style
  }

  /// The name of a curve; of a rule at more than two settings, what their names begin with, or the
  /// first and how many more where another curve is of the same rule.
  private func label(_ curve: Curve) -> String {
    curve.rules.map { rule in
      guard rule.names.count > 2 else { return rule.names.joined(separator: ", ") }
      let isAlone = !curves.contains { other in
        other.names != curve.names && other.rules.contains { $0.kind == rule.kind }
      }
      let stem = Self.stem(rule.names)
      return isAlone && !stem.isEmpty ? stem : "\(rule.names[0]) and \(rule.names.count - 1) more"
    }.joined(separator: ", ")
  }

  /// The words that some names begin with, as "SGD" is of "SGD, 0.001" and "SGD, 0.01".
  static func stem(_ names: [String]) -> String {
    guard let first = names.first else { return "" }
    let words = first.split(separator: " ")
    let shared = words.indices.prefix { index in
      names.allSatisfy { name in
        let others = name.split(separator: " ")
        // A comma may part what is shared from what is not.
        return others.indices.contains(index) && others[...index] == words[...index]
      }
    }
    var stem = words.prefix(shared.count).joined(separator: " ")
    while let last = stem.last, !(last.isLetter || last.isNumber || last == ")") {
      stem.removeLast()
    }
    return stem
  }

  private var caption: [Inline] {
    [
      "Effective step: the update divided by the rate when the gradient is always 1, from the ",
      "rules themselves without schedule, clipping and decay. A rule whose first steps are longer ",
      "starts faster at the same rate and is not better for it: ", .text(firstSteps), ".",
    ]
  }

  /// "the first step is 5.58 rates long with Nadam (article), 1 with Adam".
  private var firstSteps: String {
    let parts = curves.map { curve in
      "\(NumberText.significant(curve.steps.first ?? 0, 3)) with \(label(curve))"
    }
    return "in rates, the first step is \(parts.joined(separator: "; "))"
  }

  private var words: PictureWords {
    let ends = curves.map { curve in
      "\(label(curve)) from \(NumberText.significant(curve.steps.first ?? 0, 3)) to "
        + NumberText.significant(curve.steps.last ?? 0, 3)
    }
    return PictureWords(
      subject: "Update divided by the rate under a constant gradient over \(Self.updates) updates",
      findings: [PictureWords.Finding(opening: "In rates: ", parts: ends)])
  }

  private var data: [UInt8] {
    var table = CSVText(header: ["optimizers", "update", "step_over_rate"])
    for curve in curves {
      for update in Self.drawn {
        table.append(curve.names.joined(separator: "; "))
        table.append(update)
        table.append(curve.steps[update - 1])
        table.endRow()
      }
    }
    return table.bytes
  }
}
