import Analysis

/// How the others compare with the baseline on one problem, in words.
struct BaselineWords {
  private let problem: ProblemComparison
  private let against: BaselineStanding
  private let better: String
  private let worse: String

  /// - Parameters:
  ///   - better: what a better one is, such as "faster".
  ///   - worse: what a worse one is, such as "slower".
  init(_ problem: ProblemComparison, _ against: BaselineStanding, better: String, worse: String) {
    self.problem = problem
    self.against = against
    self.better = better
    self.worse = worse
  }

  private var baseline: Inline { .strong([.text(problem.contenders[against.baseline].name)]) }

  /// Who beats the baseline, to follow "on p".
  var short: [Inline] {
    guard !against.better.isEmpty else {
      return [.text("none is clearly \(better) than "), baseline]
    }
    return names(against.better)
      + [.text(" \(against.better.count == 1 ? "is" : "are") clearly \(better) than "), baseline]
  }

  /// Who beats it, who loses to it, who equals it, and of whom the seeds cannot tell.
  var words: [Inline] {
    var parts: [[Inline]] = []
    func add(_ members: [Int], _ relation: String) {
      guard !members.isEmpty else { return }
      parts.append(names(members) + [.text(" \(members.count == 1 ? "is" : "are") \(relation)")])
    }
    add(against.better, "clearly \(better)")
    add(against.worse, "clearly \(worse)")
    add(against.equal, "practically equal")
    if !against.open.isEmpty {
      parts.append(
        [.text("\(problem.seedCount) seeds cannot tell ")] + names(against.open)
          + [" from it"])
    }
    return ["compared with ", baseline, ", "] + Lists.joined(parts)
  }

  private func names(_ positions: [Int]) -> [Inline] {
    Lists.optimizers(positions.map { problem.contenders[$0].name })
  }
}

extension Comparison {
  /// The name of the optimizer that all others are compared with, if there is one.
  var baselineName: String? { plan.spec.report.baseline.map { plan.spec.optimizers[$0].name } }
}
