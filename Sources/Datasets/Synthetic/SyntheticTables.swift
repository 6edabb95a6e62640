import Diagnostics
import Kernels

extension SyntheticRegression {
  /// The table. With the stream of `seed`, purpose `data` and name `regression` the weights are
  /// drawn first, then row by row the features and one number for the noise, which is drawn without
  /// noise too.
  public func table() -> Dataset {
    var stream = PhiloxStream(
      seed: UInt64(seed), purpose: "data", name: DatasetKind.regression.name)
    let deviations = SyntheticFeatures.deviations(count: features, condition: condition)
    let weights = SyntheticFeatures.weights(
      featureCount: features, informative: informative, outputCount: 1, &stream)
    var values: [Double] = []
    values.reserveCapacity(samples * features)
    var targets: [Double] = []
    for row in 0..<samples {
      for deviation in deviations { values.append(deviation * stream.normal()) }
      let score = SyntheticFeatures.scores(values[row * features..<values.count], weights)[0]
      targets.append(score + noise * stream.normal())
    }
    return Dataset(
      name: DatasetKind.regression.name, exampleCount: samples, featureCount: features,
      features: .dense(values),
      target: .numbers(targets), provenance: .synthetic(DatasetKind.regression.name, words))
  }

  private var words: String {
    "\(samples) × \(features), \(informative) informative, noise \(NumberText.exact(noise)), "
      + "condition \(NumberText.exact(condition)), seed \(seed)"
  }
}

extension SyntheticClassification {
  /// The table. With the stream of `seed`, purpose `data` and name `classification` the weights are
  /// drawn first, then row by row the features and one number of noise for each class.
  public func table() -> Dataset {
    var stream = PhiloxStream(
      seed: UInt64(seed), purpose: "data", name: DatasetKind.classification.name)
    let deviations = SyntheticFeatures.deviations(count: features, condition: condition)
    let weights = SyntheticFeatures.weights(
      featureCount: features, informative: informative, outputCount: classes, &stream)
    var values: [Double] = []
    values.reserveCapacity(samples * features)
    var targets: [Int] = []
    for row in 0..<samples {
      for deviation in deviations { values.append(deviation * stream.normal()) }
      let scores = SyntheticFeatures.scores(values[row * features..<values.count], weights)
      targets.append(SyntheticFeatures.noisyClass(of: scores, noise: noise, &stream))
    }
    return Dataset(
      name: DatasetKind.classification.name, exampleCount: samples, featureCount: features,
      features: .dense(values), target: .classes(targets, names: (0..<classes).map(String.init)),
      provenance: .synthetic(DatasetKind.classification.name, words))
  }

  private var words: String {
    "\(samples) × \(features), \(informative) informative, \(classes) classes, noise "
      + "\(NumberText.exact(noise)), condition \(NumberText.exact(condition)), seed \(seed)"
  }
}

extension SyntheticSparseClassification {
  /// How many values of each example are not 0.
  public var valuesPerExample: Int {
    min(features, max(1, Int((density * Double(features)).rounded())))
  }

  /// The table. With the stream of `seed`, purpose `data` and name `sparse_classification` the
  /// weights are drawn first, then row by row the columns, their values in rising order of the
  /// columns, and one number of noise for each class.
  public func table() -> Dataset {
    var stream = PhiloxStream(
      seed: UInt64(seed), purpose: "data", name: DatasetKind.sparseClassification.name)
    let weights = SyntheticFeatures.weights(
      featureCount: features, informative: informative, outputCount: classes, &stream)
    var draws = ColumnDraws(count: features)
    let count = valuesPerExample
    var rows = SparseRows()
    rows.columns.reserveCapacity(samples * count)
    rows.values.reserveCapacity(samples * count)
    var targets: [Int] = []
    for _ in 0..<samples {
      let columns = draws.draw(count, &stream)
      let values = stream.normals(count)
      let scores = weights.map { weights in
        var sum = 0.0
        for (column, value) in zip(columns, values) { sum += value * weights[Int(column)] }
        return sum
      }
      rows.columns += columns
      rows.values += values
      rows.rowStarts.append(rows.values.count)
      targets.append(SyntheticFeatures.noisyClass(of: scores, noise: noise, &stream))
    }
    return Dataset(
      name: DatasetKind.sparseClassification.name, exampleCount: samples, featureCount: features,
      features: .sparse(rows), target: .classes(targets, names: (0..<classes).map(String.init)),
      provenance: .synthetic(DatasetKind.sparseClassification.name, words))
  }

  private var words: String {
    "\(samples) × \(features), \(informative) informative, \(classes) classes, noise "
      + "\(NumberText.exact(noise)), density \(NumberText.exact(density)), seed \(seed)"
  }
}

extension Provenance {
  /// A table that options describe.
  fileprivate static func synthetic(_ kind: String, _ options: String) -> Provenance {
    Provenance(source: "a synthetic table: \(kind), \(options)", sha256: "")
  }
}
