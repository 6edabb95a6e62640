import Datasets
import Kernels
import SpecLanguage

/// A model with every option resolved: all that a problem, a spec and a report need to know of it.
///
/// A kind of model is a type that conforms, in a file of its own, and a line in `ModelKind.all`.
package protocol Model: Hashable, Sendable {
  /// What a spec calls it, and how it is asked for.
  var kind: ModelKind { get }
  /// What the target must be used for; nil where it may be anything.
  var task: Task? { get }
  /// How many classes the target must have; nil for any number.
  var classCount: Int? { get }
  /// Whether it learns from data but leaves their target alone.
  var ignoresTarget: Bool { get }
  /// Whether its runs can be drawn as paths: a test function in two dimensions.
  var isPlanar: Bool { get }
  /// Whether its initial parameters are drawn, so that they depend on the seed.
  var startsAtRandom: Bool { get }
  /// The model in a table cell.
  var phrase: String { get }
  /// Its options as a spec would write them if it left nothing out.
  var options: [JSONLiteral.Member] { get }

  /// The metric on a target for `task`; nil for a test function.
  func metric(of task: Task?) -> Metric?
  /// How many parameters it has on such data, as a number that cannot overflow.
  func parameterCount(featureCount: Int, target: Target) -> Double
  /// The widths of its layers on such data, from the features to the output.
  func widths(featureCount: Int, target: Target) -> [Int]
  /// The function that it minimizes on `data`.
  func makeObjective(data: ProblemData) -> any Objective
  /// Where the training loss on `data` is least; nil where it is not known.
  func optimum(on data: ProblemData) -> Optimum?
  /// What is minimized, from where: a clause that ends in a full stop.
  func definition(metric: Metric?) -> String
}

extension Model {
  package var task: Task? { nil }
  package var classCount: Int? { nil }
  package var ignoresTarget: Bool { false }
  package var isPlanar: Bool { false }
  package func widths(featureCount: Int, target: Target) -> [Int] { [] }
  package func optimum(on data: ProblemData) -> Optimum? { nil }

  package func parameterCount(featureCount: Int, target: Target) -> Double {
    let widths = widths(featureCount: featureCount, target: target).map { Double($0) }
    return zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// "plus l2/2 ‖w‖²", where there is such a penalty.
  func penalty(_ l2: Double, _ weights: String) -> String {
    guard l2 != 0 else { return "" }
    return " plus \(NumberText.significant(l2, 6))/2 ‖\(weights)‖² (training loss only)"
  }
}
