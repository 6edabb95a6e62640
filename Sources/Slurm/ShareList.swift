/// Shares of work as text: a line for each, the positions of its units with runs of them as `first-last`.
struct ShareList: Hashable, Sendable {
  /// The positions of the units of each share, in rising order.
  var shares: [[Int]]

  /// The shares as text.
  var text: String {
    shares.map { share in
      var ranges: [ClosedRange<Int>] = []
      for unit in share {
        if let last = ranges.last, last.upperBound + 1 == unit {
          ranges[ranges.count - 1] = last.lowerBound...unit
        } else {
          ranges.append(unit...unit)
        }
      }
      return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        .joined(separator: ",") + "\n"
    }.joined()
  }

  init(_ shares: [[Int]]) { self.shares = shares }

  /// The shares that a text holds, of so many units in all; nil where it is none.
  init?(text: String, unitCount: Int) {
    shares = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      var share: [Int] = []
      for range in line.split(separator: ",") {
        let ends = range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
          first <= last, last < unitCount
        else { return nil }
        share += first...last
      }
      shares.append(share)
    }
  }
}
