import Kernels

/// A function to minimize, with the data it is made from: value and gradient at a flat vector of
/// parameters.
///
/// An objective knows no optimizer. Its methods are `mutating` because it may keep work space, so
/// that no call allocates; results depend on the arguments alone.
public protocol Objective: Sendable {
  /// The tensors behind the flat vector of parameters.
  var layout: ParameterLayout { get }
  /// How many parameters there are: those of the layout.
  var parameterCount: Int { get }
  /// How many examples one pass over the training set sees; 1 for a test function.
  var trainingCount: Int { get }

  /// The initial parameters.
  ///
  /// - Parameter stream: what they are drawn from, in the order of the parameters, one draw for each
  ///   that is drawn.
  func initialParameters(from stream: inout any RandomStream) -> [Double]

  /// The training loss over a batch, penalties included, and its gradient.
  ///
  /// - Parameters:
  ///   - parameters: θ, `parameterCount` values.
  ///   - batch: which examples count.
  ///   - gradient: receives `parameterCount` values.
  /// - Returns: the mean loss over the batch plus the penalty.
  mutating func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double

  /// The loss over one part of the data, and the metric of the task.
  ///
  /// - Returns: nil when the part is empty.
  mutating func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation?
}

/// Which training examples an update sees.
public enum Batch: Sendable {
  /// All of them.
  case full
  /// These, as positions in the training set from 0.
  case examples(ArraySlice<Int>)
}

/// A part of the data.
public enum DataPart: String, Hashable, Sendable, CaseIterable {
  /// What training sees.
  case training
  /// What decides between settings.
  case validation
  /// What is looked at once, at the end.
  case test
}

/// How good parameters are on some examples.
public struct Evaluation: Hashable, Sendable {
  /// The mean loss; on the training set with the penalty that training minimizes.
  public var loss: Double
  /// The metric of the task, such as the root mean square error in the target's own unit; nil for
  /// a test function.
  public var metric: Double?

  /// How good parameters are on some examples.
  public init(loss: Double, metric: Double?) {
    self.loss = loss
    self.metric = metric
  }
}

extension ParameterLayout {
  /// The layout of a model without hidden layers: weights, then biases.
  static func linear(inputs: Int, outputs: Int) -> ParameterLayout {
    ParameterLayout(layer(named: "output", inputs, outputs, isFirst: true, isLast: true))
  }

  /// The weights of a layer, then its biases.
  static func layer(
    named name: String, _ inputs: Int, _ outputs: Int, isFirst: Bool, isLast: Bool
  ) -> [Tensor] {
    [
      Tensor(
        name: "\(name) weight", shape: [inputs, outputs], role: .weight, isFirstLayer: isFirst,
        isLastLayer: isLast),
      Tensor(
        name: "\(name) bias", shape: [outputs], role: .bias, isFirstLayer: isFirst,
        isLastLayer: isLast),
    ]
  }
}
