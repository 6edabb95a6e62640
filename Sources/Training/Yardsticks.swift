import Datasets
import Models

/// What is known of a problem for one seed without running an optimizer: what losses and metrics are
/// measured by.
public struct Yardsticks: Hashable, Sendable {
  /// Where the training loss is least; nil where it is not known.
  public var optimum: Optimum?
  /// The test metric of the trivial predictor: the mean of the training target, or its most frequent class;
  /// nil without test rows, and for a model that ignores the target.
  public var trivialMetric: Double?

  /// What is known of a problem for one seed.
  public init(optimum: Optimum?, trivialMetric: Double?) {
    self.optimum = optimum
    self.trivialMetric = trivialMetric
  }
}

extension RunRequest {
  /// What is known of this run's problem for its seed, whatever the optimizer.
  public func yardsticks() -> Yardsticks {
    var streams = RunStreams(generator: setup.generator, seed: seed, problem: setup.problem)
    let data = problemData(&streams)
    return Yardsticks(
      optimum: setup.model.optimum(on: data),
      trivialMetric: setup.model.ignoresTarget ? nil : data.trivialMetric)
  }
}

extension ProblemData {
  /// The test metric of who says the same of every row, in the target's own unit.
  fileprivate var trivialMetric: Double? {
    guard test.count > 0, training.count > 0 else { return nil }
    let count = Double(test.count)
    switch test.target {
    case .numbers(let numbers):
      let mean = training.rows.reduce(0) { $0 + numbers[$1] } / Double(training.count)
      let squares = test.rows.reduce(0) { $0 + (numbers[$1] - mean) * (numbers[$1] - mean) }
      return targetScale * (squares / count).squareRoot()
    case .classes(let classes, let names):
      var counts = Array(repeating: 0, count: names.count)
      for row in training.rows { counts[Int(classes[row])] += 1 }
      // The first of the most frequent ones.
      let most = counts.max() ?? 0
      let frequent = counts.firstIndex(of: most) ?? 0
      return Double(test.rows.count { Int(classes[$0]) == frequent }) / count
    }
  }
}
