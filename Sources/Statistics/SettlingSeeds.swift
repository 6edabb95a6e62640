import Kernels

/// How many pairs would probably settle a comparison: the smallest number for which the signed-rank test,
/// and the corrected resampled t-test where that has to agree, reject in 80 % of resamples, with replacement,
/// of the differences that were observed.
///
/// Seeded. Resamples of up to 30 pairs are tested exactly, larger ones by the normal approximation.
///
/// - Parameters:
///   - differences: what was observed, none NaN.
///   - level: the level at which the tests would have to reject, such as .95.
///   - testShare: test rows over training rows, where the corrected test has to agree; else nil.
///   - most: the most pairs that are tried.
///   - resampleCount: how many resamples of each size.
/// - Returns: more than were observed; nil where not even `most` would do.
public func settlingSeeds(
  _ differences: [Double], level: Double, testShare: Double? = nil, most: Int = 1_000,
  resampleCount: Int = 200
) -> Int? {
  guard !differences.isEmpty, differences.contains(where: { $0 != 0 }) else { return nil }
  // In the order of their magnitudes, so that ranks follow from how often each was drawn.
  let sorted = differences.sorted { $0.magnitude < $1.magnitude }
  var stream = PhiloxStream(seed: 0, purpose: "bootstrap", name: "settling seeds")
  let draws = (0..<resampleCount).map { _ in
    (0..<most).map { _ in Int(stream.next(below: UInt64(sorted.count))) }
  }
  func isSettled(_ count: Int) -> Bool {
    let rejected = draws.count { draw in
      let draw = draw.prefix(count)
      if let testShare,
        let test = CorrectedResampledTest(draw.map { sorted[$0] }, testShare: testShare),
        test.probability > 1 - level
      {
        return false
      }
      return probability(of: draw, among: sorted) <= 1 - level
    }
    return 5 * rejected >= 4 * resampleCount
  }
  guard isSettled(most) else { return nil }
  var (low, high) = (differences.count, most)
  while high - low > 1 {
    let middle = (low + high) / 2
    if isSettled(middle) { high = middle } else { low = middle }
  }
  return high
}

/// The p of a resample, given as places in the differences, which are sorted by magnitude.
private func probability(of draw: ArraySlice<Int>, among sorted: [Double]) -> Double {
  if draw.count <= 30 { return SignedRankTest(draw.map { sorted[$0] })?.probability ?? 1 }
  var counts = Array(repeating: 0, count: sorted.count)
  for place in draw { counts[place] += 1 }
  // Twice the sums of ranks and their squares; equal magnitudes share the mean of their ranks.
  var (positive, total, squares) = (0.0, 0.0, 0.0)
  var (start, below) = (0, 0)
  while start < sorted.count {
    var end = start
    var size = 0
    while end < sorted.count, sorted[end].magnitude == sorted[start].magnitude {
      size += counts[end]
      end += 1
    }
    if sorted[start] != 0 {
      let rank = Double(below) + Double(size + 1) / 2
      for place in start..<end {
        let share = Double(counts[place]) * rank
        total += share
        squares += share * rank
        if sorted[place] > 0 { positive += share }
      }
    }
    below += size
    start = end
  }
  guard squares > 0 else { return 1 }
  let distance = max(0, (positive - total / 2).magnitude - 0.5)
  return min(1, 2 * normalUpperTail(distance / (squares / 4).squareRoot()))
}
