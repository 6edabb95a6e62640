import Models
import Optimizers

/// One run in progress: an objective, an optimizer and a budget.
struct Trainer {
  private var objective: any Objective
  private var optimizer: Optimizer
  private var streams: RunStreams
  private let budget: Budget
  /// Whether an epoch is one update on the whole training set.
  private let isFull: Bool
  private var parameters: [Double]
  private var gradient: [Double]
  private var step = 0
  private var gradientEvaluations = 0
  private var curve: [CurvePoint] = []
  private var trajectory: [SIMD2<Double>]?
  private var best: (loss: Double, epoch: Int)?
  private var patience: Patience?
  /// Whether the loss of a batch was not finite.
  private var hasLostBatch = false

  /// A run before its first update.
  ///
  /// - Parameters:
  ///   - objective: what is minimized, with at least one training example.
  ///   - configuration: the rule and its hyperparameters.
  ///   - budget: what the run may spend.
  ///   - streams: where the initial point and the batches come from.
  ///   - keepsTrajectory: whether the first two parameters are kept at the recorded epochs.
  init(
    objective: any Objective, configuration: OptimizerConfiguration, budget: Budget,
    streams: RunStreams, keepsTrajectory: Bool = false
  ) {
    self.objective = objective
    self.budget = budget
    isFull = budget.batchSize.isFull(examples: objective.trainingCount)
    var streams = streams
    parameters = streams.initialParameters(of: objective)
    self.streams = streams
    gradient = Array(repeating: 0, count: objective.parameterCount)
    let updatesPerEpoch = budget.batchSize.updatesPerEpoch(examples: objective.trainingCount)
    optimizer = Optimizer(
      configuration: configuration, initialParameters: parameters,
      updatesPerEpoch: updatesPerEpoch, totalUpdates: updatesPerEpoch * budget.epochs,
      layout: objective.layout)
    trajectory = keepsTrajectory ? [] : nil
    patience = budget.stop.map(Patience.init)
    curve.reserveCapacity(budget.record.count(of: budget.epochs))
  }

  /// Trains until the budget is used, early stopping says so, or the run has diverged: a parameter, the
  /// loss of a batch, or a training loss that is computed is no longer finite.
  ///
  /// With mini-batches a training loss costs a pass over the training set, so it is computed at
  /// recorded epochs only, and at every one where early stopping watches it.
  ///
  /// - Returns: what became of the run.
  mutating func train() -> RunRecord {
    for epoch in 0..<budget.epochs {
      let isRecorded = budget.record.contains(epoch: epoch, of: budget.epochs)
      // With full batches the loss comes with the gradient of the next update.
      let batchLoss =
        isFull
        ? objective.lossAndGradient(at: parameters, of: .full, gradient: &gradient) : nil
      var trainLoss = optimizer.hasEvaluationPoint ? nil : batchLoss
      if trainLoss == nil, isRecorded || patience?.watch == .training {
        trainLoss = loss(on: .training)
      }
      guard areFinite(trainLoss, batchLoss) else { return diverged(at: epoch, trainLoss) }

      var validationLoss: Double?
      if isRecorded || patience?.watch == .validation {
        validationLoss = loss(on: .validation)
        note(validationLoss, at: epoch)
      }
      if isOver(at: epoch, trainLoss: trainLoss, validationLoss: validationLoss) {
        return finished(at: epoch, .stopped)
      }
      if isRecorded, let trainLoss {
        record(epoch, trainLoss: trainLoss, validationLoss: validationLoss)
      }

      if isFull {
        update(examples: objective.trainingCount)
      } else {
        trainOnBatches()
      }
    }
    return finished(at: budget.epochs, .completed)
  }

  private mutating func update(examples: Int) {
    optimizer.step(parameters: &parameters, gradient: &gradient)
    step += 1
    gradientEvaluations += examples
  }

