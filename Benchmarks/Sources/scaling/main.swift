import Datasets
import Foundation
import Models
import Optimizers
import Training

// scaling dense ROWS FEATURES     linear regression on that many numbers
// scaling sparse ROWS COLUMNS     logistic regression, 100 values a row that are not 0
// scaling draw FILE               the figure of what scaling.py measured, as SVG
//
// Trains with Nadam on the whole training set, 64 % of the rows. Prints the bytes of the data, the
// bytes of memory that the process had at most once the data were made and at the end, and then the
// seconds of each epoch.

/// The most memory that this process has had, in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
  return Int(usage.ru_maxrss) * 1024
}

func bytes(of dataset: Dataset) -> Int {
  let target = dataset.exampleCount * 8
  return switch dataset.features {
  case .dense(let values): values.count * 8 + target
  case .sparse(let rows): rows.values.count * 12 + rows.rowStarts.count * 8 + target
  }
}

let words = CommandLine.arguments.dropFirst()
if words.first == "draw", let path = words.last, words.count == 2 {
  try draw(to: path)
  exit(0)
}
let sizes = words.dropFirst().compactMap { Int($0) }
guard let kind = words.first, ["dense", "sparse"].contains(kind), sizes.count == 2 else {
  print("usage: scaling dense ROWS FEATURES | scaling sparse ROWS COLUMNS | scaling draw FILE")
  exit(64)
}
let (rows, columns) = (sizes[0], sizes[1])
let dataset =
  kind == "dense"
  ? SyntheticRegression(samples: rows, features: columns, noise: 1).table()
  : SyntheticSparseClassification(
    samples: rows, features: columns, noise: 0.5, density: 100 / Double(columns)
  ).table()
let dataSize = bytes(of: dataset)
let afterData = peakMemory()

// About a second of work, at least five epochs.
let numbers = Double(dataSize) / 8
let epochs = max(5, min(2000, Int(2e9 / numbers)))
let request = RunRequest(
  problem: "scaling", dataset: dataset, split: SplitShares(test: 0.2, validation: 0.2),
  standardize: .none, standardizeTarget: .none,
  model: kind == "dense" ? .linear(LinearConfiguration()) : .logistic(LinearConfiguration()),
  budget: Budget(epochs: epochs, record: .every(epochs)),
  optimizer: try .resolve(kind: .nadam, given: ["learning_rate": .number(1e-3)]),
  generator: .philox, seed: 0)

// A run asks once an epoch, before it, whether it is interrupted.
var times: [ContinuousClock.Instant] = []
times.reserveCapacity(epochs)
guard
  request.run(isInterrupted: {
    times.append(.now)
    return false
  }) != nil
else { exit(70) }

let seconds = zip(times.dropFirst(), times).map { later, earlier in
  let (whole, fraction) = (later - earlier).components
  return Double(whole) + Double(fraction) * 1e-18
}
// The first epoch, which is recorded, sees the validation rows too.
print(dataSize, afterData, peakMemory(), seconds.dropFirst().map { "\($0)" }.joined(separator: " "))
