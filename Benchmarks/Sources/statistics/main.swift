import Kernels
import Statistics
import Timing

// Prints the seconds per call in nine batches: `statistics bootstrap` (interquartile mean of 10 problems
// with 20 seeds, 50,000 resamples), `statistics tests` (signed-rank tests of all pairs of 16 optimizers on 10
// problems with 20 seeds) or `statistics comparisons` (those tests with effects and intervals).

/// Normal values: by group, then by seed.
func values(_ groups: Int, seeds: Int) -> [[Double]] {
  var stream = PhiloxStream(seed: 0, purpose: "benchmark", name: "statistics")
  return (0..<groups).map { _ in (0..<seeds).map { _ in stream.normal() } }
}

/// The differences of all pairs of 16 optimizers on each of 10 problems.
func differences() -> [[Double]] {
  (0..<10).flatMap { problem -> [[Double]] in
    let runs = values(16, seeds: 20)
    return runs.indices.flatMap { one in
      runs[(one + 1)...].map { other in zip(runs[one], other).map { $0 - $1 } }
    }
  }
}

var sink = 0.0
switch CommandLine.arguments.dropFirst().first {
case "bootstrap":
  let strata = values(10, seeds: 20)
  print(
    samples {
      let bootstrap = StratifiedBootstrap(interquartileMeanOf: strata, resampleCount: 50_000)
      sink += bootstrap?.interval().low ?? 0
    }.map { String($0) }.joined(separator: " "))
case "tests":
  let pairs = differences()
  print(
    samples { for pair in pairs { sink += SignedRankTest(pair)?.probability ?? 0 } }
      .map { String($0) }.joined(separator: " "))
case "comparisons":
  let pairs = differences()
  print(
    samples {
      for pair in pairs {
        let effect = HodgesLehmann(pair)
        sink += SignedRankTest(pair)?.probability ?? 0
        sink += effect?.estimate ?? 0
        sink += effect?.interval(level: 0.95)?.low ?? 0
      }
    }.map { String($0) }.joined(separator: " "))
default:
  print("usage: statistics bootstrap | tests | comparisons")
}
