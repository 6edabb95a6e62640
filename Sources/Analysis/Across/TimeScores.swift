import Statistics

/// Scores of runs that compare across problems.
///
/// The score of a run is the shortest median time of any contender on its problem over the time that
/// the run took, at most 1, and 0 where it never arrived or diverged. Where no contender has a median
/// the shortest time of any run takes its place; where no run arrived all scores are 0. Scores depend on
/// who competes: someone faster lowers all others’.
///
/// Runs are weighed by the least whole numbers that let each source weigh the same, and within it each
/// problem: else a problem with one run would vanish beside one with 20.
struct TimeScores {
  /// By problem, by contender, by seed.
  let scores: [[[Double]]]
  /// By problem: the weight of each of its runs.
  let weights: [Double]

  init(_ sample: AcrossSample) {
    scores = sample.problems.map { problem in
      let medians = sample.contenders.indices.map { problem.median($0) }
      let shortest = problem.times.joined().compactMap { $0 }.min() ?? .infinity
      let least = medians.min() ?? .infinity
      let best = least.isFinite ? least : shortest
      return problem.times.map { times in times.map { Self.score($0, best: best) } }
    }
    var parts = sample.problems.map { _ in 1 }
    for source in sample.sources {
      for problem in source {
        parts[problem] = source.count * (sample.problems[problem].times.first?.count ?? 1)
      }
    }
    let whole = parts.reduce(1.0) { Self.leastCommonMultiple($0, Double($1)) }
    weights = parts.map { whole / Double($0) }
  }

  private static func score(_ time: Double?, best: Double) -> Double {
    guard let time, best.isFinite else { return 0 }
    return time <= best ? 1 : best / time
  }

  /// The least common multiple of whole numbers; `one` where it is too large to be exact, so that weights
  /// are fractions.
  private static func leastCommonMultiple(_ one: Double, _ other: Double) -> Double {
    var (rest, divisor) = (one, other)
    while divisor > 0 { (rest, divisor) = (divisor, rest.truncatingRemainder(dividingBy: divisor)) }
    let multiple = one / rest * other
    return multiple < 0x1p40 ? multiple : one
  }
}
