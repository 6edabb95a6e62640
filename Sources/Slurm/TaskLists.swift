/// Names of tasks as Slurm writes them: `12_3`, or many at once as `12_[3-7,9,20-40:5%2]`.
enum TaskLists {
  /// The indices below `count` that a name means; none where it is of no array.
  static func indices(_ name: Substring, below count: Int) -> [Int] {
    let parts = name.split(separator: "_", maxSplits: 1)
    guard parts.count == 2 else { return [] }
    var text = parts[1]
    if text.first == "[", text.last == "]" { text = text.dropFirst().dropLast() }
    // Behind it stands how many may run at once.
    let list = text.prefix { $0 != "%" }
    return list.split(separator: ",").flatMap { range(of: $0, below: count) }
  }

  /// The indices of `3`, `3-7` or `20-40:5`.
  private static func range(of text: Substring, below count: Int) -> [Int] {
    let parts = text.split(separator: ":", maxSplits: 1)
    let step = parts.count == 2 ? Int(parts[1]) : 1
    let ends = (parts.first ?? "").split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, let step,
      first >= 0, step >= 1
    else { return [] }
    return Array(stride(from: first, through: min(last, count - 1), by: step))
  }
}
