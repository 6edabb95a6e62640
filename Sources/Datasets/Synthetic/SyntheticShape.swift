import Diagnostics
import SpecLanguage

/// The keys that all made-up tables share.
private struct SyntheticKeys {
  var samples: Int
  var features: Int
  var informative: Int?
  var noise: Double
  var seed: UInt32

  /// Asks for the keys.
  ///
  /// - Parameter fewest: the fewest informative features.
  init?(_ keys: Keys, fewest: Int) {
    let samples = keys.required("samples", .whole(1...100_000_000), "number of examples")
    let features = keys.required("features", .whole(1...10_000_000), "number of features")
    let informative = keys.optional(
      "informative", .whole(fewest...10_000_000),
      "number of features that bear on the target; by default all")
    let noise = keys.optional(
      "noise", .number(NumberDomain(lower: 0)), default: 0,
      "standard deviation of what no feature explains")
    let seed = keys.optional(
      "seed", .whole(0...Int(UInt32.max)), default: 0, "seed of the random numbers")
    guard let samples, let features, let noise, let seed else { return nil }
    if let informative, informative > features {
      keys.fault(
        at: "informative", "'informative' is \(informative), but there are \(features) features",
        "at most as many as 'features'")
      return nil
    }
    self.samples = samples
    self.features = features
    self.informative = informative
    self.noise = noise
    self.seed = UInt32(seed)
  }
}

extension Keys {
  fileprivate func condition() -> Double? {
    optional(
      "condition", .number(NumberDomain(lower: 1)), default: 1,
      "largest variance of a feature over the smallest")
  }

  fileprivate func classes() -> Int? {
    optional("classes", .whole(2...10_000), default: 2, "number of classes")
  }
}

extension SyntheticRegression {
  /// Asks for the keys of a made-up table.
  package static func asked(of keys: Keys) -> SyntheticRegression? {
    let shared = SyntheticKeys(keys, fewest: 0)
    let condition = keys.condition()
    guard let shared, let condition else { return nil }
    return SyntheticRegression(
      samples: shared.samples, features: shared.features, informative: shared.informative,
      noise: shared.noise, condition: condition, seed: shared.seed)
  }
}

extension SyntheticClassification {
  /// Asks for the keys of a made-up table.
  package static func asked(of keys: Keys) -> SyntheticClassification? {
    let shared = SyntheticKeys(keys, fewest: 1)
    let condition = keys.condition()
    let classes = keys.classes()
    guard let shared, let condition, let classes else { return nil }
    return SyntheticClassification(
      samples: shared.samples, features: shared.features, informative: shared.informative,
      noise: shared.noise, condition: condition, classes: classes, seed: shared.seed)
  }
}

extension SyntheticSparseClassification {
  /// Asks for the keys of a made-up table.
  package static func asked(of keys: Keys) -> SyntheticSparseClassification? {
    let shared = SyntheticKeys(keys, fewest: 1)
    let density = keys.optional(
      "density", .number(NumberDomain(lower: 0, lowerOpen: true, upper: 1)), default: 0.01,
      "share of the values that are not 0")
    let classes = keys.classes()
    guard let shared, let density, let classes else { return nil }
    return SyntheticSparseClassification(
      samples: shared.samples, features: shared.features, informative: shared.informative,
      noise: shared.noise, density: density, classes: classes, seed: shared.seed)
  }
}
