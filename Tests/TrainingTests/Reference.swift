import Datasets
import Foundation
import Kernels
import Models
import Optimizers
import Training

/// A file in `References`.
func referenceFile(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References").appendingPathComponent(name)
}

/// A JSON file in `References`.
func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: Data(contentsOf: referenceFile(name)))
}

/// The 43 examples of `References/small.csv`.
func smallDataset() throws -> Dataset {
  try Dataset.load(
    .csv(
      CSVSource(
        file: FileLocation(path: referenceFile("small.csv").path, displayName: "small.csv"),
        target: .name("y"), task: .regression)))
}

/// An optimizer with some of its hyperparameters given.
func optimizer(
  _ kind: OptimizerKind, variant: String? = nil, _ given: [String: Double] = [:]
) throws -> OptimizerConfiguration {
  try OptimizerConfiguration.resolve(
    kind: kind, variant: variant, given: given.mapValues { .number($0) })
}

extension RunRequest {
  /// A run of linear regression on the small table.
  static func onSmallTable(
    split: SplitShares = SplitShares(), standardize: Standardization = .none,
    model: LinearConfiguration = LinearConfiguration(), budget: Budget,
    optimizer: OptimizerConfiguration, generator: RandomGenerator = .philox, seed: UInt32 = 1
  ) throws -> RunRequest {
    RunRequest(
      RunSetup(
        problem: "small", dataset: try smallDataset(), split: split, standardize: standardize,
        standardizeTarget: standardize, model: .linear(model), budget: budget,
        optimizer: optimizer, generator: generator), seed: seed)
  }

  /// A run on a test function.
  static func on(
    _ kind: TestFunctionKind, dimension: Int = 2, budget: Budget,
    optimizer: OptimizerConfiguration
  ) -> RunRequest {
    RunRequest(
      RunSetup(
        problem: kind.rawValue, dataset: nil, split: SplitShares(), standardize: .none,
        standardizeTarget: .none,
        model: .testFunction(
          TestFunctionConfiguration(kind: kind, start: kind.start(dimension: dimension))),
        budget: budget, optimizer: optimizer, generator: .philox), seed: 0)
  }
}

/// The largest difference of two sequences, each relative to the expected number.
func relativeDeviation(_ values: [Double], from expected: [Double]) -> Double {
  guard values.count == expected.count else { return .infinity }
  return zip(values, expected).reduce(0) { larger, pair in
    // A NaN must not be passed over, as `max` might.
    let one = pair.0 == pair.1 ? 0 : (pair.0 - pair.1).magnitude / pair.1.magnitude
    return one <= larger ? larger : one
  }
}
