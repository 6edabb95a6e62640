import Experiments
import Specs
import Timing
import Training

// Prints seconds per call in nine batches: `store write FOLDER` and `store read FOLDER` (the record of a run with
// 1,000 points), `store open FOLDER COUNT` (a store of so many runs, filled first where it is empty). `store engine
// FOLDER` prints the seconds of all runs by themselves, then those of the same runs planned, scheduled and kept, on one
// worker, both for four rounds in turn.

/// The plan of the spec in `folder`.
func plan(in folder: String) throws -> Plan {
  try Plan(ExperimentSpec.read(path: "\(folder)/store.json", noLimits: true), hasLimits: false)
}

/// What a run of 1,000 points leaves.
func record(_ points: Int) -> RunRecord {
  RunRecord(
    RunOutcome(
      status: .completed, epochs: points, steps: points, gradientEvaluations: points,
      trainLoss: 0.5),
    curve: (0..<points).map {
      CurvePoint(epoch: $0, step: $0, trainLoss: 1 / Double($0 + 1), validationLoss: 0.1)
    })
}

func open(_ folder: String) -> RunStore {
  RunStore(at: StorePlace(project: folder), writer: "benchmark", say: { print($0) })
}

let words = CommandLine.arguments.dropFirst()
guard let action = words.first, let folder = words.dropFirst().first else {
  preconditionFailure("usage: store write | read | open FOLDER COUNT")
}
let count = words.dropFirst(2).first.flatMap { Int($0) } ?? 1_000
let asked = try plan(in: folder)
let requests = asked.runs.prefix(count).map { asked.request(for: $0) }
var sink = 0
switch action {
case "write":
  let (store, kept) = (open(folder), record(1_000))
  var next = 0
  print(
    samples {
      store.keep(kept, of: requests[next % requests.count])
      next += 1
    }.map { String($0) }.joined(separator: " "))
  store.close()
case "read":
  let filled = open(folder)
  for request in requests { filled.keep(record(1_000), of: request) }
  filled.close()
  let store = open(folder)
  var next = 0
  print(
    samples {
      sink += store.record(of: requests[next % requests.count])?.curve.count ?? 0
      next += 1
    }.map { String($0) }.joined(separator: " "))
case "engine":
  let clock = ContinuousClock()
  var rows: [String] = []
  for _ in 0..<4 {
    let alone = clock.measure {
      for run in asked.runs { sink += asked.request(for: run).run().epochs }
    }
    let start = clock.now
    let store = open("\(folder)/\(rows.count)")
    _ = await Scheduler(jobs: 1, store: store).perform(asked.units, of: asked)
    store.close()
    rows.append("\(alone / .seconds(1)) \((clock.now - start) / .seconds(1))")
  }
  print(rows.joined(separator: " "))
default:
  if open(folder).count == 0 {
    let store = open(folder)
    for request in requests { store.keep(record(10), of: request) }
    store.close()
  }
  print(samples { sink += open(folder).count }.map { String($0) }.joined(separator: " "))
}
if sink < 0 { print(sink) }
