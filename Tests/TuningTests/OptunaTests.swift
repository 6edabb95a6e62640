import Testing

@testable import Tuning

/// Searches by TPE, trial for trial against Optuna's.
@Suite struct OptunaTests {
  /// The first trial where the settings differ: whole numbers at all, others by more than 1e-9 of themselves.
  private static func firstDifference(_ search: RecordedSearch, _ version: TPEVersion) -> String? {
    var sampler = SamplerConfiguration(
      TPESampling(seed: search.seed, startTrials: search.startTrials, version: version)
    ).makeSampler(for: SearchSpace(search.keys), trials: search.trials.count, study: 0)
    for (number, trial) in search.trials.enumerated() {
      let point = sampler.ask()
      for (key, (ours, theirs)) in zip(search.keys, zip(point, trial.point)) {
        let tolerance = key.range.isInteger ? 0 : 1e-9 * abs(theirs)
        if !(abs(ours - theirs) <= tolerance) {
          return "trial \(number), \(key.name): \(ours) instead of \(theirs)"
        }
      }
      sampler.tell(point, trial.value)
    }
    return nil
  }

  @Test(arguments: try RecordedSearch.all("optuna_4.txt"))
  func version4(search: RecordedSearch) {
    #expect(search.trials.count >= 60)
    #expect(Self.firstDifference(search, .four) == nil)
  }

  @Test(arguments: try RecordedSearch.all("optuna_5.txt"))
  func version5(search: RecordedSearch) {
    #expect(search.trials.count >= 60)
    #expect(Self.firstDifference(search, .five) == nil)
  }
}
