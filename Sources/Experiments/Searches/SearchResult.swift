import Training

/// What a search found.
public struct SearchResult: Hashable, Sendable {
  /// Which search it was.
  public let search: PlannedSearch
  /// Its trials in the order in which they were made, at least one.
  public let trials: [Trial]
  /// The median of the objective over the experiment's seeds, none of which it was tuned on, at its best setting.
  public internal(set) var judgedValue: Double?
  /// Whether its setting is that of the tuned contender: of several studies the one in the middle.
  public internal(set) var isChosen: Bool

  init(search: PlannedSearch, trials: [Trial]) {
    self.search = search
    self.trials = trials
    isChosen = true
  }

  /// The position of the trial with the least value, of several the first.
  public var best: Int {
    trials.indices.min { trials[$0].value < trials[$1].value } ?? 0
  }

  /// How many gradients of single examples all trials took.
  public var gradientEvaluations: Int { trials.map(\.gradientEvaluations).reduce(0, +) }
}

extension Plan {
  /// The contender of a search at its best setting.
  func contender(at result: SearchResult) -> Contender {
    problems[result.search.problem].contenders[result.search.contender].settled(
      at: result.trials[result.best].point,
      after: isOneStream ? result.trials.map(\.draws) : [])
  }

  /// The plan with the settings that the chosen studies found.
  func settled(by results: [SearchResult]) -> Plan {
    guard !searches.isEmpty else { return self }
    var problems = problems
    for result in results where result.isChosen {
      problems[result.search.problem].contenders[result.search.contender] = contender(at: result)
    }
    return Plan(self, problems: problems)
  }
}

extension [SearchResult] {
  /// Marks of the studies of one contender the one in the middle by what it comes to; of an even number the worse
  /// one of the two in the middle.
  mutating func choose() {
    let studies = Dictionary(grouping: indices) {
      [self[$0].search.problem, self[$0].search.contender]
    }
    for (_, places) in studies where places.count > 1 {
      let ranked = places.sorted {
        (self[$0].judgedValue ?? .infinity, $0) < (self[$1].judgedValue ?? .infinity, $1)
      }
      for place in places { self[place].isChosen = place == ranked[places.count / 2] }
    }
  }
}
