import Optimizers
import Plotting
import Specs

/// How figures show the optimizers of a spec, bound once for the whole report.
struct OptimizerStyles {
  /// The style of each by its name.
  let styles: [String: SeriesStyle]
  /// The style of the rule that each belongs to, whatever its rate, by its name.
  let ruleStyles: [String: SeriesStyle]
  /// What figures call those that have another name there.
  let labels: [String: String]
  /// The names of all, in the order of the spec.
  private let names: [String]
  /// The place of each in figures, by its position in the spec; equal ones keep the spec's order.
  let order: [Int]

  /// - Parameter palette: the report's.
  init(_ optimizers: [OptimizerSpec], palette: Palette) {
    let elements = Self.elements(of: optimizers)
    let binding = StyleBinding(
      zip(optimizers, elements).map { optimizer, element in
        let configuration = optimizer.configuration
        var rank = Double.infinity
        // What a search finds stands behind what was given.
        if optimizer.tuned == nil, case .number(let rate)? = configuration.values["learning_rate"] {
          rank = rate
        }
        let kind = configuration.kind.rawValue
        return StyleBinding.Member(
          optimizer.name,
          rules: [
            configuration.withoutRate.joined(separator: "\n"),
            "\(kind) \(configuration.variant ?? "")", kind,
          ], rank: rank, element: element, look: optimizer.look)
      }, palette: palette)
    styles = binding.styles
    ruleStyles = binding.ruleStyles
    labels = Dictionary(
      optimizers.compactMap { optimizer in
        Self.label(of: optimizer).map { (optimizer.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    order = optimizers.map { $0.look.order ?? 0 }
    names = optimizers.map(\.name)
  }

  /// Whom a figure calls something else than captions, tables and data do, a sentence with a space before
  /// it; empty for nobody.
  ///
  /// An author's label is what figures call an optimizer, and tables keep its name: the caption, which is
  /// written with names, is where the two meet.
  func labelWords(of shown: Set<String>) -> String {
    let pairs = names.filter(shown.contains).compactMap { name in
      labels[name].map { "\($0) stands for \(name)" }
    }
    guard let last = pairs.last else { return "" }
    let list = pairs.count == 1 ? last : pairs.dropLast().joined(separator: ", ") + " and " + last
    return " In the figure, \(list)."
  }

  /// What a figure calls an optimizer; of one that a sweep made, the label stands for the common part of
  /// the names.
  private static func label(of optimizer: OptimizerSpec) -> String? {
    guard let label = optimizer.look.label else { return nil }
    guard let swept = optimizer.swept else { return label }
    return label + optimizer.name.dropFirst(swept.name.count)
  }

  /// The number of the element of the spec that each comes from.
  private static func elements(of optimizers: [OptimizerSpec]) -> [Int] {
    var names: [String] = []
    return optimizers.map { optimizer in
      let given = optimizer.tuned.map { optimizers[$0.base] } ?? optimizer
      let name = given.swept?.name ?? given.name
      if let index = names.firstIndex(of: name) { return index }
      names.append(name)
      return names.count - 1
    }
  }
}
