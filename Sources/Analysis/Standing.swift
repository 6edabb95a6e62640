import Specs
import Statistics

/// Where the contenders of a problem stand by one quantity: who leads, and how clearly.
public struct Standing: Sendable {
  /// The contenders with such a quantity, the best mean rank over the seeds first.
  public let order: [Int]
  /// Those whom nobody clearly beats, in that order.
  public let leaders: [Int]
  /// The comparisons that decide it.
  public let comparisons: [PairedComparison]

  /// - Parameter comparisons: those by `quantity` on the problem.
  init(_ problem: ProblemComparison, by quantity: Quantity, _ comparisons: [PairedComparison]) {
    let ranks = MeanSeedRanks(problem, by: quantity)
    order = ranks.order
    self.comparisons = comparisons
    let beaten = Set(
      comparisons.compactMap { comparison in
        switch comparison.verdict {
        case .better: comparison.other
        case .worse: comparison.one
        default: nil
        }
      })
    leaders = order.filter { !beaten.contains($0) }
  }

  /// The one that is clearly better than every other; nil where there is none.
  public var winner: Int? {
    guard leaders.count == 1, let leader = leaders.first, order.count > 1 else { return nil }
    let beats = comparisons.count { comparison in
      (comparison.one == leader && comparison.verdict == .better)
        || (comparison.other == leader && comparison.verdict == .worse)
    }
    return beats == order.count - 1 ? leader : nil
  }

  /// The comparisons among some contenders.
  public func comparisons(among members: [Int]) -> [PairedComparison] {
    comparisons.filter { members.contains($0.one) && members.contains($0.other) }
  }

  /// Whether all of several contenders are practically equal, or the same.
  public func areEqual(_ members: [Int]) -> Bool {
    let pairs = comparisons(among: members)
    return pairs.count == members.count * (members.count - 1) / 2
      && pairs.allSatisfy { $0.verdict == .equal || $0.verdict == .same }
  }

  /// Of what is undecided among some contenders, who are in order, the comparison of the foremost two.
  public func nearestOpen(_ members: [Int]) -> PairedComparison? {
    for (place, one) in members.enumerated() {
      for other in members[(place + 1)...] {
        if let pair = comparisons.first(where: {
          ($0.one, $0.other) == (one, other) || ($0.one, $0.other) == (other, one)
        }), pair.verdict == .undecided {
          return pair.one == one ? pair : pair.reversed
        }
      }
    }
    return nil
  }

  /// Whether the runs of all contenders are the same with every seed.
  public var areAllSame: Bool {
    !comparisons.isEmpty && comparisons.allSatisfy { $0.verdict == .same }
  }

  /// Whether there are too few seeds to tell anything.
  public var hasTooFewSeeds: Bool { comparisons.contains { $0.verdict == .tooFewSeeds } }
}

/// The mean over the seeds of the ranks that contenders have within each seed.
struct MeanSeedRanks {
  /// The contenders with the quantity, the best first, then by median, then in the plan's order.
  let order: [Int]
  /// Those with the best mean rank.
  let first: [Int]

  init(_ problem: ProblemComparison, by quantity: Quantity) {
    let worst = quantity.worst(problem.problem.metric)
    let sign = worst > 0 ? 1.0 : -1.0
    var scores: [UInt32: [(contender: Int, score: Double)]] = [:]
    let ranked = problem.ranked(by: quantity)
    for contender in ranked {
      guard let observed = problem.contenders[contender].observations[quantity] else { continue }
      for (seed, value) in zip(observed.seeds, observed.values) {
        scores[seed, default: []].append((contender, sign * (value ?? worst)))
      }
    }
    var sums: [Int: (rank: Double, count: Double)] = [:]
    for seed in scores.keys.sorted() {
      let entries = scores[seed] ?? []
      for (entry, rank) in zip(entries, midRanks(of: entries.map(\.score))) {
        let sum = sums[entry.contender] ?? (0, 0)
        sums[entry.contender] = (sum.rank + rank, sum.count + 1)
      }
    }
    let means = ranked.map { contender -> Double in
      sums[contender].map { $0.rank / max(1, $0.count) } ?? .infinity
    }
    order = ranked.indices.sorted { (means[$0], $0) < (means[$1], $1) }.map { ranked[$0] }
    let best = means.min()
    first = ranked.indices.filter { means[$0] == best }.map { ranked[$0] }
  }
}
