import Kernels

/// Some runs of a plan, drawn without replacement by a seed.
public struct RunSample: Sendable {
  /// The runs, in the plan's order.
  public let runs: [PlannedRun]

  /// Draws `count` of `runs`, or all where there are not so many.
  public init(of runs: [PlannedRun], count: Int, seed: UInt64) {
    var stream = PhiloxStream(seed: seed, purpose: "check", name: "sample")
    var places = Array(runs.indices)
    // The first places of a shuffle (Fisher and Yates).
    for place in 0..<min(count, places.count) {
      places.swapAt(place, place + Int(stream.next(below: UInt64(places.count - place))))
    }
    self.runs = places.prefix(count).sorted().map { runs[$0] }
  }
}
