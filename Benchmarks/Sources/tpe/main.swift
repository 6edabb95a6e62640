import Timing
import Tuning

// Prints the seconds per call in nine batches: `tpe 4` or `tpe 5` tells the 300th trial of a search over the five
// hyperparameters of the article and asks for the next, as Optuna 4 or 5 would.

let keys: [SearchKey] = [
  ("learning_rate", SearchRange(low: 1e-5, high: 1e-1, scale: .log)),
  ("beta1", SearchRange(low: 0.9, high: 0.999)),
  ("beta2", SearchRange(low: 0.99, high: 0.9999)),
  ("epsilon", SearchRange(low: 1e-10, high: 1e-5, scale: .log)),
  ("epochs", SearchRange(low: 1_000, high: 100_000, isInteger: true)),
].enumerated().map { SearchKey(name: $1.0, range: $1.1, dimension: $0) }

/// A bowl over the shares of the ranges.
func objective(_ point: [Double]) -> Double {
  zip(keys, point).enumerated().reduce(0) { total, item in
    let (index, (key, value)) = item
    let distance = key.range.share(of: value) - 0.3 - 0.1 * Double(index)
    return total + distance * distance
  }
}

let version: TPEVersion = CommandLine.arguments.dropFirst().first == "5" ? .five : .four
var sampler = SamplerConfiguration.tpe(seed: 42, version: version)
  .makeSampler(for: SearchSpace(keys), trials: 301, study: 0)
for _ in 0..<299 {
  let point = sampler.ask()
  sampler.tell(point, objective(point))
}
let last = sampler.ask()
var sink = 0.0
print(
  samples {
    var next = sampler
    next.tell(last, objective(last))
    sink += next.ask()[0]
  }.map { String($0) }.joined(separator: " "))
precondition(sink.isFinite)
