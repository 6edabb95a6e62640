import Diagnostics
import SpecLanguage

/// The keys that all synthetic tables share.
struct SyntheticKeys {
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
    if let informative, let features, informative > features {
      keys.fault(
        at: "informative",
        "'informative' is \(informative), but there \(features == 1 ? "is" : "are") "
          + counted(features, "feature"),
        "at most as many as 'features'")
      return nil
    }
    guard let samples, let features, let noise, let seed else { return nil }
    self.samples = samples
    self.features = features
    self.informative = informative
    self.noise = noise
    self.seed = UInt32(seed)
  }
}

extension Keys {
  func condition() -> Double? {
    optional(
      "condition", .number(NumberDomain(lower: 1)), default: 1,
      "largest variance of a feature over the smallest")
  }

  func classes() -> Int? {
    optional("classes", .whole(2...10_000), default: 2, "number of classes")
  }
}
