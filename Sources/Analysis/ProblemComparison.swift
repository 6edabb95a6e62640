import Experiments
import Specs
import Statistics
import Training

/// The statistics of one problem.
public struct ProblemComparison: Sendable {
  /// The problem.
  public let problem: PlannedProblem
  /// What became of its contenders, in the plan's order.
  public let contenders: [ContenderResults]
  /// The most epochs between two recorded ones.
  public let widestGap: Int
  /// What automatic targets lie on the way to.
  public let reference: ReferenceLosses
  /// When the runs reached the targets, one entry a target: the one that the spec's answer is about
  /// first.
  public let targets: [TargetArrivals]
  /// The median over the seeds of the test metric of the trivial predictor: the mean of the training
  /// target, or the most frequent class; nil without one.
  public let trivialMetric: Double?
  /// The median over the seeds of the test metric where the training loss is least; nil where that is not known.
  public let optimalMetric: Double?

  /// - Parameters:
  ///   - runs: the runs of each contender.
  ///   - baseline: the position in the spec of the optimizer that others are compared with.
  init(
    _ problem: PlannedProblem, runs: [[SeededRun]], yardsticks: [UInt32: Yardsticks],
    baseline: Int?
  ) {
    self.problem = problem
    let trivial = problem.seeds.compactMap { yardsticks[$0]?.trivialMetric }
    trivialMetric = trivial.count == problem.seeds.count ? median(trivial) : nil
    let optimal = problem.seeds.compactMap { yardsticks[$0]?.optimum?.testMetric }
    optimalMetric = optimal.count == problem.seeds.count ? median(optimal) : nil
    let grid = CurveBand.grid(of: runs)
    widestGap = zip(grid, grid.dropFirst()).map { $1 - $0 }.max() ?? 1
    let reference = ReferenceLosses(
      problem, runs: runs, yardsticks: yardsticks, baseline: baseline)
    self.reference = reference
    let targets = Goal.all(problem.spec.targets).map {
      TargetArrivals($0, runs: runs, reference: reference)
    }
    self.targets = targets
    contenders = zip(problem.contenders, runs).enumerated().map { position, pair in
      ContenderResults(
        pair.0, runs: pair.1, times: pair.1.isEmpty ? [] : targets.map { $0.epochs[position] },
        on: problem)
    }
  }

  /// The problem's name.
  public var name: String { problem.spec.name }

  /// How many seeds are planned on it: one where nothing depends on the seed.
  public var seedCount: Int { problem.seeds.count }

  /// Whether only one contender has runs: there is nobody to compare it with.
  public var isUncontested: Bool { contenders.count { !$0.runs.isEmpty } < 2 }

  /// The position of the contender called `name`; nil where it does not compete.
  public func position(of name: String) -> Int? { contenders.firstIndex { $0.name == name } }

  // MARK: Targets

  /// The positions of the targets that tell something: to come part of the way to where the only
  /// contender itself ends does not.
  public var tellingTargets: [Int] {
    if isUncontested, case .share = targets.first?.goal, case .contender = reference.kind {
      return []
    }
    return Array(targets.indices)
  }

  /// The position of the target that the answer is about: the first, or the hardest after it that
  /// somebody reached; nil where no target tells anything.
  public var answerTarget: Int? {
    let telling = tellingTargets
    guard let first = telling.first else { return nil }
    let easier = telling.filter {
      $0 == first || !targets[$0].goal.isHarder(than: targets[first].goal)
    }
    return easier.first { targets[$0].isReached } ?? first
  }

  /// The time to the answer's target, or to the first where no target tells anything.
  public var answerTime: Quantity { .timeToTarget(answerTarget ?? 0) }

  /// The targets, from the easiest to the hardest.
  public var targetsByDifficulty: [Int] {
    tellingTargets.sorted { targets[$1].goal.isHarder(than: targets[$0].goal) }
  }

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

  // MARK: Comparisons

  /// The pairs of contenders that are compared: all, or each with the one that comes from the optimizer
  /// at `baseline`.
  func pairs(with baseline: Int?) -> [(one: Int, other: Int)] {
    let all = contenders.indices
    guard let baseline else {
      return all.flatMap { one in all[(one + 1)...].map { (one, $0) } }
    }
    guard let base = all.first(where: { contenders[$0].contender.optimizer == baseline }) else {
      return []
    }
    return all.filter { $0 != base }.map { ($0, base) }
  }

  /// Whether two contenders have the same runs, bit by bit.
  func areSameRuns(_ one: Int, _ other: Int) -> Bool {
    contenders[one].runs == contenders[other].runs
  }

  /// What the runs of two contenders say of a quantity; nil where one of them has no such quantity, or
  /// no run of either got anywhere.
  ///
  /// - Parameter shift: the difference, or logarithm of a ratio, that is tested instead of none.
  func test(_ quantity: Quantity, _ one: Int, _ other: Int, shift: Double = 0) -> PairedTest? {
    guard let values = contenders[one].observations[quantity].map({ tested($0, quantity) }),
      let reference = contenders[other].observations[quantity].map({ tested($0, quantity) })
    else { return nil }
    let share = problem.sizes.flatMap { sizes in
      quantity.heldOutPart.map { part in
        Double(part == .test ? sizes.test : sizes.validation) / Double(sizes.training)
      }
    }
    return PairedTest(
      values, reference, isRatio: quantity.isRatioScaled, worst: quantity.worst(problem.metric),
      heldOutShare: share, shift: shift)
  }

  /// How many times the trivial predictor's root mean square error a run may have before it counts as failed.
  ///
  /// Values that blew up without overflowing differ by orders of magnitude among themselves: as numbers they
  /// would have a variance in which every difference drowns.
  static let farthestError = 1e3

  /// The error from which on a run has failed for the tests; nil for a quantity that cannot blow up unseen.
  public func greatestError(_ quantity: Quantity) -> Double? {
    guard quantity.isMetric, problem.metric == .rootMeanSquareError else { return nil }
    return trivialMetric.map { Self.farthestError * $0 }
  }

  /// The observations as tests take them: what blew up has failed.
  private func tested(_ observed: Observations, _ quantity: Quantity) -> Observations {
    guard let most = greatestError(quantity),
      observed.values.contains(where: { $0.map { $0 > most } ?? false })
    else { return observed }
    let values = observed.values.map { value in value.flatMap { $0 > most ? nil : $0 } }
    return Observations(seeds: observed.seeds, values: values)
  }

  /// The share of the trivial predictor's error below which no difference matters, however small the errors
  /// are: of data without noise a linear model leaves nothing but rounding.
  static let leastError = 1e-4

  /// Whether the margin of the root mean square error is that share.
  public func isNoiseless(_ margins: Margins) -> Bool {
    guard problem.metric == .rootMeanSquareError, let trivialMetric,
      let best = best(by: .testMetric).flatMap({
        contenders[$0].summaries[.testMetric]?.median
      })
    else { return false }
    return margins.rootMeanSquareError * best < Self.leastError * trivialMetric
  }

  /// The effects that count as none.
  func margin(_ quantity: Quantity, _ margins: Margins) -> Interval {
    if quantity.isRatioScaled {
      return Interval(low: 1 / (1 + margins.time), high: 1 + margins.time)
    }
    let width: Double
    if problem.metric?.isHigherBetter == true {
      width = margins.accuracy
    } else {
      let best = best(by: quantity).flatMap { contenders[$0].summaries[quantity]?.median }
      width = max(
        margins.rootMeanSquareError * (best ?? 0).magnitude,
        Self.leastError * (trivialMetric ?? 0))
    }
    return Interval(low: -width, high: width)
  }
}
