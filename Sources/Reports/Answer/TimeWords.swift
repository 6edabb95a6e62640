import Analysis
import Diagnostics
import Kernels
import Statistics

/// The words about times to one target on one problem.
struct TimeWords {
  let problem: ProblemComparison
  let target: Int
  let standing: Standing

  init(_ problem: ProblemComparison, target: Int, standing: Standing) {
    self.problem = problem
    self.target = target
    self.standing = standing
  }

  var quantity: Quantity { .timeToTarget(target) }
  var goal: GoalWords { problem.words(target) }
  var isSingle: Bool { problem.seedCount == 1 }

  func name(_ position: Int) -> Inline { .strong([.text(problem.contenders[position].name)]) }

  func names(_ positions: [Int]) -> [Inline] {
    Lists.optimizers(positions.map { problem.contenders[$0].name })
  }

  func median(_ position: Int) -> Double {
    problem.contenders[position].summaries[quantity]?.median ?? .infinity
  }

  func words(_ outcome: Outcome) -> [Inline] {
    let seeds = problem.seedCount
    switch outcome {
    case .winner(let winner): return winnerWords(winner)
    case .leaders(let leaders):
      if leaders.count == 1 {
        return names(leaders) + [" leads: it "] + plural(leaders, verb: goal.singular)
          + arrivals(leaders)
      }
      return names(leaders) + [" lead: they "] + plural(leaders) + doubt(leaders)
        + arrivals(leaders)
    case .undecided:
      let leaders = standing.order
      let who: [Inline] = leaders.count == 2 ? names(leaders) : ["the optimizers"]
      return [.text("\(seeds) seeds cannot tell ")] + who + [" apart: they "]
        + plural(leaders, areNamed: leaders.count == 2) + doubt(leaders) + arrivals(leaders)
    case .equal:
      return [.text("\(all) are practically equally fast: they ")]
        + plural(standing.order, areNamed: false)
        + arrivals(standing.order)
    case .same:
      return [.text("\(all) make the same runs, bit by bit: they ")]
        + [.text("\(goal.plural) in \(typical(standing.order.first ?? 0))")]
        + arrivals(standing.order)
    case .tooFewSeeds:
      return [standing.order.count == 2 ? "both optimizers " : "the optimizers "]
        + plural(standing.order, areNamed: false) + arrivals(standing.order)
    case .against(let against):
      return BaselineWords(problem, against, better: "faster", worse: "slower").words
        + [.text("; the median times to \(goal.noun) are in the table")]
        + arrivals([against.baseline] + against.better)
    case .oneObservation(let order):
      return ["every seed gives the same run, which is one observation: the optimizers "]
        + [.text("\(goal.plural) in ")] + Lists.joined(single(order)) + ["."]
    case .uncontested:
      guard
        let only = problem.contenders.indices.first(where: { !problem.contenders[$0].runs.isEmpty })
      else { return [] }
      if median(only).isFinite {
        return [name(only), .text(" \(goal.singular) in \(typical(only))")] + arrivals([only])
      }
      return [name(only), .text(" \(goal.past) in \(arrivedCount(only)).")]
    case .obstacle: return []
    }
  }

  /// "all 4 optimizers", "both optimizers".
  private var all: String {
    standing.order.count == 2 ? "both optimizers" : "all \(standing.order.count) optimizers"
  }

  /// "a median of 12 epochs", "12 epochs".
  func typical(_ position: Int) -> String {
    let median = median(position)
    return "\(isSingle ? "" : "a median of ")\(NumberText.count(median)) "
      + "epoch\(median == 1 ? "" : "s")"
  }

  func arrivedCount(_ position: Int) -> RunCount {
    RunCount(
      problem.targets[target].arrived(position), of: problem.targets[target].runCount(position))
  }

  // MARK: Parts of sentences

  private func winnerWords(_ winner: Int) -> [Inline] {
    // Then it is who arrived at all that tells them apart.
    guard median(winner).isFinite else {
      return [name(winner), .text(" clearly gets there most often: runs \(goal.plural) in ")]
        + shares(standing.order) + arrivals([winner])
    }
    var words: [Inline] = [name(winner), .text(" is clearly the fastest: it \(goal.singular)")]
    words.append(.text(" in \(typical(winner))"))
    if let next = standing.order.dropFirst().first, median(next).isFinite,
      let effect = pair(winner, next)
    {
      words += [
        .text(", \(EffectText.value(effect)) of "), name(next), "’s",
      ]
    }
    return words + arrivals([winner])
  }

  private func pair(_ one: Int, _ other: Int) -> PairedComparison? {
    for comparison in standing.comparisons {
      if comparison.one == one, comparison.other == other { return comparison }
      if comparison.one == other, comparison.other == one { return comparison.reversed }
    }
    return nil
  }

