import Datasets
import Models
import Optimizers
import Testing

@testable import Training

@Suite("Runs agree with PyTorch's")
struct LibraryParityTests {
  /// A case of `References/training.py`.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let optimizer: String
    let name: String
    let epochs: Int
    let seed: UInt32
    let test: Double
    let validation: Double
    let initial: String
    let batch: Int
    let l2: Double
    let scaled: Bool
    let rate: Double
    let trainLosses: [Double]
    let validationLosses: [Double]
    let testLoss: Double?
    let rmse: [String: Double?]
    let noise: Double

    var testDescription: String { "\(optimizer) \(name)" }

    func request() throws -> RunRequest {
      let averages = ["beta1": 0.8, "beta2": 0.99]
      let given: [String: Double] = optimizer == "sgd" ? ["momentum": 0.9] : averages
      return try .onSmallTable(
        split: SplitShares(test: test, validation: validation),
        standardize: scaled ? .train : .none,
        model: LinearConfiguration(
          l2: l2, initial: try #require(InitialParameters(rawValue: initial))),
        budget: Budget(
          epochs: epochs, batchSize: batch == 0 ? .full : .examples(batch), record: .every(1)),
        optimizer: TrainingTests.optimizer(
          try #require(OptimizerKind(rawValue: optimizer)),
          given.merging(["learning_rate": rate]) { $1 }),
        generator: .numpyLegacy, seed: seed)
    }
  }

  /// Relative, of each loss. The largest deviation measured is 5.1e-15; disturbing the last bit of
  /// each parameter moves the same curves by up to 1.3e-14.
  static let tolerance = 3e-14

  @Test(
    "Loss curves and final figures, full and in batches",
    arguments: try reference("curves.json", as: [Case].self))
  func curves(reference: Case) throws {
    let record = try reference.request().run()
    let trainLosses = record.curve.map(\.trainLoss)
    let validationLosses = record.curve.compactMap(\.validationLoss)
    #expect(
      relativeDeviation(trainLosses, from: reference.trainLosses) <= Self.tolerance,
      "noise \(reference.noise)")
    #expect(
      relativeDeviation(validationLosses, from: reference.validationLosses) <= Self.tolerance)
    #expect(record.status == .completed && record.epochs == reference.epochs)
    let figures: [(Double?, Double??)] = [
      (record.testLoss, reference.testLoss), (record.trainMetric, reference.rmse["train"]),
      (record.validationMetric, reference.rmse["validation"]),
      (record.testMetric, reference.rmse["test"]),
    ]
    for (figure, expected) in figures {
      let expected = try #require(expected)
      #expect((figure == nil) == (expected == nil))
      if let figure, let expected {
        #expect(relativeDeviation([figure], from: [expected]) <= Self.tolerance)
      }
    }
  }

  struct Explosion: Decodable, Sendable {
    let rate: Double
    let epoch: Int
    let before: Double
  }

  @Test(
    "A rate that is too high diverges at the same epoch",
    arguments: try reference("explosions.json", as: [Explosion].self))
  func explosions(reference: Explosion) throws {
    let request = try RunRequest.onSmallTable(
      split: SplitShares(test: 0, validation: 0), model: LinearConfiguration(initial: .zeros),
      budget: Budget(epochs: 5000, record: .every(1)),
      optimizer: optimizer(.sgd, ["learning_rate": reference.rate]))
    let record = request.run()
    #expect(record.status == .diverged)
    #expect(record.epochs == reference.epoch && record.curve.count == reference.epoch + 1)
    let before = record.curve[reference.epoch - 1].trainLoss
    // The largest deviation measured is 7.5e-15.
    #expect(relativeDeviation([before], from: [reference.before]) <= 1e-13)
  }

  struct Path: Decodable, Sendable {
    let epochs: Int
    let every: Int
    let path: [[Double]]
    let values: [Double]
  }

  @Test(
    "The trajectory and the values of a test function in two dimensions",
    arguments: [TestFunctionKind.rosenbrock, .himmelblau])
  func trajectories(kind: TestFunctionKind) throws {
    let paths = try reference("paths.json", as: [String: Path].self)
    let expected = try #require(paths[kind.rawValue])
    let request = RunRequest.on(
      kind, budget: Budget(epochs: expected.epochs, record: .every(expected.every)),
      optimizer: try optimizer(.adam, ["learning_rate": 0.05]))
    let record = request.run()
    let trajectory = try #require(record.trajectory)
    #expect(record.curve.map(\.epoch) == Array(stride(from: 0, through: 200, by: 10)) + [205])
    // The largest deviation measured is 1.5e-15 of a coordinate, 2.9e-14 of a value.
    #expect(relativeDeviation(trajectory.map(\.x), from: expected.path.map { $0[0] }) <= 1e-14)
    #expect(relativeDeviation(trajectory.map(\.y), from: expected.path.map { $0[1] }) <= 1e-14)
    #expect(relativeDeviation(record.curve.map(\.trainLoss), from: expected.values) <= 1e-12)
  }
}
