import Kernels

/// How the initial weights of a layer are drawn.
public enum InitialParameters: String, Hashable, Sendable, CaseIterable {
  /// Standard normal.
  case normal
  /// All zero; nothing is drawn.
  case zeros
  /// Uniform from −a to a with a = √(6 / (inputs + outputs)): Glorot and Bengio 2010.
  case glorotUniform = "glorot_uniform"
  /// Normal with standard deviation √(2 / inputs), not truncated: He et al. 2015.
  case heNormal = "he_normal"
}

extension InitialParameters {
  /// Draws `count` parameters of a layer with so many inputs and outputs, one draw for each.
  func draw(
    _ count: Int, inputs: Int, outputs: Int, from stream: inout any RandomStream
  ) -> [Double] {
    switch self {
    case .zeros: return Array(repeating: 0, count: count)
    case .normal: return (0..<count).map { _ in stream.normal() }
    case .glorotUniform:
      let limit = (6 / Double(inputs + outputs)).squareRoot()
      return (0..<count).map { _ in limit * (2 * stream.uniform() - 1) }
    case .heNormal:
      let deviation = (2 / Double(max(1, inputs))).squareRoot()
      return (0..<count).map { _ in deviation * stream.normal() }
    }
  }
}
