import Analysis
import Models

/// One sentence for the whole report: who is fastest where, and who is best in the test metric.
struct OverallStatement {
  let comparison: Comparison

  private var problems: [ProblemComparison] { comparison.problems }

  var sentence: [Inline] {
    let times = problems.indices.map { comparison.timeOutcome(on: $0) }
    return capitalized(speed(times)) + quality + ["."]
  }

  /// A fragment: what is told, of which problems.
  private struct Fragment {
    var text: ([Inline]) -> [Inline]
    var problems: [Int]
  }

  // MARK: Speed

  private func speed(_ outcomes: [Outcome]) -> [Inline] {
    let winners = outcomes.compactMap { outcome -> Int? in
      if case .winner(let winner) = outcome { winner } else { nil }
    }
    let names = zip(problems, outcomes).compactMap { problem, outcome -> String? in
      if case .winner(let winner) = outcome { problem.contenders[winner].name } else { nil }
    }
    let areFast = zip(problems, winners).allSatisfy { problem, winner in
      problem.contenders[winner].summaries[problem.answerTime]?.median.isFinite == true
        && problem.answerTarget == 0
    }
    if winners.count == problems.count, areFast, Set(names).count == 1, problems.count > 1 {
      return [
        .strong([.text(names[0])]),
        .text(
          " is clearly the fastest on \(problems.count == 2 ? "both" : "all \(problems.count)")"),
        " problems",
      ]
    }
    let fragments = grouped(outcomes)
    guard problems.count > 1 else { return fragments.first ?? [] }
    let shown = Lists.shortened(fragments, more: "more cases in the table")
    let isContest = outcomes.contains { outcome in
      switch outcome {
      case .winner, .leaders, .undecided: true
      case .uncontested, .oneObservation, .obstacle, .tooFewSeeds, .against, .equal, .same: false
      }
    }
    return isContest ? ["no optimizer is clearly the fastest everywhere: "] + shown : shown
  }

  /// The fragments, those of the same words in one, in the order of the problems.
  private func grouped(_ outcomes: [Outcome]) -> [[Inline]] {
    var order: [[Inline]] = []
    var members: [[Inline]: [Int]] = [:]
    for (number, outcome) in outcomes.enumerated() {
      let words = words(outcome, problems[number])
      if members[words] == nil { order.append(words) }
      members[words, default: []].append(number)
    }
    return order.map { words in
      let names = (members[words] ?? []).map { problems[$0].name }
      return ["on "] + Lists.problems(names) + [" "] + words
    }
  }

  /// What is told of a problem, to follow "on p".
  private func words(_ outcome: Outcome, _ problem: ProblemComparison) -> [Inline] {
    let seeds = problem.seedCount
    func names(_ positions: [Int]) -> [Inline] {
      Lists.optimizers(positions.map { problem.contenders[$0].name })
    }
    switch outcome {
    case .uncontested:
      return names(problem.contenders.indices.filter { !problem.contenders[$0].runs.isEmpty })
        + [" ran alone"]
    case .oneObservation(let order):
      return first(order, problem)
    case .obstacle(.noTarget): return ["no target compares the optimizers"]
    case .obstacle(.differentObjectives):
      return ["the training loss does not compare the optimizers"]
    case .obstacle(.metAtStart): return ["every run is at the target before its first step"]
    case .obstacle(.unreached): return ["no run reached the target"]
    case .obstacle(.referenceAboveStart): return ["the reference is not below the start"]
    case .same: return ["all optimizers make the same runs"]
    case .tooFewSeeds:
      return [.text("\(seeds) \(seeds == 1 ? "seed is" : "seeds are") too few to tell")]
    case .winner(let winner):
      let median = problem.contenders[winner].summaries[problem.answerTime]?.median
      let isFast = median?.isFinite == true
      return names([winner])
        + [.text(isFast ? " is clearly the fastest" : " clearly gets there most often")]
        + goal(problem)
    case .against(let standing):
      return BaselineWords(problem, standing, better: "faster", worse: "slower").short
    case .equal: return ["all optimizers are practically equally fast"]
    case .leaders(let leaders): return names(leaders) + [leaders.count == 1 ? " leads" : " lead"]
    case .undecided: return [.text("\(seeds) seeds cannot tell who is fastest")]
    }
  }

  /// The target, where it is not the first that the spec asks for.
  private func goal(_ problem: ProblemComparison) -> [Inline] {
    guard let target = problem.answerTarget, target > 0 else { return [] }
    return [.text(" to \(problem.words(target).short)")]
  }

  /// Who was first in the one run that there is: all who took as long as the first.
  private func first(_ order: [Int], _ problem: ProblemComparison) -> [Inline] {
    func time(_ position: Int) -> Double {
      problem.contenders[position].summaries[problem.answerTime]?.median ?? .infinity
    }
    let best = order.filter { time($0) == order.first.map(time) }
    return Lists.optimizers(best.map { problem.contenders[$0].name })
      + [.text(" \(best.count == 1 ? "was" : "were") first in the one run that there is")]
  }

  // MARK: Quality

  /// Who is clearly best in the test metric, to follow what is said of speed.
  private var quality: [Inline] {
    let outcomes = problems.indices.map { comparison.metricOutcome(on: $0) }
    var wins: [(winner: String, problem: String)] = []
    var (judged, equal) = (0, 0)
    for (problem, outcome) in zip(problems, outcomes) {
      switch outcome {
      case .winner(let winner):
        wins.append((problem.contenders[winner].name, problem.name))
        judged += 1
      case .leaders, .undecided: judged += 1
      case .equal, .same:
        judged += 1
        equal += 1
      case .against(let standing):
        judged += 1
        wins += standing.better.map { (problem.contenders[$0].name, problem.name) }
      case nil, .uncontested, .oneObservation, .obstacle, .tooFewSeeds: break
      }
    }
    guard judged > 0 else { return [] }
    let metric = commonMetric
    if let baseline = comparison.baselineName {
      let parts = grouped(wins)
      return [.text("; in \(metric) ")] + (parts.isEmpty ? ["none"] : Lists.shortened(parts))
        + [.text(" \(parts.count > 1 ? "are" : "is") clearly better than ")]
        + [.strong([.text(baseline)])]
    }
    if equal == judged { return [.text("; in \(metric) all are practically equal")] }
    guard !wins.isEmpty else {
      return [.text("; in \(metric) none is clearly the best\(judged > 1 ? " anywhere" : "")")]
    }
    let parts = grouped(wins)
    return [.text("; in \(metric) the best is clearly ")] + Lists.shortened(parts)
  }

  /// "**Adam** on *iris* and *wine*": who wins, and where if there are several problems.
  private func grouped(_ wins: [(winner: String, problem: String)]) -> [[Inline]] {
    var order: [String] = []
    for win in wins where !order.contains(win.winner) { order.append(win.winner) }
    return order.map { winner in
      let places = wins.filter { $0.winner == winner }.map(\.problem)
      return [.strong([.text(winner)])]
        + (problems.count > 1 ? [" on "] + Lists.problems(places) : [])
    }
  }

  /// "test RMSE", or "the test metric" where problems have several.
  private var commonMetric: String {
    let phrases = Set(problems.compactMap { $0.problem.metric?.phrase })
    return phrases.count == 1 ? "test \(phrases.first ?? "")" : "the test metric"
  }

  private func capitalized(_ words: [Inline]) -> [Inline] {
    guard case .text(let text)? = words.first, let first = text.first else { return words }
    return [.text(first.uppercased() + text.dropFirst())] + words.dropFirst()
  }
}
