import Datasets
import Kernels
import Models
import Optimizers
import Testing

@testable import Training

@Suite("Runs of classifiers and networks agree with PyTorch's")
struct NetworkParityTests {
  /// A case of `References/networks.py`.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let optimizer: String
    let model: String
    let hidden: [Int]
    let activation: String
    let l2: Double
    let batch: Int
    let rate: Double
    let epochs: Int
    let trainLosses: [Double]
    let validationLosses: [Double]
    let testLoss: Double
    let testMetric: Double
    let noise: Double

    var testDescription: String {
      "\(optimizer) \(model) \(hidden) \(activation), batches of \(batch), l2 \(l2)"
    }

    /// The run, on a table that is kept dense or made sparse.
    func request(isSparse: Bool) throws -> RunRequest {
      var dataset = try Dataset.load(
        .csv(
          CSVSource(
            file: FileLocation(path: referenceFile("flowers.csv").path, displayName: "flowers.csv"),
            target: .name("y"), task: .classification)))
      if isSparse, let values = dataset.features.dense {
        // Every number is written out, zeros too.
        dataset.features = .sparse(
          SparseRows(
            rowStarts: Array(stride(from: 0, through: values.count, by: 4)),
            columns: values.indices.map { Int32($0 % 4) }, values: values))
      }
      let network = NetworkConfiguration(
        hidden: hidden, activation: try #require(Activation(rawValue: activation)), l2: l2,
        initial: .normal)
      let configuration: ModelConfiguration =
        switch model {
        case "softmax": .softmax(LinearConfiguration(l2: l2, initial: .normal))
        case "autoencoder": .autoencoder(network)
        default: .mlp(network)
        }
      return RunRequest(
        RunSetup(
          problem: "flowers", dataset: dataset, split: SplitShares(), standardize: .none,
          standardizeTarget: .none, model: configuration,
          budget: Budget(
            epochs: epochs, batchSize: batch == 0 ? .full : .examples(batch), record: .every(1)),
          optimizer: try TrainingTests.optimizer(
            try #require(OptimizerKind(rawValue: optimizer)),
            ["beta1": 0.8, "beta2": 0.99, "learning_rate": rate]),
          generator: .numpyLegacy), seed: 6)
    }
  }

  /// Relative, of each loss. The largest deviation measured is 2.5e-15; disturbing the last bit of
  /// each parameter moves the same curves by up to 3.1e-15.
  static let tolerance = 2e-14

  @Test(
    "Loss curves and final figures, full and in batches, dense and sparse",
    arguments: try reference("networks.json", as: [Case].self), [false, true])
  func curves(reference: Case, isSparse: Bool) throws {
    let record = try reference.request(isSparse: isSparse).run()
    #expect(record.status == .completed && record.epochs == reference.epochs)
    let trainLosses = record.curve.map(\.trainLoss)
    let validationLosses = record.curve.compactMap(\.validationLoss)
    #expect(
      relativeDeviation(trainLosses, from: reference.trainLosses) <= Self.tolerance,
      "noise \(reference.noise)")
    #expect(
      relativeDeviation(validationLosses, from: reference.validationLosses) <= Self.tolerance)
    let testLoss = try #require(record.testLoss)
    let testMetric = try #require(record.testMetric)
    #expect(
      relativeDeviation([testLoss, testMetric], from: [reference.testLoss, reference.testMetric])
        <= Self.tolerance)
  }
}
