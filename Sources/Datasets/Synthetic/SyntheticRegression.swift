import Diagnostics
import Files
import SpecLanguage

/// Options of a synthetic table for regression.
///
/// The features are independent normal numbers, xᵢⱼ = √λⱼ zᵢⱼ, whose variances λⱼ are spaced
/// logarithmically from 1 in the first column to `condition` in the last. The weights wⱼ of
/// `informative` columns, chosen at random, are standard normal, those of the others are 0. The
/// target is yᵢ = Σⱼ xᵢⱼ wⱼ + `noise` · εᵢ with standard normal ε.
public struct SyntheticRegression: Hashable, Sendable {
  /// How many examples there are, at least 1.
  public var samples: Int
  /// How many features there are, at least 1.
  public var features: Int
  /// How many of the features bear on the target, from 0 to `features`.
  public var informative: Int
  /// The standard deviation of what no feature explains, at least 0.
  public var noise: Double
  /// The largest variance of a feature over the smallest, at least 1.
  public var condition: Double
  /// What the random numbers depend on.
  public var seed: UInt32

  /// A synthetic table for regression; all features are informative where `informative` is nil.
  public init(
    samples: Int, features: Int, informative: Int? = nil, noise: Double = 0, condition: Double = 1,
    seed: UInt32 = 0
  ) {
    self.samples = samples
    self.features = features
    self.informative = informative ?? features
    self.noise = noise
    self.condition = condition
    self.seed = seed
  }
}

extension SyntheticRegression: DataSource {
  package var kind: DatasetKind { .regression }
  package var targetTask: Task? { .regression }

  package var expectedBytes: Double? { 8 * Double(samples) * (Double(features) + 2) }

  package func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    return table()
  }

  package var options: [JSONLiteral.Member] {
    [
      .init(key: "samples", value: .whole(samples)),
      .init(key: "features", value: .whole(features)),
      .init(key: "informative", value: .whole(informative)),
      .init(key: "noise", value: .number(noise)),
      .init(key: "condition", value: .number(condition)),
      .init(key: "seed", value: .whole(Int(seed))),
    ]
  }
}

extension DatasetKind {
  /// A synthetic table for regression.
  public static let regression = DatasetKind(
    "regression", summary: "a synthetic table for regression", revision: 1
  ) { SyntheticRegression.asked(of: $0) }
}

extension DatasetSource {
  /// A synthetic table for regression.
  public static func regression(_ source: SyntheticRegression) -> DatasetSource {
    DatasetSource(source)
  }
}

extension SyntheticRegression {
  /// Asks for the keys of a synthetic table.
  static func asked(of keys: Keys) -> SyntheticRegression? {
    let shared = SyntheticKeys(keys, fewest: 0)
    let condition = keys.condition()
    guard let shared, let condition else { return nil }
    return SyntheticRegression(
      samples: shared.samples, features: shared.features, informative: shared.informative,
      noise: shared.noise, condition: condition, seed: shared.seed)
  }
}
