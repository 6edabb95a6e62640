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
    parameters = objective.initialParameters { streams.initialNormal() }
    self.streams = streams
    gradient = Array(repeating: 0, count: objective.parameterCount)
    let updatesPerEpoch = budget.batchSize.updatesPerEpoch(examples: objective.trainingCount)
    optimizer = Optimizer(
      configuration: configuration, initialParameters: parameters,
      updatesPerEpoch: updatesPerEpoch, totalUpdates: updatesPerEpoch * budget.epochs)
    trajectory = keepsTrajectory ? [] : nil
    patience = budget.stop.map(Patience.init)
    curve.reserveCapacity(budget.record.count(of: budget.epochs))
  }

  /// Trains until the budget is used, early stopping says so, or the training loss or a parameter
  /// is no longer finite.
  ///
  /// - Parameter isInterrupted: asked once an epoch.
  /// - Returns: nil when the run was interrupted.
  mutating func train(isInterrupted: () -> Bool) -> RunRecord? {
    for epoch in 0..<budget.epochs {
      if isInterrupted() { return nil }
      // The loss is needed at every epoch, since it decides whether the run has diverged. With
      // full batches it comes with the gradient of the next update.
      let trainLoss =
        isFull
        ? objective.lossAndGradient(at: parameters, of: .full, gradient: &gradient)
        : loss(on: .training) ?? .nan
      guard isFinite(trainLoss) else { return diverged(at: epoch, trainLoss: trainLoss) }

      let isRecorded = budget.record.contains(epoch: epoch, of: budget.epochs)
      var validationLoss: Double?
      if isRecorded || patience?.watch == .validation {
        validationLoss = loss(on: .validation)
        note(validationLoss, at: epoch)
      }
      if isOver(at: epoch, trainLoss: trainLoss, validationLoss: validationLoss) {
        return finished(at: epoch, .stopped)
      }
      if isRecorded { record(epoch, trainLoss: trainLoss, validationLoss: validationLoss) }

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
      _ = objective.lossAndGradient(at: parameters, of: .examples(rows), gradient: &gradient)
      update(examples: rows.count)
    }
  }

  private mutating func loss(on part: DataPart) -> Double? {
    objective.evaluate(at: parameters, on: part)?.loss
  }

  private mutating func isOver(at epoch: Int, trainLoss: Double, validationLoss: Double?) -> Bool {
    switch patience?.watch {
    case nil: false
    case .training: patience?.isOver(at: epoch, loss: trainLoss) ?? false
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
    trajectory?.append(SIMD2(parameters[0], parameters[1]))
  }

  private mutating func finished(at epoch: Int, _ status: RunStatus) -> RunRecord {
    let training = objective.evaluate(at: parameters, on: .training)
    let trainLoss = training?.loss ?? .nan
    guard isFinite(trainLoss) else { return diverged(at: epoch, trainLoss: trainLoss) }
    let validation = objective.evaluate(at: parameters, on: .validation)
    let test = objective.evaluate(at: parameters, on: .test)
    note(validation?.loss, at: epoch)
    record(epoch, trainLoss: trainLoss, validationLoss: validation?.loss)
    return RunRecord(
      status: status, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: trainLoss, validationLoss: validation?.loss, testLoss: test?.loss,
      trainMetric: training?.metric, validationMetric: validation?.metric,
      testMetric: test?.metric, bestValidationLoss: best?.loss, bestEpoch: best?.epoch,
      curve: curve, trajectory: trajectory)
  }

  private mutating func diverged(at epoch: Int, trainLoss: Double) -> RunRecord {
    record(epoch, trainLoss: trainLoss, validationLoss: nil)
    return RunRecord(
      status: .diverged, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: trainLoss, bestValidationLoss: best?.loss, bestEpoch: best?.epoch, curve: curve,
      trajectory: trajectory)
  }

  /// Whether the training loss and every parameter are finite.
  private func isFinite(_ trainLoss: Double) -> Bool {
    // x − x is 0 for a finite x and NaN otherwise, and 0 and NaN survive the sum.
    var sum = trainLoss - trainLoss
    for value in parameters { sum += value - value }
    return sum == 0
  }
}
