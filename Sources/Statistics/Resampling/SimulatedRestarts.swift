import Kernels

/// How long it takes to arrive if a run that misses is followed by another one, drawn at random from all
/// runs, until one arrives; what a missed run spent is added (the simulated restarts of COCO: Hansen,
/// Auger, Ros, Mersmann, Tušar and Brockhoff, "COCO: a platform for comparing continuous optimizers in a
/// black-box setting", Optimization Methods and Software 36, 2021).
///
/// Every run comes first equally often, so that without misses the result is the times themselves. The
/// mean goes to ``expectedRunningTime(times:spent:)`` with the number of repeats.
///
/// - Parameters:
///   - times: when each run arrived; nil where it did not.
///   - spent: what each run spent in all.
///   - repeats: how often each run comes first.
///   - stream: what draws are taken from.
/// - Returns: run by run; empty where none arrived.
public func simulatedRestarts(
  times: [Double?], spent: [Double], repeats: Int, stream: inout PhiloxStream
) -> [Double] {
  guard times.contains(where: { $0 != nil }) else { return [] }
  return times.indices.flatMap { first in
    (0..<repeats).map { _ in
      var total = 0.0
      var run = first
      while true {
        if let time = times[run] { return total + time }
        total += spent[run]
        run = Int(stream.next(below: UInt64(times.count)))
      }
    }
  }
}
