import Diagnostics
import Files
import SpecLanguage

/// Options of a synthetic sparse table for classification, as words are in documents: few columns are
/// frequent and many are rare.
///
/// Each example has values in max(1, ⌊`density` · `features` + ½⌋) columns and 0 elsewhere. A
/// column is drawn as ⌊(`features` + 1)ᵘ⌋ − 1 with u uniform, so that the j-th is about as frequent
/// as 1/j; one that the example has already gives way to the next free one, in a circle. The values
/// are standard normal, and the classes are drawn as in ``SyntheticClassification``.
public struct SyntheticSparseClassification: Hashable, Sendable {
  /// How many examples there are, at least 1.
  public var samples: Int
  /// How many features there are, at least 1.
  public var features: Int
  /// How many of the features bear on the class, from 1 to `features`.
  public var informative: Int
  /// The standard deviation of what no feature explains in a class's score, at least 0.
  public var noise: Double
  /// The share of the values that are not 0, above 0 and at most 1.
  public var density: Double
  /// How many classes there are, at least 2.
  public var classes: Int
  /// What the random numbers depend on.
  public var seed: UInt32

  /// A synthetic sparse table; all features are informative where `informative` is nil.
  public init(
    samples: Int, features: Int, informative: Int? = nil, noise: Double = 0, density: Double = 0.01,
    classes: Int = 2, seed: UInt32 = 0
  ) {
    self.samples = samples
    self.features = features
    self.informative = informative ?? features
    self.noise = noise
    self.density = density
    self.classes = classes
    self.seed = seed
  }
}

extension SyntheticSparseClassification: DataSource {
  package var kind: DatasetKind { .sparseClassification }
  package var targetTask: Task? { .classification }
  package var classCount: Int? { classes }

  package var expectedBytes: Double? { Double(samples) * (32 + 24 * Double(valuesPerExample)) }

  package func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    return table()
  }

  package var options: [JSONLiteral.Member] {
    [
      .init(key: "samples", value: .whole(samples)),
      .init(key: "features", value: .whole(features)),
      .init(key: "informative", value: .whole(informative)),
      .init(key: "noise", value: .number(noise)),
      .init(key: "density", value: .number(density)),
      .init(key: "classes", value: .whole(classes)),
      .init(key: "seed", value: .whole(Int(seed))),
    ]
  }
}

extension DatasetKind {
  /// A synthetic sparse table for classification, as words are in documents.
  public static let sparseClassification = DatasetKind(
    "sparse_classification",
    summary: "a synthetic sparse table for classification, as words are in documents", revision: 1
  ) { SyntheticSparseClassification.asked(of: $0) }
}

extension DatasetSource {
  /// A synthetic sparse table for classification, as words are in documents.
  public static func sparseClassification(_ source: SyntheticSparseClassification) -> DatasetSource
  {
    DatasetSource(source)
  }
}

extension SyntheticSparseClassification {
  /// Asks for the keys of a synthetic table.
  static func asked(of keys: Keys) -> SyntheticSparseClassification? {
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
