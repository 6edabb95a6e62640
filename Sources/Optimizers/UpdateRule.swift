/// An update rule with its state: given a gradient it moves the parameters.
///
/// State is a value: a copy is a checkpoint, and replaying from it gives the same bits. Conforming
/// rules know nothing of schedules, clipping, decay or lookahead; `Optimizer` puts those around them.
public protocol UpdateRule: Sendable {
  /// Performs one update in place, θ −= rate · direction, and advances the state.
  ///
  /// - Parameters:
  ///   - parameters: θ, n values.
  ///   - gradient: the gradient at θ, n values.
  ///   - learningRate: the rate of this update, schedule included.
  mutating func step(parameters: inout [Double], gradient: [Double], learningRate: Double)

  /// The point at which losses are taken when gradients are taken at `parameters`; nil where that is
  /// the same, as it is unless a rule says otherwise.
  func evaluationPoint(of parameters: [Double]) -> [Double]?

  /// Whether `evaluationPoint(of:)` is another point.
  var hasEvaluationPoint: Bool { get }
}

extension UpdateRule {
  /// The parameters themselves.
  public func evaluationPoint(of parameters: [Double]) -> [Double]? { nil }

  /// No other point.
  public var hasEvaluationPoint: Bool { false }
}
