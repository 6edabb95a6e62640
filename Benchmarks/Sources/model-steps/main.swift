import Datasets
import Kernels
import Models
import Optimizers

// Prints seconds per update of a model with Nadam: `model-steps linear|small|large`. One update is loss,
// gradient and rule.

let clock = ContinuousClock()

/// Numbers that any language can make again: a linear congruence, from −1 to 1.
func numbers(_ count: Int, seed: UInt32) -> [Double] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return Double(state >> 8) / 8_388_608 - 1
  }
}

/// Seconds per update in each of `samples` batches that last about 100 ms.
func measure(
  _ model: ModelConfiguration, _ data: ProblemData, batch: Int?, samples: Int
) throws -> [Double] {
  var objective = model.makeObjective(data: data)
  var parameters = numbers(objective.parameterCount, seed: 1).map { $0 * 0.05 }
  var gradient = [Double](repeating: 0, count: objective.parameterCount)
  var optimizer = Optimizer(
    configuration: try .resolve(kind: .nadam, given: ["learning_rate": .number(1e-4)]),
    initialParameters: parameters, updatesPerEpoch: 1, totalUpdates: 1)
  let order = Array(0..<data.training.count)
  var first = 0
  func run(_ steps: Int) -> Double {
    let duration = clock.measure {
      for _ in 0..<steps {
        if let batch {
          _ = objective.lossAndGradient(
            at: parameters, of: .examples(order[first..<first + batch]), gradient: &gradient)
          first = (first + batch) % data.training.count
        } else {
          _ = objective.lossAndGradient(at: parameters, of: .full, gradient: &gradient)
        }
        optimizer.step(parameters: &parameters, gradient: &gradient)
      }
    }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
  _ = run(3)
  let steps = max(1, Int(0.1 / (run(5) / 5)))
  return (0..<samples).map { _ in run(steps) / Double(steps) }
}

func data(_ count: Int, _ features: Int, classes: Int) -> ProblemData {
  let values = numbers(count * features, seed: 7)
  let target: Target =
    classes == 0
    ? .numbers(numbers(count, seed: 9))
    : .classes(
      (0..<count).map { ($0 * 7 + $0 / 3) % classes }, names: (0..<classes).map { "\($0)" })
  let examples = Examples(
    featureCount: features, features: .dense(values), target: target, rows: Array(0..<count))
  return ProblemData(training: examples, validation: examples, test: examples, targetScale: 1)
}

let cases: [String: () throws -> [Double]] = [
  "linear": {
    try measure(
      .linear(LinearConfiguration()), data(284, 10, classes: 0), batch: nil, samples: 9)
  },
  "small": {
    try measure(
      .mlp(NetworkConfiguration(hidden: [64])), data(1024, 64, classes: 10), batch: 64, samples: 9)
  },
  "large": {
    try measure(
      .mlp(NetworkConfiguration(hidden: [512, 512])), data(1024, 784, classes: 10), batch: 128,
      samples: 9)
  },
]
guard CommandLine.arguments.count == 2, let run = cases[CommandLine.arguments[1]] else {
  print("usage: model-steps linear|small|large")
  throw CancellationError()
}
print(try run().map { String($0) }.joined(separator: " "))
