import Kernels

/// A test function as an objective: no data, one update an epoch.
///
/// Sums run over the dimensions in rising order.
struct TestFunction: Objective {
  private let kind: TestFunctionKind
  private let start: [Double]
  /// λ of `quadratic`.
  private let curvatures: [Double]

  let trainingCount = 1
  var parameterCount: Int { start.count }
  var layout: ParameterLayout {
    ParameterLayout([
      ParameterLayout.Tensor(
        name: "point", shape: [start.count], role: .point, isFirstLayer: true, isLastLayer: true)
    ])
  }

  init(_ configuration: TestFunctionConfiguration) {
    kind = configuration.kind
    start = configuration.start
    curvatures = Self.curvatures(count: start.count, condition: configuration.condition)
  }

  /// `count` numbers from 1 to `condition`, evenly spaced on a logarithmic scale; the ends are exact.
  private static func curvatures(count: Int, condition: Double) -> [Double] {
    let logarithm = log(condition)
    return (0..<count).map { index in
      if index == 0 { return 1 }
      return index == count - 1 ? condition : exp(Double(index) / Double(count - 1) * logarithm)
    }
  }

  func initialParameters(from stream: inout any RandomStream) -> [Double] { start }

  func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    kind.evaluate(parameters, &gradient, curvatures)
  }

  func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    guard part == .training else { return nil }
    var gradient = parameters
    let value = lossAndGradient(at: parameters, of: .full, gradient: &gradient)
    return Evaluation(loss: value, metric: nil)
  }
}