  /// "come 99 % of the way to the optimum in medians of 20, 21 and 22 epochs".
  ///
  /// - Parameter areNamed: whether their names stand before it, in the same order; else each follows its time.
  private func plural(
    _ positions: [Int], verb: String? = nil, areNamed: Bool = true
  ) -> [Inline] {
    let arrived = positions.filter { median($0).isFinite }
    let verb = verb ?? goal.plural
    guard !arrived.isEmpty else { return [.text("\(verb) in ")] + shares(positions) }
    if arrived.count > 1, Set(arrived.map(median)).count == 1, arrived.count == positions.count {
      let each = arrived.count == 2 ? "both" : "each"
      return [.text("\(verb) in \(typical(arrived[0])) \(each)")]
    }
    if arrived.count > Lists.most {
      return [.text("\(verb) in \(isSingle ? "" : "medians from ")")] + range(arrived)
        + others(positions)
    }
    let isLabelled = !areNamed || arrived.count < positions.count
    let parts = arrived.map { position -> [Inline] in
      let epochs: Inline = .text(NumberText.count(median(position)))
      return isLabelled ? [epochs, " (", name(position), ")"] : [epochs]
    }
    let unit = arrived.count == 1 && median(arrived[0]) == 1 ? " epoch" : " epochs"
    let typical = isSingle ? "" : arrived.count == 1 ? "a median of " : "medians of "
    return [.text("\(verb) in \(typical)")] + Lists.shortened(parts) + [.text(unit)]
      + others(positions)
  }

  /// Of whom no median arrived, where those of others did.
  private func others(_ positions: [Int]) -> [Inline] {
    let missing = positions.filter { !median($0).isFinite }
    guard !missing.isEmpty, missing.count < positions.count else { return [] }
    if missing.count == 1 {
      let isNone = problem.targets[target].arrived(missing[0]) == 0
      return [", ", name(missing[0]), .text(isNone ? " never" : " in \(arrivedCount(missing[0]))")]
    }
    let how = isSingle ? "never" : "with fewer than half of their runs or none"
    return [.text(", the other \(missing.count) \(how)")]
  }

  /// "from 24 (opt 9) to 48 epochs (opt 0)".
  private func range(_ arrived: [Int]) -> [Inline] {
    let sorted = arrived.sorted { (median($0), $0) < (median($1), $1) }
    return [
      .text("\(NumberText.count(median(sorted[0]))) ("), name(sorted[0]),
      .text(") to \(NumberText.count(median(sorted[sorted.count - 1]))) epochs ("),
      name(sorted[sorted.count - 1]), ")",
    ]
  }

  /// "4 of 8 runs (Adam) and none of Nadam’s", where nobody’s median arrived.
  private func shares(_ positions: [Int]) -> [Inline] {
    let arrivals = problem.targets[target]
    let some = positions.filter { arrivals.arrived($0) > 0 }
      .sorted { (-arrivals.arrived($0), $0) < (-arrivals.arrived($1), $1) }
    let parts = some.map { position -> [Inline] in
      [.text("\(arrivedCount(position)) ("), name(position), ")"]
    }
    let none = positions.filter { !some.contains($0) }
    var list = Array(parts.prefix(Lists.most - 1))
    if parts.count > list.count {
      list.append([.text("some runs of \(counted(parts.count - list.count, "other"))")])
    }
    if none.count == 1 { list.append(["none of "] + names(none) + ["’s"]) }
    if none.count > 1 { list.append(["none of the others’"]) }
    return Lists.joined(list)
  }

  /// The times of the one run of each.
  private func single(_ order: [Int]) -> [[Inline]] {
    let arrived = order.filter { median($0).isFinite }
    let missing = order.count - arrived.count
    var parts = arrived.prefix(Lists.most).map { position -> [Inline] in
      [.text("\(typical(position)) ("), name(position), ")"]
    }
    if arrived.count > Lists.most {
      parts[Lists.most - 1] = [.text("\(arrived.count - Lists.most + 1) more times in the table")]
    }
    if missing > 0 {
      let who = order.filter { !median($0).isFinite }
      parts.append(["never ("] + names(who) + [")"])
    }
    return parts
  }

  /// What keeps some apart: how sure it is that they are equal, or what would settle it.
  private func doubt(_ members: [Int]) -> [Inline] {
    guard members.count > 1 else { return [] }
    if standing.areEqual(members) { return [", practically the same"] }
    var words: [Inline] = []
    if members.count == 2, median(members[0]).isFinite, median(members[1]).isFinite,
      let effect = pair(members[0], members[1])
    {
      words.append(.text(", a ratio of \(EffectText.value(effect))"))
    }
    return words + (standing.nearestOpen(members).map { OutlookWords.words($0, problem) } ?? [])
  }
}
