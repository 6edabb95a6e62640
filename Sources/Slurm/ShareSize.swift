/// How much work goes into a share.
public enum ShareSize {
  /// How many operations a core does in a second, about; `PlanCost` counts them.
  static let operationsPerSecond = 1e9
  /// What a share should take on one core, in seconds: a lost one costs little, and starting it costs less.
  static let seconds = 300.0
  /// The most shares unless the user asks for more: Slurm's default of MaxArraySize allows 1,000 tasks.
  static let most = 1000

  /// How many shares suit units that take so many operations.
  public static func count(for costs: [Double]) -> Int {
    let shares = costs.reduce(0, +) / (operationsPerSecond * seconds)
    return max(1, min(most, costs.count, Int(shares.rounded(.up))))
  }
}
