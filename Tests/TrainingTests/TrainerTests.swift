import Kernels
import Models
import Optimizers
import Testing

@testable import Training

@Suite("The training loop")
struct TrainerTests {
  private func train(
    _ objective: ScriptedObjective, _ budget: Budget
  ) throws -> RunRecord {
    var trainer = Trainer(
      objective: objective, configuration: try optimizer(.sgd, ["learning_rate": 1]),
      budget: budget, streams: RunStreams(generator: .philox, seed: 0, problem: "scripted"))
    return trainer.train()
  }

  private let falling = (0...40).map { 100 - Double($0) }

  @Test("A curve has the losses before the first update and after each recorded epoch")
  func curve() throws {
    let objective = ScriptedObjective(
      training: [9, 7, 5, 3, 1], validation: [19, 17, 15, 16, 18])
    let record = try train(objective, Budget(epochs: 4, record: .every(3)))
    #expect(
      record.curve == [
        CurvePoint(epoch: 0, step: 0, trainLoss: 9, validationLoss: 19),
        CurvePoint(epoch: 3, step: 3, trainLoss: 3, validationLoss: 16),
        CurvePoint(epoch: 4, step: 4, trainLoss: 1, validationLoss: 18),
      ])
    #expect(record.status == .completed && record.epochs == 4)
    #expect(record.trainLoss == 1 && record.validationLoss == 18 && record.testLoss == nil)
    #expect(record.trainMetric == -1 && record.validationMetric == -18)
    #expect(record.testMetric == nil)
    // The lowest of the recorded epochs; what it was at epoch 2 nobody asked.
    #expect(record.bestValidationLoss == 16 && record.bestEpoch == 3)
  }

  @Test("The best validation loss is the first of equals, and nil without validation rows")
  func best() throws {
    let objective = ScriptedObjective(training: [9], validation: [5, 4, 6, 4, 5])
    let record = try train(objective, Budget(epochs: 4))
    #expect(record.bestValidationLoss == 4 && record.bestEpoch == 1)
    let without = try train(ScriptedObjective(training: [9]), Budget(epochs: 4))
    #expect(without.bestValidationLoss == nil && without.bestEpoch == nil)
    #expect(without.curve.allSatisfy { $0.validationLoss == nil })
  }

  @Test("With full batches an epoch costs one gradient and nothing else")
  func cost() throws {
    let objective = ScriptedObjective(training: falling, validation: falling)
    _ = try train(objective, Budget(epochs: 40, record: .every(10)))
    #expect(objective.journal.count("full") == 40)
    // Recorded at 0, 10, 20, 30 and 40; at the end each part once.
    #expect(objective.journal.count("validation") == 5)
    #expect(objective.journal.count("training") == 1)
    #expect(objective.journal.count("test") == 1)
  }

  @Test("Batches cover the training set once an epoch, the last one smaller, in a new order")
  func batches() throws {
    let objective = ScriptedObjective(trainingCount: 11, training: falling)
    let record = try train(objective, Budget(epochs: 2, batchSize: .examples(4)))
    let sizes = [4, 4, 3]
    let batches = objective.journal.all.filter { $0.hasPrefix("batch") }.map(Self.rows)
    #expect(batches.map(\.count) == sizes + sizes)
    let (first, second) = (batches[..<3].flatMap(\.self), batches[3...].flatMap(\.self))
    #expect(first.sorted() == Array(0..<11) && second.sorted() == Array(0..<11))
    #expect(first != second)
    #expect(record.steps == 6 && record.gradientEvaluations == 22 && record.epochs == 2)
    #expect(record.curve.map(\.step) == [0, 3, 6])
    #expect(record.curve.map(\.trainLoss) == [100, 97, 94])
    #expect(objective.journal.count("full") == 0)
  }

  @Test("A batch size of the training set or more is a full batch", arguments: [11, 12, Int.max])
  func largeBatches(size: Int) throws {
    let objective = ScriptedObjective(trainingCount: 11, training: falling)
    let full = try train(objective, Budget(epochs: 3))
    #expect(try train(objective, Budget(epochs: 3, batchSize: .examples(size))) == full)
    #expect(full.steps == 3 && full.gradientEvaluations == 33)
    #expect(objective.journal.count("full") == 6)
  }

  @Test("Updates in an epoch: as many batches as cover the training set, at least one")
  func updatesPerEpoch() {
    #expect(BatchSize.full.updatesPerEpoch(examples: 11) == 1)
    let counts = [1, 3, 4, 10, 11, 12, Int.max].map {
      BatchSize.examples($0).updatesPerEpoch(examples: 11)
    }
    #expect(counts == [11, 4, 3, 2, 1, 1, 1])
    #expect(BatchSize.examples(4).updatesPerEpoch(examples: 12) == 3)
  }

  @Test("A schedule by epochs counts the batches of an epoch")
  func schedule() throws {
    let objective = ScriptedObjective(trainingCount: 5, training: falling)
    var trainer = Trainer(
      objective: objective,
      configuration: try OptimizerConfiguration.resolve(
        kind: .sgd, given: ["learning_rate": .number(1)],
        schedule: Schedule(.exponential(factor: 2))),
      budget: Budget(epochs: 3, batchSize: .examples(2)),
      streams: RunStreams(generator: .philox, seed: 0, problem: "scripted"))
    // Three updates at 1, three at 2, three at 4.
    let record = trainer.train()
    #expect(record.curve.map(\.trainLoss) == [100, 97, 91, 79])
  }

  @Test("A loss that is not finite ends the run at its epoch", arguments: [Double.infinity, .nan])
  func divergence(loss: Double) throws {
    let objective = ScriptedObjective(
      training: [3, 2, 4, loss], validation: [6, 5, 7, 1])
    for record in [RecordInterval.every(1), .every(100)] {
      let record = try train(objective, Budget(epochs: 9, record: record))
      #expect(record.status == .diverged && record.epochs == 3 && record.steps == 3)
      let last = try #require(record.curve.last)
      #expect(last.epoch == 3 && last.validationLoss == nil && !last.trainLoss.isFinite)
      #expect(!record.trainLoss.isFinite && record.gradientEvaluations == 3)
      #expect(record.validationLoss == nil && record.testLoss == nil)
      #expect(record.trainMetric == nil && record.validationMetric == nil)
      #expect(record.testMetric == nil)
      #expect(record.bestValidationLoss == (record.curve.count == 4 ? 5 : 6))
    }
  }

  /// Where the loss over the training set is not computed, that of the next batch tells.
  @Test(
    "In batches the run ends at the epoch at which a loss shows it",
    arguments: [(1, 3, 6), (3, 3, 6), (2, 4, 8), (100, 4, 8)])
  func divergenceInBatches(interval: Int, epoch: Int, steps: Int) throws {
    let objective = ScriptedObjective(
      trainingCount: 4, training: [3, 3, 3, 3, 3, 3, .infinity, 3])
    let budget = Budget(epochs: 9, batchSize: .examples(2), record: .every(interval))
    let record = try train(objective, budget)
    #expect(record.status == .diverged && record.epochs == epoch && record.steps == steps)
    #expect(record.curve.last?.epoch == epoch)
    #expect(record.trainLoss == (epoch == 3 ? .infinity : 3))
  }

  /// A pass over the training set costs as much as many updates.
  @Test(
    "In batches the training loss is computed where it is recorded or watched, and nowhere else")
  func costOfRecording() throws {
    func passes(_ budget: Budget) throws -> Int {
      let objective = ScriptedObjective(
        trainingCount: 4, training: Array(repeating: 3, count: 50), validation: [1])
      _ = try train(objective, budget)
      return objective.journal.count("training")
    }
    let batches = BatchSize.examples(2)
    #expect(try passes(Budget(epochs: 20, batchSize: batches, record: .every(5))) == 5)
    #expect(try passes(Budget(epochs: 20, batchSize: batches, record: .every(1))) == 21)
    #expect(try passes(Budget(epochs: 20, batchSize: batches, record: .every(100))) == 2)
    let watched = EarlyStopping(patience: 100, watch: .training)
    #expect(
      try passes(Budget(epochs: 20, batchSize: batches, record: .every(100), stop: watched)) == 21)
  }

  @Test("Divergence at the first and at the last epoch")
  func divergenceAtTheEnds() throws {
    let first = try train(ScriptedObjective(training: [.nan]), Budget(epochs: 2))
    #expect(first.status == .diverged && first.epochs == 0 && first.steps == 0)
    #expect(first.curve.count == 1)
    let last = try train(ScriptedObjective(training: [1, 1, .infinity]), Budget(epochs: 2))
    #expect(last.status == .diverged && last.epochs == 2 && last.curve.count == 3)
  }

  @Test("Parameters that are not finite end the run though the loss is finite")
  func brokenParameters() throws {
    let objective = ScriptedObjective(training: [5, 4, 3, 2], brokenGradient: 1)
    let record = try train(objective, Budget(epochs: 9))
    #expect(record.status == .diverged && record.epochs == 2)
    #expect(record.trainLoss == 2 && record.curve.map(\.trainLoss) == [5, 4, 2])
  }

  @Test("Every optimizer of a seed sees the same batches, with and without a drawn start")
  func sameBatches() throws {
    var journals: [[String]] = []
    for kind in [OptimizerKind.sgd, .adam, .nadam] {
      for generator in [RandomGenerator.philox, .numpyLegacy] {
        let objective = ScriptedObjective(trainingCount: 9, training: falling)
        var trainer = Trainer(
          objective: objective, configuration: try optimizer(kind),
          budget: Budget(epochs: 5, batchSize: .examples(4), record: .every(5)),
          streams: RunStreams(generator: generator, seed: 3, problem: "scripted"))
        _ = trainer.train()
        journals.append(objective.journal.all.filter { $0.hasPrefix("batch") })
      }
    }
    #expect(journals[0] == journals[2] && journals[2] == journals[4])
    #expect(journals[1] == journals[3] && journals[3] == journals[5])
    #expect(journals[0] != journals[1] && journals[0].count == 15)
  }

  private static func rows(_ entry: String) -> [Int] {
    entry.split { !$0.isNumber }.compactMap { Int($0) }
  }
}
