import Optimizers

// Prints seconds per step of rules at a number of parameters: `optimizer-steps 10000 adam nadam`.
// One line for each rule: its name, then the samples.

let clock = ContinuousClock()

/// Seconds per step in each of `samples` batches that last about 30 ms.
func measure(_ kind: OptimizerKind, count: Int, samples: Int) throws -> [Double] {
  var parameters = (0..<count).map { Double($0 % 17) * 0.1 - 0.8 }
  var gradient = (0..<count).map { Double(($0 * 7919) % 1009) * 1e-3 - 0.5 }
  var optimizer = Optimizer(
    configuration: try .resolve(kind: kind), initialParameters: parameters, updatesPerEpoch: 1,
    totalUpdates: 1)
  func batch(_ steps: Int) -> Double {
    let duration = clock.measure {
      for _ in 0..<steps { optimizer.step(parameters: &parameters, gradient: &gradient) }
    }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
  let steps = max(1, Int(0.03 / (batch(3) / 3)))
  return (0..<samples).map { _ in batch(steps) / Double(steps) }
}

let arguments = CommandLine.arguments.dropFirst()
guard let count = arguments.first.flatMap({ Int($0) }) else {
  print("usage: optimizer-steps COUNT KIND...")
  throw CancellationError()
}
for name in arguments.dropFirst() {
  guard let kind = OptimizerKind(rawValue: name) else { continue }
  let samples = try measure(kind, count: count, samples: 9)
  print(name, samples.map { String($0) }.joined(separator: " "))
}
