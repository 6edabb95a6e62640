import Analysis
import Kernels

extension TimeWords {
  /// How many runs got there, and whether they stayed.
  func arrivals(_ told: [Int]) -> [Inline] {
    let arrivals = problem.targets[target]
    let everyone = problem.contenders.indices.filter { !problem.contenders[$0].runs.isEmpty }
    func missed(_ position: Int) -> Int {
      arrivals.runCount(position) - arrivals.arrived(position)
    }
    let missing = everyone.filter { missed($0) > 0 }
    let total = everyone.map(arrivals.runCount).reduce(0, +)
    // Then the arrivals themselves are what is told.
    if !told.isEmpty, told.allSatisfy({ !median($0).isFinite }) { return left(told) + ["."] }
    var words: [Inline]
    if missing.isEmpty {
      words = [.text("; \(RunCount(total, of: total)) got there")]
    } else {
      words = ["; "] + misses(missing, told)
    }
    return words + left(told) + ["."]
  }

  /// Who missed the target, and how often: those who are told one by one, the others together where they
  /// are many.
  private func misses(_ missing: [Int], _ told: [Int]) -> [Inline] {
    let arrivals = problem.targets[target]
    let others = problem.contenders.indices.filter {
      !problem.contenders[$0].runs.isEmpty && !told.contains($0)
    }
    let isListed = others.count <= Lists.most
    let named = missing.filter { arrivals.arrived($0) > 0 && (isListed || told.contains($0)) }
    var parts: [[Inline]] = []
    if !named.isEmpty { parts.append(Lists.shortened(named.map(missed)) + [" never got there"]) }
    let lost = missing.filter { arrivals.arrived($0) == 0 }
    if others.count > 1, Set(lost) == Set(others) {
      parts.append(["none of the others got there"])
    } else if isListed, !lost.isEmpty {
      parts.append(["no run of "] + either(lost) + [" got there"])
    } else if !isListed {
      let runs = others.map(arrivals.runCount).reduce(0, +)
      let arrived = others.map(arrivals.arrived).reduce(0, +)
      parts.append([.text("of the others’ \(runs) runs \(arrived) got there")])
    }
    return Lists.joined(parts) + restarts(told, isAsked: !named.filter(told.contains).isEmpty)
  }

  /// "A, B or C", "A, B or any of 4 others".
  private func either(_ positions: [Int]) -> [Inline] {
    var parts = positions.map { [name($0)] }
    if parts.count > Lists.most {
      parts = Array(parts.prefix(Lists.most - 1))
      parts.append([.text("any of \(positions.count - parts.count) others")])
    }
    guard parts.count > 1, let last = parts.last else { return parts.first ?? [] }
    return Array(parts.dropLast().joined(separator: [", "])) + [" or "] + last
  }

  /// "5 of 20 runs of Adam (stopped early)".
  private func missed(_ position: Int) -> [Inline] {
    let count = problem.targets[target].runCount(position)
    let missed = count - problem.targets[target].arrived(position)
    let stopped = problem.targets[target].stoppedBefore[position]
    let end =
      stopped == 0 ? "" : stopped == missed ? " (stopped early)" : " (\(stopped) stopped early)"
    return [.text("\(missed) of \(count) runs of "), name(position), .text(end)]
  }

  /// What it would cost with restarts, where the leaders miss the target now and then.
  private func restarts(_ told: [Int], isAsked: Bool) -> [Inline] {
    guard isAsked, told.count <= Lists.most else { return [] }
    let costs = told.map { problem.expectedRunningTime(of: $0, to: target) }
    let parts = zip(told, costs).map { position, cost -> [Inline] in
      let text = cost.map { NumberText.significant($0, 3) } ?? "∞"
      return told.count == 1 ? [.text(text)] : [.text("\(text) ("), name(position), ")"]
    }
    return ["; with restarts an arrival costs "] + Lists.joined(parts) + [" epochs"]
  }

  /// How many of the leaders' runs that got there are there no more, with the loss that they end at.
  private func left(_ told: [Int]) -> [Inline] {
    let arrivals = problem.targets[target]
    let leaving = told.filter { arrivals.staying[$0] < arrivals.arrived($0) }.prefix(Lists.most).map
    { $0 }
    guard !leaving.isEmpty else { return [] }
    let parts = leaving.map { position -> [Inline] in
      let loss = problem.contenders[position].summaries[.trainLoss].map {
        NumberText.significant($0.median, 3)
      }
      let staying = arrivals.staying[position]
      return [
        .text("\(staying == 0 ? "none" : "\(staying)") of \(arrivals.arrived(position)) with "),
        name(position), .text(loss.map { " (median final loss \($0))" } ?? ""),
      ]
    }
    let isOne = leaving.count == 1 && arrivals.staying[leaving[0]] == 1
    return ["; at the end "] + Lists.joined(parts)
      + [.text(" \(isOne ? "is" : "are") still there")]
  }
}
