/// Holm's adjustment of p values, so that the chance of any false rejection among all of them is at most α
/// (Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6,
/// 1979): p₍ᵢ₎ is rejected while it is at most α / (m − i + 1).
public struct HolmFamily: Hashable, Sendable {
  /// The adjusted p values, max over j ≤ i of (m − j + 1) p₍ⱼ₎, at most 1, in the order given.
  public let adjusted: [Double]
  /// The levels of intervals that agree with the tests: 1 − α / (m − i + 1) of the step at which a
  /// comparison was rejected, 1 − α / m where it was not.
  public let levels: [Double]

  /// Adjusts p values.
  ///
  /// - Parameter alpha: the chance of a false rejection.
  public init(probabilities: [Double], alpha: Double = 0.05) {
    let count = probabilities.count
    let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var adjusted = Array(repeating: 1.0, count: count)
    var levels = Array(repeating: 1 - alpha / Double(max(1, count)), count: count)
    var running = 0.0
    var factor = Double(count)
    var isRejecting = true
    for (step, index) in order.enumerated() {
      // Equal p values share a step.
      if step == 0 || probabilities[index] > probabilities[order[step - 1]] {
        factor = Double(count - step)
      }
      running = max(running, min(1, factor * probabilities[index]))
      adjusted[index] = running
      isRejecting = isRejecting && running < alpha
      if isRejecting { levels[index] = 1 - alpha / factor }
    }
    self.adjusted = adjusted
    self.levels = levels
  }

  /// The fewest pairs with which a signed-rank test in a family of so many comparisons can reject: the
  /// least n with 2^(1 − n) ≤ α / m.
  public static func fewestSeeds(comparisons: Int, alpha: Double = 0.05) -> Int {
    var count = 1
    var least = 1.0
    while least > alpha / Double(max(1, comparisons)) {
      count += 1
      least /= 2
    }
    return count
  }
}
