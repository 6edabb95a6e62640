import Datasets
import Diagnostics
import SpecLanguage
import Specs
import Training

/// An estimate of what performing a plan takes: memory, and operations on numbers. It is meant to be right within
/// a factor of 2.
public struct PlanCost: Sendable {
  /// One thing that takes memory or work.
  public struct Share: Sendable {
    /// Bytes, or operations.
    public var amount: Double
    /// What it is for, in words.
    public var words: String
    /// What in the spec decides about it.
    public var path: [JSONStep]

    /// One thing that takes memory or work.
    public init(_ amount: Double, _ words: String, at path: [JSONStep]) {
      self.amount = amount
      self.words = words
      self.path = path
    }
  }

  /// What the program takes for anything: code, fonts, texts.
  static let baseBytes = 50e6
  /// What is in memory once.
  let shared: [Share]
  /// What the most demanding run takes, once for each that is in progress.
  let run: [Share]
  /// The operations, problem by problem.
  let work: [Share]

  /// - Parameter image: what the largest image of the report takes while it is drawn.
  public init(_ plan: Plan, image: Share? = nil) {
    let problems = plan.problems.indices.map { ProblemCost(plan, problem: $0) }
    let runs = problems.flatMap(\.runs)
    run = runs.max { Self.sum($0) < Self.sum($1) } ?? []
    work = problems.map(\.work)
    var tables: Set<String> = []
    // Problems on one table have it in memory once.
    let data = problems.compactMap { problem in
      problem.table.flatMap { tables.insert($0.key).inserted ? $0.share : nil }
    }
    shared = data + [Self.results(of: plan)] + (image.map { [$0] } ?? [])
  }

  /// About how many bytes it takes with so many runs at once.
  public func bytes(jobs: Int) -> Double {
    Self.baseBytes + Self.sum(shared) + Double(jobs) * Self.sum(run)
  }

  /// About how many operations all runs take together.
  public var operations: Double { Self.sum(work) }

  /// As many runs at once as fit into the limit on memory, at most `most` and at least one.
  public func jobs(atMost most: Int) -> Int {
    let room = (CostLimits.bytes - bytes(jobs: 0)) / max(1, Self.sum(run))
    return max(1, min(most, Int(max(1, min(room, 1e6)))))
  }

  /// What takes most memory.
  var largestShare: Share? { (shared + run).max { $0.amount < $1.amount } }

  /// Outcomes and observations of all runs, of which a million take 670 MiB, and of trials, which are held with
  /// their points; curves, as many as stay in memory and as their text.
  private static func results(of plan: Plan) -> Share {
    let points = plan.runs.map { Double(plan.mostPoints(of: $0)) }.reduce(0, +)
    let most = plan.problems.indices.max { one, other in
      plan.problems[one].spec.budget.epochs < plan.problems[other].spec.budget.epochs
    }
    let trials = plan.searchRunCount
    return Share(
      700 * Double(plan.totalRunCount - trials) + 2000 * Double(trials) + min(200e6, 160 * points),
      "the curves of all runs", at: ["problems", .index(most ?? 0), "epochs"])
  }

  private static func sum(_ shares: [Share]) -> Double { shares.map(\.amount).reduce(0, +) }
}
