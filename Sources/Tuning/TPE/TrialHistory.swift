/// The trials of a search that count, in the order in which they were told.
struct TrialHistory: Sendable {
  private var values: [Double] = []
  /// Trials from the best to the worst; of equals the older one first.
  private var ranking: [Int] = []

  var count: Int { values.count }

  /// Takes the value of the next trial; no NaN.
  mutating func append(_ value: Double) {
    // The first place whose trial is worse: equals stay ahead.
    var first = 0
    var end = ranking.count
    while first < end {
      let middle = (first + end) / 2
      if values[ranking[middle]] <= value { first = middle + 1 } else { end = middle }
    }
    ranking.insert(values.count, at: first)
    values.append(value)
  }

  /// The best tenth of the trials, rounded up and at most 25, and all others, both in the order told.
  func split() -> (below: [Int], above: [Int]) {
    let best = min(Int((0.1 * Double(count)).rounded(.up)), 25)
    return (ranking[..<best].sorted(), ranking[best...].sorted())
  }
}
