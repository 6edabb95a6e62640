import Models
import Optimizers

/// One run in progress: an objective, an optimizer and a budget.
struct Trainer {
  private var objective: any Objective
  private var optimizer: Optimizer
  private var streams: RunStreams
  private let budget: Budget
  private var parameters: [Double]
  private var gradient: [Double]
  private var step = 0
  private var gradientEvaluations = 0
  private var curve: [CurvePoint] = []
  private var best: (loss: Double, epoch: Int)?
  private var patience: Patience?

  init(
    objective: any Objective, configuration: OptimizerConfiguration, budget: Budget,
    streams: RunStreams
  ) {
    self.objective = objective
    self.budget = budget
    self.streams = streams
    var drawn = streams
    parameters = objective.initialParameters { drawn.initialNormal() }
    self.streams = drawn
    gradient = Array(repeating: 0, count: objective.parameterCount)
    let updatesPerEpoch = budget.batchSize.updatesPerEpoch(examples: objective.trainingCount)
    optimizer = Optimizer(
      configuration: configuration, initialParameters: parameters,
      updatesPerEpoch: updatesPerEpoch, totalUpdates: updatesPerEpoch * budget.epochs)
    patience = budget.stop.map(Patience.init)
    curve.reserveCapacity(budget.record.count(of: budget.epochs))
  }

  /// Trains until the budget is used, early stopping says so, or nothing is finite any more.
  ///
  /// - Parameter isInterrupted: asked once an epoch.
  /// - Returns: nil when the run was interrupted.
  mutating func train(isInterrupted: () -> Bool) -> RunRecord? {
    var epoch = 0
    while true {
      if isInterrupted() { return nil }
      // With full batches the gradient's own loss is the loss at this epoch: nothing is computed
      // twice.
      let isFull = budget.batchSize.isFull(examples: objective.trainingCount)
      let isRecorded = budget.record.contains(epoch: epoch, of: budget.epochs)
      var trainLoss: Double?
      if isFull, epoch < budget.epochs {
        trainLoss = objective.lossAndGradient(at: parameters, of: .full, gradient: &gradient)
      } else if isRecorded || patience?.watch == .training {
        trainLoss = objective.evaluate(at: parameters, on: .training)?.loss
      }
      guard allFinite(parameters), trainLoss?.isFinite ?? true else {
        let loss = trainLoss ?? objective.evaluate(at: parameters, on: .training)?.loss
        return diverged(at: epoch, trainLoss: loss ?? .nan)
      }
      var validationLoss: Double?
      if isRecorded || patience?.watch == .validation {
        validationLoss = objective.evaluate(at: parameters, on: .validation)?.loss
        note(validationLoss, at: epoch)
      }
      let isOver = patience?.isOver(
        epoch: epoch, trainLoss: trainLoss, validationLoss: validationLoss)
      let isLast = epoch == budget.epochs || isOver == true
      if isRecorded || isLast {
        record(epoch, trainLoss: trainLoss, validationLoss: validationLoss)
      }
      if isLast { return finished(at: epoch, isOver == true ? .stopped : .completed) }

      if isFull {
        update(examples: objective.trainingCount)
      } else {
        trainOnBatches()
      }
      epoch += 1
    }
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
    var first = 0
    while first < order.count {
      let rows = order[first..<min(first + size, order.count)]
      _ = objective.lossAndGradient(at: parameters, of: .examples(rows), gradient: &gradient)
      update(examples: rows.count)
      first += size
    }
  }

  private mutating func note(_ validationLoss: Double?, at epoch: Int) {
    guard let validationLoss, validationLoss < best?.loss ?? .infinity else { return }
    best = (validationLoss, epoch)
  }

  private mutating func record(_ epoch: Int, trainLoss: Double?, validationLoss: Double?) {
    let train = trainLoss ?? objective.evaluate(at: parameters, on: .training)?.loss
    let validation =
      validationLoss ?? objective.evaluate(at: parameters, on: .validation)?.loss
    curve.append(
      CurvePoint(
        epoch: epoch, step: step, trainLoss: train ?? .nan, validationLoss: validation))
  }

  private mutating func finished(at epoch: Int, _ status: RunStatus) -> RunRecord {
    let training = objective.evaluate(at: parameters, on: .training)
    let validation = objective.evaluate(at: parameters, on: .validation)
    let test = objective.evaluate(at: parameters, on: .test)
    return RunRecord(
      status: status, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: curve.last?.trainLoss ?? .nan, validationLoss: validation?.loss,
      testLoss: test?.loss, trainMetric: training?.metric, validationMetric: validation?.metric,
      testMetric: test?.metric, bestValidationLoss: best?.loss, bestEpoch: best?.epoch,
      curve: curve)
  }

  private mutating func diverged(at epoch: Int, trainLoss: Double) -> RunRecord {
    curve.append(
      CurvePoint(epoch: epoch, step: step, trainLoss: trainLoss, validationLoss: nil))
    return RunRecord(
      status: .diverged, epochs: epoch, steps: step, gradientEvaluations: gradientEvaluations,
      trainLoss: trainLoss, validationLoss: nil, testLoss: nil, trainMetric: nil,
      validationMetric: nil, testMetric: nil, bestValidationLoss: best?.loss,
      bestEpoch: best?.epoch, curve: curve)
  }

  private func allFinite(_ values: [Double]) -> Bool {
    // x − x is 0 for a finite x and NaN otherwise, and 0 and NaN survive the sum.
    var sum = 0.0
    for value in values { sum += value - value }
    return sum == 0
  }
}

/// What early stopping remembers.
struct Patience {
  private let stop: EarlyStopping
  private var best = Double.infinity
  private var bestEpoch = 0

  init(_ stop: EarlyStopping) { self.stop = stop }

  var watch: WatchedLoss { stop.watch }

  /// Takes note of the losses at `epoch`; true when `patience` epochs have passed without an
  /// improvement by more than `minimumDelta`.
  mutating func isOver(epoch: Int, trainLoss: Double?, validationLoss: Double?) -> Bool {
    let watched = stop.watch == .training ? trainLoss : validationLoss
    if let watched, watched < best - stop.minimumDelta {
      best = watched
      bestEpoch = epoch
    }
    return epoch - bestEpoch >= stop.patience
  }
}

extension BatchSize {
  /// Whether one batch holds all `examples`.
  func isFull(examples: Int) -> Bool {
    switch self {
    case .full: true
    case .examples(let size): size >= examples
    }
  }

  /// How many updates one pass over `examples` examples makes.
  public func updatesPerEpoch(examples: Int) -> Int {
    switch self {
    case .full: 1
    case .examples(let size): max(1, (examples + size - 1) / size)
    }
  }
}
