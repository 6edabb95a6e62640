import Kernels

/// An update rule with what stands around it, in this order: the gradient is clipped by value, then
/// by global norm, then coupled decay is added to it, or decoupled decay shrinks the parameters, then
/// the rule steps with the scheduled rate, then slow weights are synchronized.
///
/// The optimizer is a value: a copy is a checkpoint, and replaying from it gives the same bits. A
/// step allocates nothing.
///
///     var optimizer = Optimizer(
///       configuration: configuration, initialParameters: parameters, updatesPerEpoch: 1, totalUpdates: 2000)
///     optimizer.step(parameters: &parameters, gradient: &gradient)
public struct Optimizer: Sendable {
  /// The rule and all its hyperparameters.
  public let configuration: OptimizerConfiguration
  /// Updates done.
  public private(set) var updates = 0

  private let updatesPerEpoch: Int
  private let totalUpdates: Int
  private let learningRate: Double
  private let weightDecay: Double
  private let isDecoupled: Bool
  /// The parameters that decay, as places in the flat vector.
  private let decaying: [Range<Int>]
  private let valueLimit: Double?
  private let normLimit: Double?
  private let isScheduled: Bool
  /// Updates between two synchronizations of the slow parameters; 0 is none.
  private let interval: Int
  private let alpha: Double
  private var rule: any UpdateRule
  /// The slow parameters; empty without lookahead.
  private var slow: [Double]

  /// An optimizer before its first update.
  ///
  /// - Parameters:
  ///   - configuration: the rule and all its hyperparameters.
  ///   - initialParameters: the n values from which the run starts.
  ///   - updatesPerEpoch: updates in an epoch, at least 1; schedules by epoch need it.
  ///   - totalUpdates: updates of the whole run, at least 1; the cosine needs it.
  ///   - layout: the tensors behind the parameters; nil: one, of which all are weights.
  public init(
    configuration: OptimizerConfiguration, initialParameters: [Double], updatesPerEpoch: Int,
    totalUpdates: Int, layout: ParameterLayout? = nil
  ) {
    precondition(updatesPerEpoch >= 1 && totalUpdates >= 1)
    let layout = layout ?? .single(count: initialParameters.count)
    precondition(layout.count == initialParameters.count)
    self.configuration = configuration
    self.updatesPerEpoch = updatesPerEpoch
    self.totalUpdates = totalUpdates
    learningRate = configuration.number(.learningRate(0))
    weightDecay = configuration.number(.weightDecay())
    isDecoupled = configuration.flag(.decoupled())
    decaying = Self.decaying(layout, configuration)
    valueLimit = configuration.numberIfGiven(.clipValue)
    normLimit = configuration.numberIfGiven(.clipNorm)
    isScheduled = configuration.schedule != .constant
    interval = configuration.lookahead?.interval ?? 0
    alpha = configuration.lookahead?.alpha ?? 0
    rule = configuration.makeRule(for: layout)
    slow = interval == 0 ? [] : initialParameters
  }

  /// The rate of the next update, schedule included.
  public var nextLearningRate: Double {
    if !isScheduled { return learningRate }
    let factor = configuration.schedule.factor(
      update: updates + 1, updatesPerEpoch: updatesPerEpoch, totalUpdates: totalUpdates)
    return learningRate * factor
  }

  /// Performs one update in place.
  ///
  /// - Parameters:
  ///   - parameters: θ, the n values that the optimizer was made for.
  ///   - gradient: the gradient at θ, n values; afterwards it holds what the rule was given.
  public mutating func step(parameters: inout [Double], gradient: inout [Double]) {
    let rate = nextLearningRate
    updates += 1
    if let valueLimit { GradientClipping.clip(&gradient, toValue: valueLimit) }
    if let normLimit { GradientClipping.clip(&gradient, toNorm: normLimit) }
    if weightDecay > 0 {
      for range in decaying {
        if isDecoupled {
          Self.shrink(&parameters, range, by: 1 - rate * weightDecay)
        } else {
          Self.add(weightDecay, times: parameters, range, to: &gradient)
        }
      }
    }
    rule.step(parameters: &parameters, gradient: gradient, learningRate: rate)
    if interval > 0 && updates % interval == 0 {
      Self.synchronize(&parameters, &slow, alpha)
    }
  }

  /// The point at which losses are taken, which for most rules is where gradients are taken: the
  /// parameters themselves.
  public func evaluationParameters(_ parameters: [Double]) -> [Double] {
    rule.evaluationPoint(of: parameters) ?? parameters
  }

  /// Whether losses are taken elsewhere than gradients.
  public var hasEvaluationPoint: Bool { rule.hasEvaluationPoint }

  /// The parameters that decay: neighbours in one range.
  private static func decaying(
    _ layout: ParameterLayout, _ configuration: OptimizerConfiguration
  ) -> [Range<Int>] {
    let sparesBiases = configuration.choice(.decay) == Hyperparameter.onlyWeights
    return zip(layout.tensors, layout.ranges).reduce(into: []) { ranges, part in
      if sparesBiases, part.0.role == .bias { return }
      if let last = ranges.last, last.upperBound == part.1.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<part.1.upperBound
      } else {
        ranges.append(part.1)
      }
    }
  }

  private static func shrink(
    _ parameters: inout [Double], _ range: Range<Int>, by factor: Double
  ) {
    var theta = parameters.mutableSpan
    precondition(range.upperBound <= theta.count)
    for i in range { theta[unchecked: i] *= factor }
  }

  private static func add(
    _ decay: Double, times parameters: [Double], _ range: Range<Int>, to gradient: inout [Double]
  ) {
    let theta = parameters.span
    var gradient = gradient.mutableSpan
    precondition(theta.count == gradient.count && range.upperBound <= theta.count)
    for i in range { gradient[unchecked: i] += decay * theta[unchecked: i] }
  }

  private static func synchronize(
    _ parameters: inout [Double], _ slow: inout [Double], _ alpha: Double
  ) {
    var fast = parameters.mutableSpan
    var slow = slow.mutableSpan
    precondition(fast.count == slow.count)
    for i in 0..<fast.count {
      slow[unchecked: i] += alpha * (fast[unchecked: i] - slow[unchecked: i])
      fast[unchecked: i] = slow[unchecked: i]
    }
  }
}
