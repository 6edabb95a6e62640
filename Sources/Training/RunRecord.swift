/// How a run ended.
public enum RunStatus: String, Hashable, Sendable, CaseIterable {
  /// It used its whole budget; also when early stopping would have ended it at that epoch.
  case completed
  /// Early stopping ended it.
  case stopped
  /// Its loss or its parameters were no longer finite.
  case diverged
}

/// One recorded epoch of a run.
public struct CurvePoint: Hashable, Sendable {
  /// Passes over the training set so far; 0 at the initial point.
  public var epoch: Int
  /// Updates so far.
  public var step: Int
  /// The loss over the whole training set, penalties included.
  public var trainLoss: Double
  /// The loss over the validation set; nil when that is empty or the run has diverged.
  public var validationLoss: Double?

  /// One recorded epoch of a run.
  public init(epoch: Int, step: Int, trainLoss: Double, validationLoss: Double?) {
    self.epoch = epoch
    self.step = step
    self.trainLoss = trainLoss
    self.validationLoss = validationLoss
  }
}

/// How a run ended and the figures at its end: a pure function of what was planned, without time or host.
///
/// A value is nil where there is nothing to compute it from. A run diverges at the first epoch at which
/// a parameter, the loss of a batch since the start, or a training loss that was computed is not
/// finite. Of its losses and metrics at that epoch only `trainLoss` has a value; its best validation
/// loss is that of the epochs before.
public struct RunOutcome: Hashable, Sendable {
  /// How the run ended.
  public var status: RunStatus
  /// The last epoch, from 0.
  public var epochs: Int
  /// How many updates there were.
  public var steps: Int
  /// How many gradients of single examples the updates used; one an update for a test function.
  public var gradientEvaluations: Int
  /// The training loss at the last epoch.
  public var trainLoss: Double
  /// The validation loss at the last epoch.
  public var validationLoss: Double?
  /// The test loss at the last epoch.
  public var testLoss: Double?
  /// The metric over the training set at the last epoch.
  public var trainMetric: Double?
  /// The metric over the validation set at the last epoch.
  public var validationMetric: Double?
  /// The metric over the test set at the last epoch.
  public var testMetric: Double?
  /// The lowest validation loss over the epochs at which it was computed: the recorded ones, and
  /// every one when early stopping watches it.
  public var bestValidationLoss: Double?
  /// The first epoch with that loss.
  public var bestEpoch: Int?

  /// How a run ended: everything but how, how far it came and its training loss may be missing.
  public init(
    status: RunStatus, epochs: Int, steps: Int, gradientEvaluations: Int, trainLoss: Double,
    validationLoss: Double? = nil, testLoss: Double? = nil, trainMetric: Double? = nil,
    validationMetric: Double? = nil, testMetric: Double? = nil, bestValidationLoss: Double? = nil,
    bestEpoch: Int? = nil
  ) {
    self.status = status
    self.epochs = epochs
    self.steps = steps
    self.gradientEvaluations = gradientEvaluations
    self.trainLoss = trainLoss
    self.validationLoss = validationLoss
    self.testLoss = testLoss
    self.trainMetric = trainMetric
    self.validationMetric = validationMetric
    self.testMetric = testMetric
    self.bestValidationLoss = bestValidationLoss
    self.bestEpoch = bestEpoch
  }
}

/// All that a run left behind: its outcome, whose figures are also its own, and the way there.
@dynamicMemberLookup
public struct RunRecord: Hashable, Sendable {
  /// How the run ended.
  public var outcome: RunOutcome
  /// The recorded epochs in rising order, epoch 0 and the last among them.
  public var curve: [CurvePoint]
  /// Where the run was at each point of `curve`, for a test function in two dimensions; nil for
  /// every other model. The last point of a diverged run need not be finite.
  public var trajectory: [SIMD2<Double>]?

  /// What a run left behind.
  public init(
    _ outcome: RunOutcome, curve: [CurvePoint], trajectory: [SIMD2<Double>]? = nil
  ) {
    self.outcome = outcome
    self.curve = curve
    self.trajectory = trajectory
  }

  /// A figure of the outcome.
  public subscript<Value>(dynamicMember figure: WritableKeyPath<RunOutcome, Value>) -> Value {
    get { outcome[keyPath: figure] }
    set { outcome[keyPath: figure] = newValue }
  }
}
