import Optimizers
import Training

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

  /// An optimizer as it runs on a problem.
  public init(
    name: String, optimizer: Int, configuration: OptimizerConfiguration, budget: Budget
  ) {
    self.name = name
    self.optimizer = optimizer
    self.configuration = configuration
    self.budget = budget
  }
}
