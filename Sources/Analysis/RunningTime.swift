import Statistics

extension ProblemComparison {
  /// The epochs that an arrival of a contender costs on average, if runs that miss the target are
  /// followed by others (the expected running time of COCO); nil where none arrived.
  public func expectedRunningTime(of contender: Int, to target: Int) -> Double? {
    let observed = targets[target].epochs[contender]
    let times = Dictionary(uniqueKeysWithValues: zip(observed.seeds, observed.values))
    // Runs without such a target have spent nothing on it.
    let spent = contenders[contender].runs.compactMap { run in
      times[run.seed].map { $0 ?? Double(run.record.epochs) }
    }
    return Statistics.expectedRunningTime(times: observed.values, spent: spent)
  }
}
