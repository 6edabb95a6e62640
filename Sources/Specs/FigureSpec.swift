/// A figure that a spec asks for.
public struct FigureSpec: Hashable, Sendable {
  /// What it shows.
  public var content: FigureContent
  /// The name of its files; nil: made from its kind and problems.
  public var id: String?
  /// The problems it shows, by position in the spec; nil for all that it can show.
  public var problems: [Int]?
  /// The optimizers it shows, by position in the spec; nil for all.
  public var optimizers: [Int]?
  /// The horizontal axis.
  public var x = AxisSpec()
  /// The vertical axis.
  public var y = AxisSpec()
  /// A heading over the figure.
  public var title: String?
  /// What stands below it instead of the words that the tool finds; plain text.
  public var caption: String?
  /// Where the names of the curves go.
  public var legend = LegendPlace.automatic
  /// How it looks.
  public var look = FigureLook()

  /// A figure of which only the content is said.
  public init(_ content: FigureContent) { self.content = content }
}

/// What a figure shows, with what only figures of its kind can be told.
public enum FigureContent: Hashable, Sendable {
  /// Median and band of a loss over the seeds.
  case lossCurves(LossCurvesContent)
  /// The share of runs that have reached the target, by epoch, with or without intervals; nil for
  /// intervals where they are narrow and few.
  case timeToTarget(hasIntervals: Bool?)
  /// A final quantity by optimizer: quartiles, whiskers and every seed.
  case boxStrip(quantity: FigureQuantity)
  /// A final quantity against the learning rate, one curve for each rule.
  case sensitivity(quantity: FigureQuantity)
  /// Paired effects of every optimizer against the best, with their intervals.
  case forest(quantity: FigureQuantity)
  /// The paths of the parameters over a test function in two dimensions.
  case contour
  /// The effective step of each rule.
  case effectiveStep
  /// The share of problems and seeds on which each optimizer reaches the first target within a
  /// factor of the fastest one's epochs; intervals as for the time to target.
  case performanceProfile(hasIntervals: Bool?)
  /// Mean ranks of a final quantity over the problems, with Nemenyi's critical difference.
  case criticalDifference(quantity: FigureQuantity)
  /// Numbers of the spec for pairs of settings.
  case heatMap(HeatMapNumbers)
  /// Numbers of the spec for the settings of trials.
  case parallelCoordinates(ParallelNumbers)
  /// Numbers of the spec for how much each setting matters.
  case importance(ImportanceNumbers)
  /// Numbers of the spec: what was measured and what was predicted.
  case parity(ParityNumbers)
  /// Numbers of the spec for the trials of a search.
  case searchHistory(SearchNumbers)

  /// The name of the kind in a spec.
  public var name: String {
    switch self {
    case .lossCurves: "loss_curves"
    case .timeToTarget: "time_to_target"
    case .boxStrip: "box_strip"
    case .sensitivity: "sensitivity"
    case .forest: "forest"
    case .contour: "contour"
    case .effectiveStep: "effective_step"
    case .performanceProfile: "performance_profile"
    case .criticalDifference: "critical_difference"
    case .heatMap: "heat_map"
    case .parallelCoordinates: "parallel_coordinates"
    case .importance: "importance"
    case .parity: "parity"
    case .searchHistory: "search_history"
    }
  }
}

/// What loss curves show.
public struct LossCurvesContent: Hashable, Sendable {
  /// The loss; nil for training and validation side by side.
  public var loss: WatchedLossName?
  /// What the loss is drawn against.
  public var abscissa = Abscissa.epoch
  /// The probabilities of the band's edges.
  public var band = ProbabilityBand(lower: 0.25, upper: 0.75)
  /// Whether every seed is drawn as a faint curve.
  public var showsSeeds = false

  /// Both losses by epoch, with quartiles.
  public init() {}
}

/// A loss that curves record.
public enum WatchedLossName: String, Hashable, Sendable, CaseIterable {
  /// Over the training rows.
  case training = "train_loss"
  /// Over the validation rows.
  case validation = "validation_loss"
}

/// What a curve is drawn against.
public enum Abscissa: String, Hashable, Sendable, CaseIterable {
  /// Passes over the training set.
  case epoch
  /// Updates.
  case step
  /// Gradients of single examples.
  case gradientEvaluations = "gradient_evaluations"
}

/// A quantity at the end of a run, as the columns of `runs.csv` name it.
public enum FigureQuantity: String, Hashable, Sendable, CaseIterable {
  /// The training loss.
  case trainLoss = "train_loss"
  /// The validation loss.
  case validationLoss = "validation_loss"
  /// The test loss.
  case testLoss = "test_loss"
  /// The metric over the test rows.
  case testMetric = "test_metric"
  /// The lowest validation loss.
  case bestValidationLoss = "best_validation_loss"
  /// The epochs until the first target was reached.
  case epochsToTarget = "epochs_to_target"
}

/// The probabilities of a band's edges.
public struct ProbabilityBand: Hashable, Sendable {
  /// That of the lower edge, in [0, 1].
  public var lower: Double
  /// That of the upper edge, in (lower, 1].
  public var upper: Double

  /// A band between two quantiles.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// What a spec says of an axis; what is nil is found from the data.
public struct AxisSpec: Hashable, Sendable {
  /// Whether equal ratios take equal room.
  public var isLogarithmic: Bool?
  /// The least value shown.
  public var lower: Double?
  /// The greatest value shown.
  public var upper: Double?
  /// What it measures.
  public var label: String?

  /// An axis of which nothing is said.
  public init() {}
}

/// Where the names of the curves go.
public enum LegendPlace: String, Hashable, Sendable, CaseIterable {
  /// At the ends of the curves, in a free corner, or below: where there is room.
  case automatic = "auto"
  /// In a panel, where it is free of data.
  case inside
  /// In a column right of the panels.
  case right
  /// Below the panels.
  case below
  /// Nowhere.
  case none
}

/// A table that a spec asks for.
public struct TableSpec: Hashable, Sendable {
  /// What it holds.
  public var kind: TableKind
  /// The problems it shows, by position in the spec; nil for all.
  public var problems: [Int]?
}

/// The kinds of table that a spec can ask for.
public enum TableKind: String, Hashable, Sendable, CaseIterable {
  /// Final losses, the metric and failures.
  case final
  /// Epochs to the target.
  case target
}
