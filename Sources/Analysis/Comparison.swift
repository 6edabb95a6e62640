import Experiments
import Specs
import Statistics

/// All statistics of a report, problem by problem; sections and figures only read them.
public struct Comparison: Sendable {
  /// What was compared.
  public let results: ResultSet
  /// The problems in the plan's order.
  public let problems: [ProblemComparison]
  /// All comparisons that the answer makes.
  public let family: ComparisonFamily

  /// Compares all contenders on all problems of `results`.
  public init(_ results: ResultSet) {
    self.results = results
    let plan = results.plan
    let report = plan.spec.report
    let problems = plan.problems.indices.map { problem in
      ProblemComparison(
        plan.problems[problem],
        runs: plan.problems[problem].contenders.indices.map {
          results.runs(problem: problem, contender: $0)
        }, yardsticks: results.yardsticks(problem: problem), baseline: report.baseline,
        basins: LearningRateBasins.all(of: results, problem: problem))
    }
    self.problems = problems
    family = ComparisonFamily(
      problems, quantities: problems.map(\.answerQuantities), baseline: report.baseline,
      margins: report.margins, scope: report.family)
  }

  /// What was planned.
  public var plan: Plan { results.plan }

  /// How many seeds are planned.
  public var seedCount: Int { plan.spec.seeds.count }

  /// Where the contenders of a problem stand by a quantity of the answer.
  public func standing(on problem: Int, by quantity: Quantity) -> Standing {
    Standing(
      problems[problem], by: quantity, family.comparisons(on: problem, by: quantity))
  }

  /// The comparisons by a quantity on one problem, which hold together: those of the answer where it
  /// makes them, else a family of their own.
  public func comparisons(by quantity: Quantity, on problem: Int) -> ComparisonFamily {
    if problems[problem].answerQuantities.contains(quantity) { return family }
    var quantities: [[Quantity]] = problems.map { _ in [] }
    quantities[problem] = [quantity]
    return ComparisonFamily(
      problems, quantities: quantities, baseline: nil, margins: plan.spec.report.margins,
      scope: .report)
  }
}

extension ProblemComparison {
  /// What the answer compares the contenders by: the time to its target and the test metric, as far as
  /// the problem has them and they can tell anything.
  public var answerQuantities: [Quantity] {
    // Where nothing depends on the seed there is one observation, which no test can judge.
    guard problem.dependsOnSeed else { return [] }
    var quantities: [Quantity] = []
    if let target = answerTarget, timeObstacle == nil { quantities.append(.timeToTarget(target)) }
    if Quantity.testMetric.exists(on: problem) { quantities.append(.testMetric) }
    return quantities
  }

  /// Why times to the answer's target compare nothing; nil where they do.
  public var timeObstacle: TimeObstacle? {
    guard let target = answerTarget else { return .noTarget }
    if !decays.isEmpty { return .differentObjectives(decays) }
    if targets[target].isMissing { return .referenceAboveStart }
    if targets[target].isMetAtStart { return .metAtStart }
    return targets[target].isReached ? nil : .unreached
  }

  /// The contenders whose decay makes them minimize something else than others do; none where all do
  /// the same.
  private var decays: [Int] {
    let decays = contenders.map { $0.contender.configuration.weightDecay }
    return Set(decays).count > 1 ? contenders.indices.filter { decays[$0] > 0 } : []
  }
}

/// Why times to a target compare nothing.
public enum TimeObstacle: Hashable, Sendable {
  /// There is no target that does not follow from the only contender itself.
  case noTarget
  /// Some contenders, those at these positions, decay their parameters and so minimize something else.
  case differentObjectives([Int])
  /// The reference does not lie below the start with any seed, so that there is no way to it.
  case referenceAboveStart
  /// Every run is there before its first step.
  case metAtStart
  /// No run got there.
  case unreached
}
