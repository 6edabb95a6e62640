import Kernels
import Optimizers

/// The rules and their hyperparameters in words, one source for reports and listings.
enum OptimizerText {
  /// The formula, where it comes from, and how it differs elsewhere.
  static func blocks(_ description: OptimizerDescription) -> [Block] {
    var blocks: [Block] = [
      .math(description.formula.joined(separator: " \\\\\n")),
      .paragraph([.text(description.source)]),
    ]
    if !description.differences.isEmpty {
      blocks.append(
        .details(
          summary: ["How it differs elsewhere"],
          [.list(description.differences.map { [.text($0)] })]))
    }
    return blocks
  }

  /// The value of a hyperparameter.
  static func value(_ value: HyperparameterValue) -> String {
    switch value {
    case .number(let number): shortestDecimal(number)
    case .flag(let flag): flag ? "true" : "false"
    case .choice(let choice): choice
    }
  }
}
