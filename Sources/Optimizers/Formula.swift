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
}

extension OptimizerConfiguration {
  /// One update as it runs with these settings, line by line, in TeX: clipping, decay, the rule with
  /// its options, slow weights. Where there is a schedule, η is the scheduled rate.
  public var formula: [String] {
    var lines: [String] = []
    if number("clip_value") > 0 {
      lines.append(#"g \leftarrow \min(\max(g, -c_\infty), c_\infty)"#)
    }
    if number("clip_norm") > 0 {
      lines.append(#"g \leftarrow \frac{c_2}{\max(\lVert g \rVert_2, c_2)}\, g"#)
    }
    if number("weight_decay") > 0 {
      lines.append(flag("decoupled") ? Formula.decoupledDecay : Formula.coupledDecay)
    }
    lines += ruleFormula
    if lookahead != nil {
      lines.append(
        #"\text{every } k \text{ updates: } s \leftarrow s + \alpha\, (\theta - s), \quad \theta \leftarrow s"#
      )
    }
    return lines
  }

  /// The rule alone, with its options.
  private var ruleFormula: [String] {
    switch kind {
    case .sgd:
      StochasticGradientDescent.formula(
        hasMomentum: number("momentum") > 0, nesterov: flag("nesterov"))
    case .adam, .adamw: Adam.formula(amsgrad: flag("amsgrad"))
    case .nadam: NadamVariant(named: variant).formula
    case .nadamw: NadamVariant.algoperf.formula
    case .rmsprop:
      RMSProp.formula(centered: flag("centered"), hasMomentum: number("momentum") > 0)
    case .adagrad, .adadelta, .adamax, .radam, .lion: kind.description().formula
    }
  }
}
