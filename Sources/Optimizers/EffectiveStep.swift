import Kernels

extension OptimizerConfiguration {
  /// The update divided by the rate, for t = 1, ..., `count`, when the gradient is always 1.
  ///
  /// The rule itself is run on one parameter, without schedule, clipping, decay and lookahead: this
  /// is how long the steps are that the rule takes for a given rate.
  public func effectiveSteps(count: Int) -> [Double] {
    var rule = makeRule(for: .single(count: 1))
    let gradient = [1.0]
    return (0..<count).map { _ in
      // From 0 each time, so that nothing of the step is lost to rounding.
      var parameters = [0.0]
      rule.step(parameters: &parameters, gradient: gradient, learningRate: 1)
      return -parameters[0]
    }
  }
}
