/// The interval of a probability after `successes` of `count` independent trials.
///
/// Wilson's score interval ("Probable Inference, the Law of Succession, and Statistical Inference",
/// JASA 22, 1927): all p with |p̂ − p| ≤ z √(p (1 − p) / n). Unlike p̂ ± z √(p̂ (1 − p̂) / n) it stays
/// within 0 and 1 and has a width where all or none of a few trials succeed.
///
/// - Parameters:
///   - successes: from 0 to `count`.
///   - count: how many trials there were.
///   - level: the probability that the interval covers, in (0, 1).
/// - Returns: nil without trials.
public func wilsonInterval(
  _ successes: Int, of count: Int, level: Double = 0.95
) -> Interval? {
  guard count > 0 else { return nil }
  // At 95 % the .975 quantile of the standard normal distribution.
  let z = level == 0.95 ? 1.959963984540054 : normalQuantile((1 + level) / 2)
  let (n, share) = (Double(count), Double(successes) / Double(count))
  let shrink = 1 + z * z / n
  let center = (share + z * z / (2 * n)) / shrink
  let half = z / shrink * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  // At the ends the difference is 0 but for rounding.
  return Interval(
    low: successes <= 0 ? 0 : center - half, high: successes >= count ? 1 : center + half)
}
