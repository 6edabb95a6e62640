import SpecLanguage

/// The runs of a plan that are not kept, and what is new about them.
public struct MissingRuns: Sendable {
  /// A setting whose value is another one than in the run that is nearest.
  public struct Change: Hashable, Sendable {
    /// Its name, such as `learning_rate`.
    public var name: String
    /// The kept value and the asked one; nil where there is no such setting.
    public var kept: String?, asked: String?
  }

  /// Why runs are missing.
  public enum Reason: Hashable, Sendable {
    /// Nothing of this problem is kept.
    case newProblem
    /// The rule was not run on this problem.
    case newRule
    /// All is as in kept runs but for the seed.
    case newSeeds
    /// These settings are new.
    case changed([Change])
    /// They are trials of a search, or wait for what it finds.
    case searched
  }

  /// The missing runs of one contender.
  public struct Group: Hashable, Sendable {
    /// The problem's and the contender's name.
    public var problem: String, contender: String
    /// How many runs are missing.
    public var count: Int
    /// Why.
    public var reason: Reason
  }

  /// How many runs the plan has, and how many of them are kept.
  public let total: Int, kept: Int
  /// The missing ones, contender by contender.
  public let groups: [Group]

  /// Looks for the runs of `plan` among those that are kept.
  public init(_ plan: Plan, in store: RunStore) {
    let replay = SearchReplay(plan, in: store)
    let searching = Self.groups(replay, of: plan)
    let plan = replay.plan ?? plan
    total = plan.totalRunCount
    var missing: [PlannedRun] = []
    for run in plan.runs where !store.holds(plan.request(for: run)) { missing.append(run) }
    kept = total - missing.count - searching.map(\.count).reduce(0, +)
    guard !missing.isEmpty else {
      groups = searching
      return
    }
    // Runs that differ in the seed alone have one description.
    let known = store.setups.sorted()
      .map { Dictionary(FlatSetting.all(of: $0).map { ($0.name, $0.value) }) { first, _ in first } }
    var groups: [Group] = []
    for run in missing {
      let problem = plan.problems[run.problem].spec.name
      let contender = plan.contender(of: run).name
      if groups.last?.problem == problem, groups.last?.contender == contender {
        groups[groups.count - 1].count += 1
        continue
      }
      let asked = FlatSetting.all(of: Self.withoutSeed(plan.request(for: run).canonicalText))
      groups.append(
        Group(
          problem: problem, contender: contender, count: 1, reason: Self.reason(asked, known)))
    }
    self.groups = groups + searching
  }

  /// What is missing of searches, and what waits for them.
  private static func groups(_ replay: SearchReplay, of plan: Plan) -> [Group] {
    guard replay.plan == nil else { return [] }
    var groups: [Group] = []
    for search in plan.searches {
      let problem = plan.problems[search.problem]
      let judged = plan.isJudged ? problem.seeds.count : 0
      let count = (replay.missing[search] ?? 0) + judged
      let contender = problem.contenders[search.contender].name
      if groups.last?.problem == problem.spec.name, groups.last?.contender == contender {
        groups[groups.count - 1].count += count
      } else {
        groups.append(
          Group(
            problem: problem.spec.name, contender: contender, count: count + problem.seeds.count,
            reason: .searched))
      }
    }
    return groups
  }

  /// The canonical text without its last member, the seed.
  fileprivate static func withoutSeed(_ text: String) -> String {
    guard let end = text.range(of: ",\"seed\":", options: .backwards) else { return text }
    return text[..<end.lowerBound] + "}"
  }

  /// What is new in `asked` against the nearest of what is known.
  private static func reason(_ asked: [FlatSetting], _ known: [[String: String]]) -> Reason {
    let values = Dictionary(asked.map { ($0.name, $0.value) }) { first, _ in first }
    let same = known.filter { $0["problem.name"] == values["problem.name"] }
    if same.isEmpty { return .newProblem }
    let rule = ["optimizer.kind", "optimizer.variant"]
    let alike = same.filter { settings in rule.allSatisfy { settings[$0] == values[$0] } }
    if alike.isEmpty { return .newRule }
    let changes = alike.map { settings -> [Change] in
      let names = asked.map(\.name) + settings.keys.filter { values[$0] == nil }.sorted()
      return names.filter { settings[$0] != values[$0] }
        .map { Change(name: shown($0), kept: settings[$0], asked: values[$0]) }
    }
    let nearest = changes.min { $0.count < $1.count } ?? []
    return nearest.isEmpty ? .newSeeds : .changed(nearest)
  }

  /// A setting as a spec calls it.
  private static func shown(_ name: String) -> String {
    var name = name
    for prefix in ["problem.", "optimizer.", "budget."] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    return name
  }
}

extension RunStore {
  /// The canonical texts of all kept runs, but for their seeds.
  fileprivate var setups: Set<String> {
    digests.reduce(into: []) { known, digest in
      guard let run = run(of: digest) else { return }
      known.insert(MissingRuns.withoutSeed(String(decoding: run.request, as: UTF8.self)))
    }
  }
}
