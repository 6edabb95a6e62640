import Datasets
import Models

extension RunRequest {
  /// The data of this run: split by the seed's own random order, then scaled on its training rows.
  func problemData(_ streams: inout RunStreams) -> ProblemData {
    guard var dataset = setup.dataset else { return .none }
    let rows = rows(of: dataset, &streams)
    if setup.standardize == .train {
      dataset.standardizeFeatures(trainingRows: rows.training)
    }
    var targetScale = 1.0
    if setup.standardizeTarget == .train,
      let scaling = dataset.standardizeTarget(trainingRows: rows.training)
    {
      targetScale = scaling.scales.first ?? 1
    }
    return ProblemData(
      training: dataset.examples(rows.training), validation: dataset.examples(rows.validation),
      test: dataset.examples(rows.test), targetScale: targetScale)
  }
}

extension RunRequest {
  /// Which examples are for what in this run; nil for a test function.
  public var rows: Split? {
    var streams = RunStreams(generator: setup.generator, seed: seed, problem: setup.problem)
    return setup.dataset.map { rows(of: $0, &streams) }
  }

  private func rows(of dataset: Dataset, _ streams: inout RunStreams) -> Split {
    Split.make(dataset.target, shares: setup.split) { streams.splitPermutation($0) }
  }
}

extension Dataset {
  /// Some rows as examples.
  fileprivate func examples(_ rows: [Int]) -> Examples {
    Examples(featureCount: featureCount, features: features, target: target, rows: rows)
  }
}
