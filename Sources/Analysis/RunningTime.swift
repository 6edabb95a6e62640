import Statistics

extension ProblemComparison {
  /// The epochs that an arrival of a contender costs on average, if runs that miss the target are
  /// followed by others (the expected running time of COCO); nil where none arrived.
  public func expectedRunningTime(of contender: Int, to target: Int) -> Double? {
    let times = targets[target].epochs[contender].values
    let spent = zip(contenders[contender].runs, times).map { $1 ?? Double($0.record.epochs) }
    return Statistics.expectedRunningTime(times: times, spent: spent)
  }
}
