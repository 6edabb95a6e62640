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
  /// Some rows as examples for regression; classes count as their indices.
  fileprivate func examples(_ rows: [Int]) -> Examples {
    let values =
      switch features.selecting(rows, columnCount: featureCount) {
      case .dense(let values): values
      case .sparse(let sparse): sparse.dense(columnCount: featureCount)
      }
    let targets =
      switch target {
      case .numbers(let numbers): rows.map { numbers[$0] }
      case .classes(let classes, _): rows.map { Double(classes[$0]) }
      }
    return Examples(count: rows.count, featureCount: featureCount, features: values, targets: targets)
  }
}
