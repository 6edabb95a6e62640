import Datasets

extension ConvexOptimum {
  /// The infimum of the training loss of a model without hidden layers; nil where it was not found.
  ///
  /// The loss is that of `objective` itself, so that it agrees with those of runs to rounding.
  ///
  /// - Parameters:
  ///   - objective: the model on the data.
  ///   - examples: what it is trained on.
  ///   - l2: the weight of its penalty.
  static func leastLoss(
    of objective: some Objective, on examples: Examples, l2: Double
  ) -> Double? {
    var objective = objective
    let kind: RowLosses.Kind
    switch examples.target {
    case .numbers(let numbers): kind = .squares(examples.rows.map { numbers[$0] })
    case .classes(let classes, _): kind = .classes(examples.rows.map { Int(classes[$0]) })
    }
    let outputs = objective.parameterCount / (examples.featureCount + 1)
    var optimum = ConvexOptimum(examples, kind, outputs: outputs, l2: l2)
    switch optimum.solve() {
    case .attained(let parameters):
      return objective.evaluate(at: parameters, on: .training)?.loss
    case .separable: return 0
    case .unknown: return nil
    }
  }
}
