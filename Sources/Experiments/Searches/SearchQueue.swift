import Training

/// Which runs of several searches can be made now.
///
/// Runs may end in any order: a search is told the outcomes of its trials in the order in which it asked for them, so
/// what it finds is the same with any number of workers.
struct SearchQueue {
  /// One run of a search.
  struct Job: Sendable {
    /// The position of the search.
    let search: Int
    /// The number of the run among those that the search asked for at once.
    let number: Int
    /// The run itself.
    let request: RunRequest
  }

  private(set) var courses: [SearchCourse]
  /// What became of the runs that each search asked for last, and how many are still to end.
  private var outcomes: [[RunOutcome?]]
  private var open: [Int]
  /// The runs that nobody has taken begin at `first`.
  private var waiting: [Job] = []
  private var first = 0

  /// The first runs of each search.
  init(_ courses: [SearchCourse]) {
    self.courses = courses
    outcomes = courses.map { _ in [] }
    open = courses.map { _ in 0 }
    for search in courses.indices { ask(search) }
  }

  /// The next run that can be made now, of those that wait longest; nil for none.
  mutating func next() -> Job? {
    guard first < waiting.count else { return nil }
    defer { first += 1 }
    return waiting[first]
  }

  /// Takes what became of a run.
  mutating func finish(_ job: Job, with outcome: RunOutcome) {
    outcomes[job.search][job.number] = outcome
    open[job.search] -= 1
    guard open[job.search] == 0 else { return }
    courses[job.search].tell(outcomes[job.search].compactMap(\.self))
    ask(job.search)
  }

  private mutating func ask(_ search: Int) {
    let requests = courses[search].next()
    outcomes[search] = Array(repeating: nil, count: requests.count)
    open[search] = requests.count
    waiting.removeFirst(first)
    first = 0
    waiting += requests.enumerated().map { Job(search: search, number: $0, request: $1) }
  }
}
