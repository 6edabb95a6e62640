/// Finds the name that a misspelt one was probably meant to be.
public enum NearestName {
  /// The name closest to `name`, the first of several equally close ones; nil when none is close.
  ///
  /// Close means at most a third of the longer name's characters away by `distance(from:to:)`, at
  /// most 4, and always at least 1 for names of more than one character. Case does not count.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= 256 else { return nil }
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      let longer = max(wanted.count, other.count)
      let limit = longer < 2 ? 0 : min(4, max(1, longer / 3))
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = distance(from: wanted, to: other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn one text into the
  /// other, where no place is edited twice.
  ///
  /// Source: Damerau 1964; the restricted form is called optimal string alignment. Costs time in the
  /// product of the lengths.
  public static func distance(from one: [Character], to other: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      for j in other.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }
}
