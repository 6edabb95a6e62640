/// How much each hyperparameter mattered for being among the best tenth of a search's trials:
/// PED-ANOVA (Watanabe, Bansal and Hutter, "PED-ANOVA: Efficiently Quantifying Hyperparameter
/// Importance in Arbitrary Subspaces", IJCAI 2023), with the defaults of Optuna 4.9's
/// `PedAnovaImportanceEvaluator` and its normalization.
///
/// Each hyperparameter by itself is counted on an even grid, once over all trials and once over the
/// best, which gives two densities p and q (``GridDensity``). Its importance is Pearson's
/// divergence Σ (q/p − 1)² p, as a share of the sum over all hyperparameters: those that the best
/// trials choose as all trials do have none.
///
/// Limits. Two hyperparameters that matter only together have no importance here. Shares say what
/// mattered within the searched ranges and where the sampler went, not by how much the loss
/// changed, and even without any effect they add up to 1. They swing with few trials: below
/// ``steadyTopCount`` best trials, 50 trials where none tie, they are noise.
public struct PEDANOVA: Hashable, Sendable {
  /// The importance of each hyperparameter, in the order of the space: from 0 to 1, adding up to 1.
  public let shares: [Double]
  /// How many trials count: those with a finite value.
  public let count: Int
  /// How many of them are the best tenth: at least 2, and more where values tie.
  public let topCount: Int

  /// How many best trials shares should rest on, as Optuna's documentation has it.
  public static let steadyTopCount = 5

  /// Weighs the hyperparameters of a search.
  ///
  /// - Parameters:
  ///   - points: the trials, each with a value for every key of the space, in its order.
  ///   - values: the loss of each trial, least is best. Trials whose value is not finite are left
  ///     out, as Optuna leaves them out: that a setting diverges does not count against it.
  ///   - space: what was searched.
  /// - Returns: nil where nothing can be told (Optuna gives equal shares then): with fewer than 3
  ///   finite values, and where no hyperparameter sets the best apart, since all trials are equally
  ///   good; also where the counts of points, values and keys do not agree.
  public init?(points: [[Double]], values: [Double], space: SearchSpace) {
    guard points.count == values.count, points.allSatisfy({ $0.count == space.keys.count }) else {
      return nil
    }
    let finite = values.indices.filter { values[$0].isFinite }
    guard finite.count > Self.leastTopCount else { return nil }
    let limit = Self.limit(finite.map { values[$0] })
    let top = finite.filter { values[$0] <= limit }
    let divergences = space.keys.enumerated().map { number, key in
      Self.divergence(
        of: top.map { points[$0][number] }, from: finite.map { points[$0][number] }, in: key.range)
    }
    let sum = divergences.reduce(0, +)
    guard sum > 0 else { return nil }
    shares = divergences.map { $0 / sum }
    (count, topCount) = (finite.count, top.count)
  }

  private static let leastTopCount = 2
  private static let topShare = 0.1

  /// The greatest value of the best tenth, or of the best two where that is more.
  private static func limit(_ values: [Double]) -> Double {
    let tenth = Int((topShare * Double(values.count)).rounded(.up))
    return values.sorted()[max(leastTopCount, tenth) - 1]
  }

  /// Pearson's divergence of the density of the best from that of all.
  private static func divergence(
    of top: [Double], from all: [Double], in range: SearchRange
  ) -> Double {
    let grid = SearchGrid(range)
    let q = GridDensity(counts: grid.counts(top)).probabilities
    let p = GridDensity(counts: grid.counts(all)).probabilities
    return zip(p, q).reduce(0) { sum, pair in
      let (p, q) = (pair.0 + floor, pair.1 + floor)
      let excess = q / p - 1
      return sum + p * excess * excess
    }
  }

  /// Optuna's guard against division by a density of 0.
  private static let floor = 1e-12
}
