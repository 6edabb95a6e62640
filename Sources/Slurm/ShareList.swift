import Files

/// Shares of work as text: how many bytes the line of each share has, in a line of its own, so that a task reads
/// no more than its own; then these lines, the positions of its units with runs of them as `first-last`.
struct ShareList: Hashable, Sendable {
  /// The positions of the units of each share, in rising order.
  var shares: [[Int]]

  /// The shares as text.
  var text: String {
    let lines = shares.map(Self.line)
    return lines.map { String($0.utf8.count) }.joined(separator: ",") + "\n" + lines.joined()
  }

  init(_ shares: [[Int]]) { self.shares = shares }

  /// The shares that a text holds, of so many units in all; nil where it is none.
  init?(text: String, unitCount: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    shares = []
    for line in lines.dropFirst().dropLast() {
      guard let share = Self.share(line, unitCount: unitCount) else { return nil }
      shares.append(share)
    }
  }

  /// One share of a file, of which no other is read; nil where there is none.
  static func share(
    _ index: Int, in file: borrowing ReadableParts, unitCount: Int
  ) -> [Int]? {
    var head: [UInt8] = []
    while !head.contains(UInt8(ascii: "\n")), head.count < file.size {
      let count = min(1 << 14, file.size - head.count)
      guard let more = file.bytes(at: head.count, count: count) else { return nil }
      head += more
    }
    let header = head.prefix { $0 != UInt8(ascii: "\n") }
    let sizes = String(decoding: header, as: UTF8.self).split(separator: ",").map { Int($0) ?? -1 }
    guard sizes.indices.contains(index), sizes.allSatisfy({ (0...file.size).contains($0) }),
      let line = file.bytes(
        at: header.count + 1 + sizes[..<index].reduce(0, +), count: sizes[index])
    else { return nil }
    return share(String(decoding: line.dropLast(), as: UTF8.self)[...], unitCount: unitCount)
  }

  private static func line(_ share: [Int]) -> String {
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
  }

  /// The units that a line names; nil where it names what is none.
  private static func share(_ line: Substring, unitCount: Int) -> [Int]? {
    var share: [Int] = []
    for range in line.split(separator: ",") {
      let ends = range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        0 <= first, first <= last, last < unitCount
      else { return nil }
      share += first...last
    }
    return share
  }
}
