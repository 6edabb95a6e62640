/// What an arrival costs on average if runs that miss are followed by others: all that was spent, over the
/// number of arrivals (the expected running time of COCO; Hansen et al. 2021).
///
/// - Parameters:
///   - times: when each run arrived; nil where it did not.
///   - spent: what each run spent until it arrived, or in all where it did not.
/// - Returns: nil where none arrived.
public func expectedRunningTime(times: [Double?], spent: [Double]) -> Double? {
  let arrivals = times.count { $0 != nil }
  return arrivals > 0 ? spent.reduce(0, +) / Double(arrivals) : nil
}
