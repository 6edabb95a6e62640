import Datasets

/// Where the training loss of a model is least.
public struct Optimum: Hashable, Sendable {
  /// The infimum of the training loss, penalties included.
  public var loss: Double
  /// The test metric there, in the target's own unit; nil without test rows or a metric, and where no parameters
  /// attain the infimum.
  public var testMetric: Double?

  /// An optimum.
  public init(loss: Double, testMetric: Double? = nil) {
    self.loss = loss
    self.testMetric = testMetric
  }
}

extension ConvexOptimum {
  /// Where the training loss of a model without hidden layers is least; nil where it was not found.
  ///
  /// Loss and metric are those of `objective` itself, so that they agree with those of runs to rounding.
  ///
  /// - Parameters:
  ///   - objective: the model on the data.
  ///   - data: what it is trained and tested on.
  ///   - l2: the weight of its penalty.
  static func optimum(
    of objective: some Objective, on data: ProblemData, l2: Double
  ) -> Optimum? {
    var objective = objective
    let examples = data.training
    let kind: RowLosses.Kind
    switch examples.target {
    case .numbers(let numbers): kind = .squares(examples.rows.map { numbers[$0] })
    case .classes(let classes, _): kind = .classes(examples.rows.map { Int(classes[$0]) })
    }
    let outputs = objective.parameterCount / (examples.featureCount + 1)
    var optimum = ConvexOptimum(examples, kind, outputs: outputs, l2: l2)
    switch optimum.solve() {
    case .attained(let parameters):
      guard let training = objective.evaluate(at: parameters, on: .training) else { return nil }
      let test = data.test.count > 0 ? objective.evaluate(at: parameters, on: .test) : nil
      return Optimum(loss: training.loss, testMetric: test?.metric)
    case .separable: return Optimum(loss: 0)
    case .unknown: return nil
    }
  }
}
