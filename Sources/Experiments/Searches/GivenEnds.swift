import Training

extension ResultSet {
  /// The results of a plan whose runs end as told, with nothing performed: for whoever wants to know what
  /// is made of results.
  ///
  /// - Parameters:
  ///   - trial: how a run of a search ends, by the search, the number of the trial and the place of the
  ///     tuning seed, both from 0.
  ///   - run: what becomes of a run.
  package init(
    _ asked: Plan, trial: (PlannedSearch, _ number: Int, _ seed: Int) -> RunOutcome,
    run: (PlannedRun) -> RunRecord
  ) {
    var searches: [SearchResult] = []
    for search in asked.searches {
      guard var course = SearchCourse(search, of: asked) else { continue }
      let seeds = asked.tuningSeeds(of: search.problem).count
      while true {
        let requests = course.next()
        if requests.isEmpty { break }
        let first = course.trials.count
        course.tell(
          requests.indices.map { trial(search, first + $0 / seeds, $0 % seeds) })
      }
      var result = SearchResult(search: search, trials: course.trials)
      result.judgedValue = result.trials[result.best].value
      searches.append(result)
    }
    searches.choose()
    let plan = asked.settled(by: searches)
    let records = plan.runs.map(run)
    let archive = RecordArchive(
      plan, Dictionary(uniqueKeysWithValues: zip(plan.runs, records)))
    self.init(
      RunOutcomes(plan, records.map(\.outcome), archive), yardsticks: [:], searches: searches,
      reusedCount: 0)
  }
}
