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
    switch kind {
    case .rosenbrock: Self.rosenbrock(parameters, &gradient)
    case .beale: Self.beale(parameters, &gradient)
    case .himmelblau: Self.himmelblau(parameters, &gradient)
    case .rastrigin: Self.rastrigin(parameters, &gradient)
    case .quadratic: Self.quadratic(parameters, curvatures, &gradient)
    }
  }

  func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    guard part == .training else { return nil }
    var gradient = parameters
    let value = lossAndGradient(at: parameters, of: .full, gradient: &gradient)
    return Evaluation(loss: value, metric: nil)
  }

  private static func rosenbrock(_ x: [Double], _ gradient: inout [Double]) -> Double {
    var value = 0.0
    for i in gradient.indices { gradient[i] = 0 }
    for i in 0..<max(0, x.count - 1) {
      let valley = x[i + 1] - x[i] * x[i]
      let distance = 1 - x[i]
      value += 100 * (valley * valley) + distance * distance
      gradient[i] += -400 * x[i] * valley - 2 * distance
      gradient[i + 1] += 200 * valley
    }
    return value
  }

  private static func beale(_ p: [Double], _ gradient: inout [Double]) -> Double {
    let (x, y) = (p[0], p[1])
    let a = 1.5 - x + x * y
    let b = 2.25 - x + x * (y * y)
    let c = 2.625 - x + x * (y * y * y)
    gradient[0] = 2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1)
    gradient[1] = 2 * a * x + 4 * b * (x * y) + 6 * c * (x * (y * y))
    return a * a + b * b + c * c
  }

  private static func himmelblau(_ p: [Double], _ gradient: inout [Double]) -> Double {
    let (x, y) = (p[0], p[1])
    let a = x * x + y - 11
    let b = x + y * y - 7
    gradient[0] = 4 * a * x + 2 * b
    gradient[1] = 2 * a + 4 * b * y
    return a * a + b * b
  }

  private static func rastrigin(_ x: [Double], _ gradient: inout [Double]) -> Double {
    var value = 0.0
    for i in x.indices {
      // The period is 1: taking whole turns off is exact and keeps the angle small. And
      // 10 − 10 cos 2a is 20 sin² a, which cancels no digits beside a minimum.
      let half = Double.pi * (x[i] - x[i].rounded())
      let sine = sin(half)
      value += x[i] * x[i] + 20 * (sine * sine)
      gradient[i] = 2 * x[i] + 20 * Double.pi * sin(2 * half)
    }
    return value
  }

  private static func quadratic(
    _ x: [Double], _ curvatures: [Double], _ gradient: inout [Double]
  ) -> Double {
    var value = 0.0
    for i in x.indices {
      gradient[i] = curvatures[i] * x[i]
      value += gradient[i] * x[i]
    }
    return value / 2
  }
}
