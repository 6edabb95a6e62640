import Diagnostics
import Kernels
import Optimizers

/// The rules and their hyperparameters in words, one source for reports and listings.
enum OptimizerText {
  /// The formula of what runs, where it comes from, and how it differs elsewhere.
  static func blocks(_ configuration: OptimizerConfiguration) -> [Block] {
    let description = configuration.kind.description(variant: configuration.variant)
    var blocks: [Block] = [
      .math(aligned(configuration.formula)),
      .paragraph([
        .text("\(description.source). State: \(state(description)). Cost: \(description.cost).")
      ]),
    ]
    if !description.differences.isEmpty {
      blocks.append(
        .details(
          summary: ["How it differs elsewhere"],
          [.list(description.differences.map { [.text($0)] })]))
    }
    return blocks
  }

  /// What the rule keeps between updates.
  private static func state(_ description: OptimizerDescription) -> String {
    description.state.isEmpty ? "none" : description.state.joined(separator: ", ")
  }

  /// Lines of a formula below each other, which takes an environment wherever MathJax renders them.
  private static func aligned(_ lines: [String]) -> String {
    guard lines.count > 1 else { return lines.joined() }
    let rows = lines.map { "& \($0)" }.joined(separator: " \\\\\n")
    return "\\begin{aligned}\n\(rows)\n\\end{aligned}"
  }

  /// The value of a hyperparameter.
  static func value(_ value: HyperparameterValue) -> String {
    switch value {
    case .number(let number): NumberText.exact(number)
    case .flag(let flag): flag ? "true" : "false"
    case .choice(let choice): choice
    }
  }

  /// How the learning rate changes.
  static func schedule(_ schedule: Schedule) -> String {
    let course =
      switch schedule.course {
      case .constant: "constant"
      case .step(let every, let factor):
        "step, × \(NumberText.exact(factor)) every \(counted(every, "epoch"))"
      case .exponential(let factor): "exponential, × \(NumberText.exact(factor)) an epoch"
      case .cosine(let final): "cosine to \(NumberText.exact(final))"
      case .inverseSquareRoot(let timescale):
        "inverse square root, timescale \(NumberText.exact(timescale))"
      }
    return schedule.warmup > 0
      ? "\(course), warmup \(NumberText.exact(schedule.warmup)) updates" : course
  }

  /// The slow weights.
  static func lookahead(_ lookahead: Lookahead?) -> String {
    lookahead.map { "k \($0.interval), α \(NumberText.exact($0.alpha))" } ?? "off"
  }

  /// All that is known of a kind, for a terminal.
  static func details(_ kind: OptimizerKind) -> String {
    let variants: [String?] = kind.variants.isEmpty ? [nil] : kind.variants.map { $0 }
    return variants.map { details(kind, variant: $0) }.joined(separator: "\n\n")
  }

  private static func details(_ kind: OptimizerKind, variant: String?) -> String {
    let description = kind.description(variant: variant)
    var lines = [
      kind.rawValue + (variant.map { ", variant \($0)" } ?? "") + ": " + description.title
    ]
    lines += ["", "rule"] + description.formula.map { "  \($0)" }
    lines += ["", "source", "  \(description.source)"]
    lines += ["", "state in vectors of n", "  \(state(description))"]
    lines += ["", "cost per parameter", "  \(description.cost)", "", "hyperparameters"]
    lines += kind.hyperparameters(variant: variant).map(line)
    if !description.differences.isEmpty {
      lines += ["", "elsewhere"] + description.differences.map { "  - \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ hyperparameter: Hyperparameter) -> String {
    let standard = hyperparameter.defaultValue.map(value) ?? "off"
    let columns = [
      (hyperparameter.name, 16), (standard, 8), (range(hyperparameter.domain), 14),
    ].map { text, width in text + String(repeating: " ", count: max(0, width - text.count)) }
    return "  " + columns.joined(separator: "  ") + "  " + hyperparameter.meaning
  }

  /// What a hyperparameter may be, in a few characters.
  private static func range(_ domain: HyperparameterDomain) -> String {
    switch domain {
    case .number(let lower, let lowerOpen, let upper, let upperOpen):
      (lowerOpen ? "(" : "[") + end(lower) + ", " + end(upper)
        + (upperOpen || upper.isInfinite ? ")" : "]")
    case .integer(let lower, let upper): "\(lower) to \(upper)"
    case .flag: "true, false"
    case .choice(let names): names.joined(separator: ", ")
    }
  }

  private static func end(_ value: Double) -> String {
    value == .infinity || value >= Double.greatestFiniteMagnitude ? "∞" : NumberText.exact(value)
  }
}
