import Diagnostics
import Files
import SpecLanguage

/// Options of a synthetic table for classification.
///
/// Features are those of ``SyntheticRegression``. Each class c has weights of its own for the same
/// `informative` columns; the class of an example is the c with the largest Σⱼ xᵢⱼ wⱼc + `noise` ·
/// εᵢc.
public struct SyntheticClassification: Hashable, Sendable {
  /// How many examples there are, at least 1.
  public var samples: Int
  /// How many features there are, at least 1.
  public var features: Int
  /// How many of the features bear on the class, from 1 to `features`.
  public var informative: Int
  /// The standard deviation of what no feature explains in a class's score, at least 0.
  public var noise: Double
  /// The largest variance of a feature over the smallest, at least 1.
  public var condition: Double
  /// How many classes there are, at least 2.
  public var classes: Int
  /// What the random numbers depend on.
  public var seed: UInt32

  /// A synthetic table for classification; all features are informative where `informative` is nil.
  public init(
    samples: Int, features: Int, informative: Int? = nil, noise: Double = 0, condition: Double = 1,
    classes: Int = 2, seed: UInt32 = 0
  ) {
    self.samples = samples
    self.features = features
    self.informative = informative ?? features
    self.noise = noise
    self.condition = condition
    self.classes = classes
    self.seed = seed
  }
}

extension SyntheticClassification: DataSource {
  package var kind: DatasetKind { .classification }
  package var targetTask: Task? { .classification }
  package var classCount: Int? { classes }

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
      .init(key: "classes", value: .whole(classes)),
      .init(key: "seed", value: .whole(Int(seed))),
    ]
  }
}

extension DatasetKind {
  /// A synthetic table for classification.
  public static let classification = DatasetKind(
    "classification", summary: "a synthetic table for classification", revision: 1
  ) { SyntheticClassification.asked(of: $0) }
}

extension DatasetSource {
  /// A synthetic table for classification.
  public static func classification(_ source: SyntheticClassification) -> DatasetSource {
    DatasetSource(source)
  }
}

extension SyntheticClassification {
  /// Asks for the keys of a synthetic table.
  static func asked(of keys: Keys) -> SyntheticClassification? {
    let shared = SyntheticKeys(keys, fewest: 1)
    let condition = keys.condition()
    let classes = keys.classes()
    guard let shared, let condition, let classes else { return nil }
    return SyntheticClassification(
      samples: shared.samples, features: shared.features, informative: shared.informative,
      noise: shared.noise, condition: condition, classes: classes, seed: shared.seed)
  }
}
