/// Which problems are on the same rows: across problems they count once.
enum ProblemSources {
  /// The problems of each source, by position, in the order of the first of each.
  static func groups(of problems: [ProblemComparison]) -> [[Int]] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (number, problem) in problems.enumerated() {
      // A test function has no rows that it could share.
      let key = problem.sourceKey ?? "problem \(number)"
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(number)
    }
    return order.compactMap { members[$0] }
  }
}

extension [ProblemComparison] {
  /// The problems that are on the same rows, by position here, in the order of the first of each.
  public var sources: [[Int]] { ProblemSources.groups(of: self) }
}

extension ProblemComparison {
  /// Whether times to the answer's target compare the contenders, or would if any run had got there: a
  /// problem that nobody solved counts as missed by all.
  public var hasComparableTimes: Bool {
    guard answerTarget != nil else { return false }
    return switch timeObstacle {
    case nil, .unreached: true
    case .noTarget, .differentObjectives, .metAtStart, .referenceAboveStart: false
    }
  }
}
