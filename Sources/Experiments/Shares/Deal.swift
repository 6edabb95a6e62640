/// Work dealt into shares of about equal cost.
///
/// The longest unit goes first, each to the share with least so far (Graham's LPT rule, SIAM J. Appl. Math. 17,
/// 1969): no share takes more than 4/3 − 1/(3n) of what the best deal's largest takes. Equal input gives equal
/// shares on every machine, so that machines need not talk to each other.
public struct Deal: Sendable {
  /// The units of each share by their positions, in rising order.
  public let shares: [[Int]]
  /// What each share takes.
  public let loads: [Double]

  /// Deals units that take `costs` into `count` shares, at least one; shares can be empty.
  public init(_ costs: [Double], count: Int) {
    let count = max(1, count)
    var shares = [[Int]](repeating: [], count: count)
    var heap = LeastLoadHeap(count: count)
    let longestFirst = costs.indices.sorted { (-costs[$0], $0) < (-costs[$1], $1) }
    for unit in longestFirst {
      shares[heap.least].append(unit)
      heap.add(costs[unit])
    }
    for share in shares.indices { shares[share].sort() }
    self.shares = shares
    loads = heap.loads
  }
}

/// Loads of shares with the least, of equal ones the first, on top: a binary heap.
private struct LeastLoadHeap {
  private(set) var loads: [Double]
  private var shares: [Int]

  init(count: Int) {
    loads = [Double](repeating: 0, count: count)
    // All loads are equal, so that the shares in order are a heap.
    shares = Array(0..<count)
  }

  /// The share with the least load.
  var least: Int { shares[0] }

  /// Adds to the load of that share.
  mutating func add(_ cost: Double) {
    loads[shares[0]] += cost
    var place = 0
    while true {
      var first = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < shares.count && isBefore(shares[child], shares[first]) {
        first = child
      }
      if first == place { return }
      shares.swapAt(place, first)
      place = first
    }
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    (loads[one], one) < (loads[other], other)
  }
}
