import Datasets
import Models

extension RunRequest {
  /// The data of this run: split by the seed's own random order, then scaled on its training rows.
  func problemData(_ streams: inout RunStreams) -> ProblemData {
    guard var dataset else { return .none }
    let rows = Split.make(exampleCount: dataset.exampleCount, shares: split) {
      streams.splitPermutation($0)
    }
    if standardize == .train {
      dataset.standardizeFeatures(trainingRows: rows.training)
    }
    var targetScale = 1.0
    if standardizeTarget == .train,
      let scaling = dataset.standardizeTarget(trainingRows: rows.training)
    {
      targetScale = scaling.scales.first ?? 1
    }
    return ProblemData(
      training: dataset.examples(rows.training), validation: dataset.examples(rows.validation),
      test: dataset.examples(rows.test), targetScale: targetScale)
  }
}

extension Dataset {
  /// Some rows as examples.
  fileprivate func examples(_ rows: [Int]) -> Examples {
    Examples(featureCount: featureCount, features: features, target: target, rows: rows)
  }
}