  /// One pass over the training set in batches, in a fresh random order.
  private mutating func trainOnBatches() {
    guard case .examples(let size) = budget.batchSize else { return }
    let order = streams.orderPermutation(objective.trainingCount)
    for first in stride(from: 0, to: order.count, by: size) {
      let rows = order[first..<min(first + size, order.count)]
      let loss = objective.lossAndGradient(
        at: parameters, of: .examples(rows), gradient: &gradient)
      // The pass goes on, so that a run has whole epochs of updates; it ends with it.
      if !loss.isFinite { hasLostBatch = true }
      update(examples: rows.count)
    }
  }

  /// The loss at the point where the rule wants losses taken.
  private mutating func loss(on part: DataPart) -> Double? { evaluation(on: part)?.loss }

  private mutating func evaluation(on part: DataPart) -> Evaluation? {
    objective.evaluate(at: optimizer.evaluationParameters(parameters), on: part)
  }

  private mutating func isOver(
    at epoch: Int, trainLoss: Double?, validationLoss: Double?
  ) -> Bool {
    switch patience?.watch {
    case nil: false
    case .training: patience?.isOver(at: epoch, loss: trainLoss ?? .infinity) ?? false
    case .validation: patience?.isOver(at: epoch, loss: validationLoss ?? .infinity) ?? false
    }
  }

  /// Takes note of a validation loss that is lower than all before it.
  private mutating func note(_ validationLoss: Double?, at epoch: Int) {
    guard let validationLoss, validationLoss < best?.loss ?? .infinity else { return }
    best = (validationLoss, epoch)
  }

  private mutating func record(_ epoch: Int, trainLoss: Double, validationLoss: Double?) {
    curve.append(
      CurvePoint(epoch: epoch, step: step, trainLoss: trainLoss, validationLoss: validationLoss))
    guard trajectory != nil else { return }
    let point = optimizer.evaluationParameters(parameters)
    trajectory?.append(SIMD2(point[0], point[1]))
  }

  private mutating func finished(at epoch: Int, _ status: RunStatus) -> RunRecord {
    let training = evaluation(on: .training)
    let trainLoss = training?.loss ?? .nan
    guard areFinite(trainLoss, nil) else { return diverged(at: epoch, trainLoss) }
    let validation = evaluation(on: .validation)
    let test = evaluation(on: .test)
    note(validation?.loss, at: epoch)
    record(epoch, trainLoss: trainLoss, validationLoss: validation?.loss)
    let outcome = RunOutcome(
      status: status, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: trainLoss, validationLoss: validation?.loss, testLoss: test?.loss,
      trainMetric: training?.metric, validationMetric: validation?.metric,
      testMetric: test?.metric, bestValidationLoss: best?.loss, bestEpoch: best?.epoch)
    return RunRecord(outcome, curve: curve, trajectory: trajectory)
  }

  /// The record of a run that ends at `epoch`, since something was not finite.
  ///
  /// - Parameter trainLoss: the training loss there, where it was computed already.
  private mutating func diverged(at epoch: Int, _ trainLoss: Double?) -> RunRecord {
    let trainLoss = trainLoss ?? loss(on: .training) ?? .nan
    record(epoch, trainLoss: trainLoss, validationLoss: nil)
    let outcome = RunOutcome(
      status: .diverged, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: trainLoss, bestValidationLoss: best?.loss, bestEpoch: best?.epoch)
    return RunRecord(outcome, curve: curve, trajectory: trajectory)
  }

  /// Whether every parameter, the losses of all batches so far and those given are finite.
  ///
  /// Mutating, so that the compiler borrows the run instead of copying it once an epoch.
  private mutating func areFinite(_ trainLoss: Double?, _ batchLoss: Double?) -> Bool {
    // x − x is 0 for a finite x and NaN otherwise, and 0 and NaN survive the sum.
    var sum = (trainLoss ?? 0) - (trainLoss ?? 0) + ((batchLoss ?? 0) - (batchLoss ?? 0))
    for value in parameters { sum += value - value }
    return sum == 0 && !hasLostBatch
  }
}
