import Kernels

/// How p values are written.
enum ProbabilityText {
  /// `p = 0.018`, `p < 0.001`.
  static func equation(_ probability: Double) -> String {
    probability < 0.001 ? "p < 0.001" : "p = \(NumberText.significant(probability, 2))"
  }

  /// `0.018`, `< 0.001`.
  static func cell(_ probability: Double) -> String {
    probability < 0.001 ? "< 0.001" : NumberText.significant(probability, 2)
  }
}
