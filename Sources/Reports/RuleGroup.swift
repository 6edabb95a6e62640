import Analysis
import Experiments

/// The contenders of one update rule on a problem, whatever their settings; tuned ones by themselves.
struct RuleGroup {
  /// What the rule is called: what the names of its optimizers have in common, or else its kind and variant.
  private(set) var name: String
  /// The positions in the spec of its optimizers, rising.
  private(set) var optimizers: [Int]
  /// The position of the one with the lowest final training loss, among all of the problem: its place in
  /// the order, and in the spec. Nil where none of its runs has one.
  private(set) var best: (rank: Int, optimizer: Int)?

  /// The rules on a problem, in the order of the spec.
  static func all(on problem: ProblemComparison) -> [RuleGroup] {
    let ranked = problem.ranked(by: .trainLoss)
    var groups: [RuleGroup] = []
    for (position, summary) in problem.contenders.enumerated() where !summary.runs.isEmpty {
      let contender = summary.contender
      let configuration = contender.configuration
      let name = [
        contender.isTuned ? "tuned" : nil, configuration.kind.rawValue, configuration.variant,
      ].compactMap(\.self).joined(separator: " ")
      let place = groups.firstIndex { $0.name == name } ?? groups.count
      if place == groups.count { groups.append(RuleGroup(name: name, optimizers: [], best: nil)) }
      groups[place].optimizers.append(contender.optimizer)
      if let rank = ranked.firstIndex(of: position), rank < groups[place].best?.rank ?? .max {
        groups[place].best = (rank, contender.optimizer)
      }
    }
    let names = groups.map { group in
      RateFamily.name(
        of: problem.contenders.map(\.contender).filter { group.optimizers.contains($0.optimizer) }
          .map(\.name))
    }
    for (index, name) in names.enumerated() {
      if let name, names.count(where: { $0 == name }) == 1 { groups[index].name = name }
    }
    return groups
  }
}
