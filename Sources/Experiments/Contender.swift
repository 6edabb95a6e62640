import Optimizers
import Specs
import Training
import Tuning

/// What competes on one problem: an optimizer with its configuration and budget, as it runs there.
///
/// The contenders of a plan come from the optimizers of its spec; nobody may count on every problem
/// having the same ones.
public struct Contender: Hashable, Sendable {
  /// Its name in the report, unique on its problem.
  public let name: String
  /// The position in the spec of the optimizer that it comes from.
  public let optimizer: Int
  /// The rule with every hyperparameter resolved.
  public let configuration: OptimizerConfiguration
  /// What each of its runs may spend.
  public let budget: Budget

  /// What has to be searched for before it can run; nil for one that is settled.
  public let space: SearchSpace?
  /// Whether a search found its settings, or has to find them.
  public let isTuned: Bool
  /// For each run that drew from its stream before it, how many orders of batches that drew.
  public let draws: [Int]

  /// An optimizer as it runs on a problem.
  public init(
    name: String, optimizer: Int, configuration: OptimizerConfiguration, budget: Budget,
    space: SearchSpace? = nil, isTuned: Bool = false, draws: [Int] = []
  ) {
    self.name = name
    self.optimizer = optimizer
    self.configuration = configuration
    self.budget = budget
    self.space = space
    self.isTuned = isTuned || space != nil
    self.draws = draws
  }

  /// The same with the values that a search found; itself where there is nothing to search for.
  ///
  /// - Parameters:
  ///   - point: one value for each key of its space.
  ///   - draws: for each run that draws from its stream before it, how many orders of batches.
  func settled(at point: [Double], after draws: [Int]) -> Contender {
    guard let space else { return self }
    let numbers = Dictionary(
      zip(space.keys.map(\.name), point), uniquingKeysWith: { first, _ in first })
    var budget = budget
    if let epochs = numbers[BudgetKey.epochs.rawValue] { budget.epochs = Int(epochs) }
    if let size = numbers[BudgetKey.batchSize.rawValue] { budget.batchSize = .examples(Int(size)) }
    // Whoever read the spec has made sure that both ends of the ranges go together with the rest.
    let settled = try? configuration.setting(numbers)
    return Contender(
      name: name, optimizer: optimizer, configuration: settled ?? configuration, budget: budget,
      isTuned: true, draws: draws)
  }
}
