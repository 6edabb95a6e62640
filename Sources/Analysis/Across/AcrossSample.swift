import Specs
import Statistics

/// What is compared across problems: the times to the answer's target of the contenders that ran on all
/// of the problems, at the seeds that all of them have.
///
/// A contender is one setting of one optimizer: settings are never merged, neither tuned with default
/// ones nor the best of several, which would differ from problem to problem.
public struct AcrossSample: Sendable {
  /// One problem.
  public struct Problem: Sendable {
    /// Its position in the plan.
    public let number: Int
    /// Its name.
    public let name: String
    /// The positions of the contenders on it.
    public let positions: [Int]
    /// The times by contender, then by seed; nil where the run failed or never got there.
    public let times: [[Double?]]

    /// The median time of a contender; ∞ where it does not exist.
    public func median(_ contender: Int) -> Double {
      Statistics.median(times[contender].map { $0 ?? .infinity }) ?? .infinity
    }
  }

  /// The names of the contenders, in the plan's order.
  public let contenders: [String]
  /// The positions in the spec of the optimizers that they come from.
  let optimizers: [Int]
  /// The problems.
  public let problems: [Problem]
  /// The problems that are on the same rows, by position in `problems`, at least two.
  public let sources: [[Int]]
  /// The names of the contenders that have no runs on some of the problems.
  public let absent: [String]
  /// The names of the problems whose times compare nothing.
  public let untimed: [String]

  /// The sample of a report.
  ///
  /// - Returns: nil with fewer than two contenders, or problems that are not on the same rows.
  init?(_ comparison: Comparison) {
    let all = comparison.problems.indices.filter { comparison.problems[$0].hasComparableTimes }
    let setups = Self.setups(comparison)
    let complete = setups.filter { setup in
      all.allSatisfy { number in comparison.problems[number].position(of: setup) != nil }
    }
    contenders = complete.map(\.name)
    optimizers = complete.map(\.optimizer)
    absent = setups.filter { !complete.contains($0) }.map(\.name)
    let problems = all.compactMap { number in
      Problem(number, comparison.problems[number], complete)
    }
    self.problems = problems
    untimed = comparison.problems.indices.filter { number in
      !problems.contains { $0.number == number }
    }.map { comparison.problems[$0].name }
    sources = problems.map { comparison.problems[$0.number] }.sources
    guard contenders.count > 1, sources.count > 1 else { return nil }
  }

  /// A sample of some contenders on some problems.
  init(contenders: [String], problems: [Problem], sources: [[Int]]) {
    self.contenders = contenders
    optimizers = Array(contenders.indices)
    self.problems = problems
    self.sources = sources
    absent = []
    untimed = []
  }

  /// The sample without one of the sources.
  private init(_ sample: AcrossSample, without source: Int) {
    contenders = sample.contenders
    optimizers = sample.optimizers
    absent = sample.absent
    untimed = sample.untimed
    let kept = sample.sources.indices.filter { $0 != source }.map { sample.sources[$0] }
    let places = kept.joined().sorted()
    problems = places.map { sample.problems[$0] }
    sources = kept.map { $0.compactMap { places.firstIndex(of: $0) } }
  }

  /// The sample without one of the sources, which may leave a single one.
  func without(source: Int) -> AcrossSample { AcrossSample(self, without: source) }

  /// The mean ranks by the median times.
  var ranks: MeanRanks? {
    MeanRanks(
      scores: problems.map { problem in contenders.indices.map { problem.median($0) } },
      sources: sources)
  }

  private static func setups(_ comparison: Comparison) -> [Setup] {
    var known: Set<Setup> = []
    return comparison.problems.joinedContenders.map {
      Setup(name: $0.contender.name, optimizer: $0.contender.optimizer)
    }.filter { known.insert($0).inserted }
  }
}

/// A contender wherever it competes.
private struct Setup: Hashable {
  var name: String
  var optimizer: Int
}

extension [ProblemComparison] {
  /// The contenders of all problems that have runs.
  fileprivate var joinedContenders: [ContenderResults] {
    flatMap(\.contenders).filter { !$0.runs.isEmpty }
  }
}

extension ProblemComparison {
  /// The position of a setup that has runs.
  fileprivate func position(of setup: Setup) -> Int? {
    contenders.firstIndex { one in
      one.name == setup.name && one.contender.optimizer == setup.optimizer && !one.runs.isEmpty
    }
  }
}

extension AcrossSample.Problem {
  /// - Returns: nil without a seed that all have.
  fileprivate init?(_ number: Int, _ problem: ProblemComparison, _ setups: [Setup]) {
    let positions = setups.compactMap { problem.position(of: $0) }
    let observed = positions.compactMap {
      problem.contenders[$0].observations[problem.answerTime]
    }
    let known = observed.map { observed in
      Dictionary(zip(observed.seeds, observed.values), uniquingKeysWith: { first, _ in first })
    }
    let seeds = (observed.first?.seeds ?? []).filter { seed in
      known.allSatisfy { $0[seed] != nil }
    }
    guard !seeds.isEmpty, observed.count == setups.count else { return nil }
    self.number = number
    name = problem.name
    self.positions = positions
    times = known.map { values in seeds.map { values[$0] ?? nil } }
  }
}
