extension NadamVariant {
  /// One update of this variant, in TeX.
  var formula: [String] {
    let schedule =
      #"\mu_t = \beta_1 \left(1 - \tfrac12\, 0.96^{t \psi}\right), \quad P_t = \mu_1 \cdots \mu_t"#
    let step = #"\theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}"#
    let moments = [Formula.firstMoment, Formula.secondMoment]
    switch self {
    case .pytorch, .keras:
      return [schedule] + moments + [
        #"\hat m = \frac{\mu_{t+1}\, m}{1 - P_{t+1}} + \frac{(1 - \mu_t)\, g}{1 - P_t}, \quad "#
          + Formula.correctedSecondMoment, step,
      ]
    case .dozat:
      return [
        schedule, #"m \leftarrow \mu_t m + (1 - \mu_t)\, g"#, Formula.secondMoment,
        #"\hat m = \frac{\mu_{t+1}\, m}{1 - P_{t+1}} + \frac{(1 - \mu_t)\, g}{1 - P_t}, \quad "#
          + #"\hat v = \frac{\beta_2 v}{1 - \beta_2^t}"#, step,
      ]
    case .optax:
      return moments + [
        #"\hat m = \frac{\beta_1 m}{1 - \beta_1^{t+1}} + \frac{(1 - \beta_1)\, g}{1 - \beta_1^t}, \quad "#
          + Formula.correctedSecondMoment, step,
      ]
    case .algoperf:
      return moments + [
        #"\hat m = \frac{\beta_1 m + (1 - \beta_1)\, g}{1 - \beta_1^t}, \quad "#
          + Formula.correctedSecondMoment, step,
      ]
    case .article:
      return [
        #"\mu_t = \beta_1 \left(1 - \tfrac12\, 0.96^{t \psi}\right)"#
      ] + moments + [
        #"\hat m = \frac{\mu_{t+1}\, m}{1 - \mu_{t+1}^t} + \frac{(1 - \mu_t)\, g}{1 - \beta_1^t}, \quad "#
          + Formula.correctedSecondMoment, step,
      ]
    }
  }

  /// What the variant is.
  var description: OptimizerDescription {
    OptimizerDescription(
      title: title, formula: formula, source: source,
      state: ["the average m", "the average v"],
      cost: "15 operations, a division and a square root among them",
      differences: differences + [
        "Where the denominator is 0, which takes ε = 0, the parameter does not move here and is not "
          + "a number elsewhere."
      ], revision: 1)
  }

  /// The kind `nadamw`.
  static var decoupledDescription: OptimizerDescription {
    OptimizerDescription(
      title: "NadamW", formula: [Formula.decoupledDecay] + NadamVariant.algoperf.formula,
      source: "Dahl et al. 2023, Benchmarking Neural Network Training Algorithms (AlgoPerf), after "
        + "Choi et al. 2019; decay: Loshchilov and Hutter 2019",
      state: ["the average m", "the average v"],
      cost: "16 operations, a division and a square root among them",
      differences: [
        "timm's NAdamW is the same rule.",
        "PyTorch's NAdam with decoupled_weight_decay keeps Dozat's schedule of the momentum.",
        "optax's nadamw corrects m one update ahead, and its default decay is 1e-4.",
      ], revision: 1)
  }

  private var title: String {
    switch self {
    case .pytorch: "Nadam (PyTorch)"
    case .dozat: "Nadam (Dozat)"
    case .keras: "Nadam (Keras)"
    case .optax: "Nadam (optax)"
    case .algoperf: "Nadam (AlgoPerf)"
    case .article: "Nadam (article)"
    }
  }

  private var source: String {
    let paper = "Dozat 2016, Incorporating Nesterov Momentum into Adam"
    switch self {
    case .pytorch: return paper + ", as PyTorch's NAdam reads it"
    case .dozat: return paper + ", algorithm 2"
    case .keras: return paper + ", as Keras's Nadam reads it"
    case .optax: return paper + ", as optax's nadam reads it"
    case .algoperf:
      return "Choi et al. 2019, On Empirical Comparisons of Optimizers for Deep Learning, as in "
        + "AlgoPerf and timm's NAdamW"
    case .article: return "the article whose run is reproduced, as printed, after " + paper
    }
  }

  private var differences: [String] {
    switch self {
    case .pytorch:
      [
        "PyTorch's NAdam is the same rule; it keeps P in the default scalar type.",
        "Keras takes ψ = 1, ε = 1e-7 and half the rate; optax has no schedule of the momentum.",
        "The paper averages the gradient by μ_t, not β1, and multiplies v̂ by β2.",
      ]
    case .dozat:
      [
        "PyTorch, Keras and optax average the gradient by β1 and leave out the β2 in v̂, which makes "
          + "each step 1/√β2 times as long as theirs."
      ]
    case .keras:
      [
        "Keras's Nadam is the same rule.",
        "With ψ = 1 the momentum is at β1 after some hundred updates; PyTorch's takes tens of "
          + "thousands.",
      ]
    case .optax:
      [
        "optax's nadam is the same rule.",
        "PyTorch and Keras have a schedule of the momentum; AlgoPerf corrects m by t, not t + 1.",
      ]
    case .algoperf:
      [
        "timm's NAdamW without decay is the same rule.",
        "As m is corrected by t, not t + 1, the first step is 1.9 times the rate at β1 = 0.9; "
          + "optax's is 1.47 times, PyTorch's 1.06 times.",
      ]
    case .article:
      [
        "The paper corrects the gradient by 1 − P_t and m by 1 − P_{t+1}; here they are 1 − β1^t and "
          + "1 − μ_{t+1}^t.",
        "As 1 − μ_t is about 0.55 at first and 1 − β1^t only 0.1, the first step is 5.6 times the "
          + "rate at β1 = 0.9, where PyTorch's is 1.06 times.",
        "No library has this rule.",
      ]
    }
  }
}
