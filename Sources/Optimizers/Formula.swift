/// Lines of TeX that several rules share.
enum Formula {
  /// m, the average of the gradient.
  static let firstMoment = #"m \leftarrow \beta_1 m + (1 - \beta_1)\, g"#
  /// v, the average of the squared gradient.
  static let secondMoment = #"v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2"#
  /// v̂, without the pull of its start at 0.
  static let correctedSecondMoment = #"\hat v = \frac{v}{1 - \beta_2^t}"#
  /// Decay that shrinks the parameters.
  static let decoupledDecay = #"\theta \leftarrow (1 - \eta \lambda)\, \theta"#
  /// Decay that enters the gradient.
  static let coupledDecay = #"g \leftarrow g + \lambda\, \theta"#
  /// After a decay that leaves biases alone.
  static let ofWeights = #" \quad \text{(weights only)}"#
}

extension OptimizerConfiguration {
  /// One update as it runs with these settings, line by line, in TeX: clipping, decay, the rule with
  /// its options, slow weights. Where there is a schedule, η is the scheduled rate.
  public var formula: [String] {
    var lines: [String] = []
    if numberIfGiven(.clipValue) != nil {
      lines.append(#"g \leftarrow \min(\max(g, -c_\infty), c_\infty)"#)
    }
    if numberIfGiven(.clipNorm) != nil {
      lines.append(#"g \leftarrow \frac{c_2}{\max(\lVert g \rVert_2, c_2)}\, g"#)
    }
    if hasDecay {
      let decay = flag(.decoupled()) ? Formula.decoupledDecay : Formula.coupledDecay
      let isPartial = choice(.decay) == Hyperparameter.onlyWeights
      lines.append(decay + (isPartial ? Formula.ofWeights : ""))
    }
    lines += definition.formula(self)
    if lookahead != nil {
      lines.append(
        #"\text{every } k \text{ updates: } s \leftarrow s + \alpha\, (\theta - s), \quad \theta \leftarrow s"#
      )
    }
    return lines
  }
}
