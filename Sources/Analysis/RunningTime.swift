import Statistics

extension ProblemComparison {
  /// The epochs that an arrival of a contender costs on average, if runs that miss the target are
  /// followed by others (the expected running time of COCO); nil where none arrived.
  public func expectedRunningTime(of contender: Int, to target: Int) -> Double? {
    let spent = spent(by: contender, to: target)
    let times = targets[target].epochs[contender].values
    return Statistics.expectedRunningTime(
      times: times, spent: zip(times, spent).map { $0 ?? $1 })
  }

  /// The epochs of all runs of a contender that have such a target, in the order of its times.
  func spent(by contender: Int, to target: Int) -> [Double] {
    let epochs = Dictionary(
      uniqueKeysWithValues: contenders[contender].runs.map {
        ($0.seed, Double($0.outcome.epochs))
      })
    return targets[target].epochs[contender].seeds.compactMap { epochs[$0] }
  }
}
