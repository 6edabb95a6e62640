/// Options of a made-up table for regression.
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

  /// A made-up table for regression; all features are informative where `informative` is nil.
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

/// Options of a made-up table for classification.
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

  /// A made-up table for classification; all features are informative where `informative` is nil.
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

/// Options of a made-up sparse table for classification, as words are in documents: few columns are
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

  /// A made-up sparse table; all features are informative where `informative` is nil.
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
