import Models
import Optimizers
import Testing

@testable import Training

@Suite("Early stopping")
struct EarlyStoppingTests {
  private func train(
    _ objective: ScriptedObjective, epochs: Int = 20, record: RecordInterval = .every(1),
    _ stop: EarlyStopping
  ) throws -> RunRecord {
    var trainer = Trainer(
      objective: objective, configuration: try optimizer(.sgd, ["learning_rate": 1]),
      budget: Budget(epochs: epochs, record: record, stop: stop),
      streams: RunStreams(generator: .philox, seed: 0, problem: "scripted"))
    return trainer.train()
  }

  /// The lowest loss is at epoch 3, after a pause of two epochs.
  private let losses: [Double] = [9, 8, 8.5, 7, 7.5, 7.25, 7, 7.125, 6]

  @Test("The run ends when so many epochs have passed since the best", arguments: [1, 2, 3, 4, 5])
  func patience(patience: Int) throws {
    let ends = [1: 2, 2: 5, 3: 6, 4: 7, 5: 13]
    for watch in WatchedLoss.allCases {
      let objective = ScriptedObjective(
        training: watch == .training ? losses : [1], validation: watch == .training ? [1] : losses)
      let record = try train(objective, EarlyStopping(patience: patience, watch: watch))
      #expect(record.status == .stopped && record.epochs == ends[patience], "\(watch)")
      #expect(record.curve.count == record.epochs + 1)
    }
  }

  @Test("Only what is lower than the best by more than min_delta counts")
  func minimumDelta() throws {
    let objective = ScriptedObjective(training: [10, 9, 8, 7.5, 6.5, 6.5])
    func end(_ delta: Double) throws -> Int {
      try train(
        objective, EarlyStopping(patience: 2, minimumDelta: delta, watch: .training)
      ).epochs
    }
    // 9 is not lower than 10 by more than 1; 8 is, then 6.5 is.
    #expect(try end(1) == 6)
    #expect(try end(0.999) == 6)
    // 7.5 is lower than 10 by more than 2, and the rest lower than 7.5 by at most 1.
    #expect(try end(2) == 2)
    #expect(try end(0) == 6)
    #expect(try end(100) == 2)
  }

  @Test("Patience that outlasts the budget changes nothing; at the last epoch the run is completed")
  func patienceAtTheEnd() throws {
    let objective = ScriptedObjective(training: [5])
    let record = try train(objective, epochs: 6, EarlyStopping(patience: 6, watch: .training))
    #expect(record.status == .completed && record.epochs == 6)
    let stopped = try train(objective, epochs: 6, EarlyStopping(patience: 5, watch: .training))
    #expect(stopped.status == .stopped && stopped.epochs == 5)
  }

  @Test("The last epoch is recorded, and counts for the best validation loss")
  func lastEpoch() throws {
    let objective = ScriptedObjective(training: [5], validation: [4, 4, 4, 3])
    let record = try train(
      objective, record: .every(100), EarlyStopping(patience: 3, watch: .training))
    #expect(record.curve.map(\.epoch) == [0, 3])
    #expect(record.curve.last?.validationLoss == 3 && record.validationLoss == 3)
    #expect(record.bestValidationLoss == 3 && record.bestEpoch == 3)
    #expect(record.steps == 3)
  }

  @Test("A validation loss that is watched is computed every epoch, otherwise when recorded")
  func computedLosses() throws {
    let falling = (0...40).map { 100 - Double($0) }
    let watching = ScriptedObjective(training: falling, validation: [9, 8, 7, 1] + falling)
    let record = try train(
      watching, record: .every(100), EarlyStopping(patience: 20, watch: .validation))
    #expect(watching.journal.count("validation") == 21)
    #expect(record.bestValidationLoss == 1 && record.bestEpoch == 3)
    let other = ScriptedObjective(training: falling, validation: falling)
    _ = try train(other, record: .every(100), EarlyStopping(patience: 20, watch: .training))
    #expect(other.journal.count("validation") == 2)
  }

  @Test("In batches an epoch counts, not an update")
  func batches() throws {
    let objective = ScriptedObjective(trainingCount: 6, training: [5])
    var trainer = Trainer(
      objective: objective, configuration: try optimizer(.sgd, ["learning_rate": 1]),
      budget: Budget(
        epochs: 20, batchSize: .examples(2), record: .every(100),
        stop: EarlyStopping(patience: 4, watch: .training)),
      streams: RunStreams(generator: .philox, seed: 0, problem: "scripted"))
    let record = trainer.train()
    #expect(record.status == .stopped && record.epochs == 4 && record.steps == 12)
  }

  @Test("A loss of NaN or infinity is no improvement")
  func notFinite() throws {
    let objective = ScriptedObjective(training: [5], validation: [.infinity, .nan, .infinity])
    let record = try train(objective, EarlyStopping(patience: 2))
    #expect(record.status == .stopped && record.epochs == 2)
    #expect(record.bestValidationLoss == nil)
  }
}
