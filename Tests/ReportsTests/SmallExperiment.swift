import Foundation

@testable import Experiments
import Specs
@testable import Training

/// Made-up results of a small experiment, so that what a report says of them can be told in advance.
struct SmallExperiment {
  /// One run: training losses by epoch from 0 on; validation is 10 higher.
  static func record(
    _ losses: [Double], epochs: [Int]? = nil, status: RunStatus = .completed, metric: Double = 1
  ) -> RunRecord {
    let epochs = epochs ?? Array(losses.indices)
    let isLost = status == .diverged
    let curve = zip(epochs, losses).map { epoch, loss in
      CurvePoint(
        epoch: epoch, step: epoch, trainLoss: loss, validationLoss: isLost ? nil : loss + 10)
    }
    let last = losses.last ?? .nan
    return RunRecord(
      status: status, epochs: epochs.last ?? 0, steps: epochs.last ?? 0,
      gradientEvaluations: 10 * (epochs.last ?? 0), trainLoss: last,
      validationLoss: isLost ? nil : last + 10, testLoss: isLost ? nil : last + 20,
      trainMetric: isLost ? nil : metric, validationMetric: isLost ? nil : metric,
      testMetric: isLost ? nil : metric, bestValidationLoss: isLost ? nil : last + 10,
      bestEpoch: isLost ? nil : epochs.last, curve: curve)
  }

  /// The results of two optimizers, `a` and `b`, on the diabetes data, by seed.
  static func results(
    _ a: [RunRecord], _ b: [RunRecord], targets: String = "\"auto\"", epochs: Int = 4
  ) throws -> ResultSet {
    let text = """
      {
        "name": "made_up", "seeds": \(a.count),
        "problems": [{
          "name": "p", "dataset": "diabetes", "model": "linear", "epochs": \(epochs),
          "targets": \(targets)
        }],
        "optimizers": [
          { "name": "a", "kind": "adam" }, { "name": "b|*x*", "kind": "sgd", "momentum": 0.9 }
        ]
      }
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let plan = try Plan(ExperimentSpec.read(path: file.path))
    return ResultSet(plan: plan, records: a + b)
  }
}
