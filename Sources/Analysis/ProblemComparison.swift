import Experiments
import Statistics

/// The statistics of one problem.
public struct ProblemComparison: Sendable {
  /// The problem.
  public let problem: PlannedProblem
  /// What became of its contenders, in the plan's order.
  public let contenders: [ContenderResults]
  /// The most epochs between two recorded ones.
  public let widestGap: Int
  /// When the runs reached the targets, one entry a target.
  public let targets: [TargetArrivals]

  private let bootstraps: Bootstraps

  /// - Parameter runs: the runs of each contender.
  init(_ problem: PlannedProblem, runs: [[SeededRecord]], bootstraps: Bootstraps) {
    self.problem = problem
    self.bootstraps = bootstraps
    let grid = CurveBand.grid(of: runs)
    widestGap = zip(grid, grid.dropFirst()).map { $1 - $0 }.max() ?? 1
    let targets = Goal.all(problem.spec.targets).map { TargetArrivals($0, runs: runs) }
    self.targets = targets
    contenders = zip(problem.contenders, runs).enumerated().map { position, pair in
      ContenderResults(
        pair.0, runs: pair.1, times: pair.1.isEmpty ? [] : targets.map { $0.epochs[position] },
        on: problem, bootstraps: bootstraps)
    }
  }

  /// The problem's name.
  public var name: String { problem.spec.name }

  /// Whether only one contender has runs: there is nobody to compare it with.
  public var isUncontested: Bool { contenders.count { !$0.runs.isEmpty } < 2 }

  /// The positions of the targets that tell something: to reach a multiple of the best loss does not,
  /// where the only contender itself defines it.
  public var tellingTargets: [Int] {
    targets.indices.filter { position in
      if case .timesBest = targets[position].goal { !isUncontested } else { true }
    }
  }

  /// The position of the contender called `name`; nil where it does not compete.
  public func position(of name: String) -> Int? { contenders.firstIndex { $0.name == name } }

  // MARK: Order

  /// The contenders by their median of `quantity`, the best first, then by failures, then in the
  /// plan's order; those without such a quantity are left out.
  public func ranked(by quantity: Quantity) -> [Int] {
    let sign = quantity.worst(problem.metric) > 0 ? 1.0 : -1.0
    let keys = contenders.indices.compactMap { position in
      contenders[position].summaries[quantity].map {
        (sign * $0.median, $0.failures, position)
      }
    }
    return keys.sorted { $0 < $1 }.map(\.2)
  }

  /// The first of `ranked(by:)`, provided that its median is no failure.
  public func best(by quantity: Quantity) -> Int? {
    guard let first = ranked(by: quantity).first,
      contenders[first].summaries[quantity]?.median.isFinite == true
    else { return nil }
    return first
  }

  // MARK: Effects

  /// The level of each of the intervals between all pairs of contenders that holds them all together
  /// at 95 % (Bonferroni).
  public var simultaneousLevel: Double {
    let pairs = contenders.count * (contenders.count - 1) / 2
    return 1 - 0.05 / Double(max(1, pairs))
  }

  /// How many times as much of `quantity` contender `one` takes as `other`, paired by seed.
  ///
  /// Curves tell an epoch only up to the gap between two recorded ones. The interval of a time allows
  /// for that: its lower end supposes that `one` arrived as early and `other` as late as they may
  /// have, its upper end the opposite.
  ///
  /// - Returns: nil where one of them has no such quantity, or no pair of runs got anywhere.
  public func ratio(_ quantity: Quantity, of one: Int, to other: Int) -> PairedRatio? {
    guard let (values, reference) = pair(quantity, one, other) else { return nil }
    func ratio(_ values: [Double?], _ reference: [Double?]) -> PairedRatio? {
      PairedRatio(
        of: values, to: reference, level: simultaneousLevel, bootstrap: bootstraps[values.count])
    }
    guard var result = ratio(values.values, reference.values) else { return nil }
    let least = ratio(values.earliest, reference.values)
    let most = ratio(values.values, reference.earliest)
    if let low = least?.interval?.low, let high = most?.interval?.high {
      result.interval = Interval(low: low, high: high)
    }
    return result
  }

  /// How much higher `quantity` is with contender `one` than with `other`, paired by seed; nil where
  /// one of them has no such quantity.
  public func difference(
    _ quantity: Quantity, of one: Int, to other: Int
  ) -> PairedDifference? {
    guard let (values, reference) = pair(quantity, one, other) else { return nil }
    return PairedDifference(
      of: values.values, to: reference.values, worst: quantity.worst(problem.metric),
      level: simultaneousLevel, bootstrap: bootstraps[values.values.count])
  }

  private func pair(
    _ quantity: Quantity, _ one: Int, _ other: Int
  ) -> (Observations, Observations)? {
    guard let values = contenders[one].observations[quantity],
      let reference = contenders[other].observations[quantity]
    else { return nil }
    return values.paired(with: reference)
  }
}
