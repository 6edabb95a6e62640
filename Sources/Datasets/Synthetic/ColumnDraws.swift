import Kernels

/// Draws different columns of a sparse row, the first ones more often.
struct ColumnDraws {
  private let count: Int
  private let logarithm: Double
  /// For each column one that is at or after it and closer to the next free one, with the end after
  /// the last column.
  private var next: [Int32]

  /// Draws from `count` columns, fewer than 2³¹.
  init(count: Int) {
    self.count = count
    logarithm = log(Double(count + 1))
    next = (0...count).map { Int32($0) }
  }

  /// `wanted` different columns, at most all, in rising order; each costs one uniform number.
  mutating func draw(_ wanted: Int, _ stream: inout PhiloxStream) -> [Int32] {
    var columns: [Int32] = []
    columns.reserveCapacity(wanted)
    for _ in 0..<wanted {
      let column = Int(exp(stream.uniform() * logarithm)) - 1
      var free = nextFree(min(max(column, 0), count - 1))
      if free == count { free = nextFree(0) }
      columns.append(Int32(free))
      next[free] = Int32(free + 1)
    }
    // Every entry that was changed lies at a column that is now taken.
    for column in columns { next[Int(column)] = column }
    columns.sort()
    return columns
  }

  /// The first free column at or after `column`; `count` where there is none.
  private mutating func nextFree(_ column: Int) -> Int {
    var place = column
    while Int(next[place]) != place {
      // Halving the path keeps later searches short.
      next[place] = next[Int(next[place])]
      place = Int(next[place])
    }
    return place
  }
}
