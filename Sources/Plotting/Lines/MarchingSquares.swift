/// Traces lines of equal value through a grid of a function's values by marching squares.
///
/// Each square of the grid is crossed by straight pieces that are joined into lines; a saddle is
/// decided by the mean of its four corners. The higher values lie left of a line's direction (with
/// y upwards), so that lines around holes run the other way round.
struct MarchingSquares {
  let columns: Int
  let rows: Int
  let values: [Double]

  /// A place between two neighbours of the grid, in units of its steps.
  struct Place: Hashable {
    var x: Double
    var y: Double
  }

  /// `values[row * columns + column]`; fewer values than places give no lines.
  init(columns: Int, rows: Int, values: [Double]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// Which edge a piece starts or ends on: the edge right of or above a corner.
  private struct Edge: Hashable {
    var column: Int
    var row: Int
    var isUpright: Bool
  }

  /// The lines where the function is `level`; those that end at the grid's border or at a NaN are
  /// open, others end where they begin.
  func lines(at level: Double) -> [[Place]] {
    guard columns > 1, rows > 1, values.count >= columns * rows else { return [] }
    var next: [Edge: Edge] = [:]
    var starts: [Edge] = []
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        for (start, end) in pieces(column: column, row: row, level: level) {
          next[start] = end
          starts.append(start)
        }
      }
    }
    let ends = Set(next.values)
    var lines: [[Place]] = []
    // Open lines first, from their beginnings; what remains is closed.
    for start in starts.filter({ !ends.contains($0) }) + starts {
      guard var edge = next.removeValue(forKey: start) else { continue }
      var line = [place(start, level), place(edge, level)]
      while let following = next.removeValue(forKey: edge) {
        edge = following
        line.append(place(edge, level))
      }
      lines.append(line)
    }
    return lines
  }

  private func value(_ column: Int, _ row: Int) -> Double { values[row * columns + column] }

  /// The pieces through one square, each from the edge where it enters to the one where it leaves.
  private func pieces(column: Int, row: Int, level: Double) -> [(Edge, Edge)] {
    let corners = [
      value(column, row), value(column + 1, row), value(column + 1, row + 1),
      value(column, row + 1),
    ]
    guard !corners.contains(where: \.isNaN) else { return [] }
    let isHigh = corners.map { $0 >= level }
    guard isHigh.contains(true), isHigh.contains(false) else { return [] }
    // The edges from corner to corner, counterclockwise from the bottom.
    let edges = [
      Edge(column: column, row: row, isUpright: false),
      Edge(column: column + 1, row: row, isUpright: true),
      Edge(column: column, row: row + 1, isUpright: false),
      Edge(column: column, row: row, isUpright: true),
    ]
    // Going around, the high part ends at `falls` and begins at `rises`: a piece that has it on
    // its left enters where it ends.
    let falls = (0..<4).filter { isHigh[$0] && !isHigh[($0 + 1) % 4] }
    let rises = (0..<4).filter { !isHigh[$0] && isHigh[($0 + 1) % 4] }
    if falls.count == 1 { return [(edges[falls[0]], edges[rises[0]])] }
    let mean = corners.reduce(0) { $0 + $1 / 4 }
    return falls.map { fall in
      // With a high middle the pieces cut off the low corners, else the high ones.
      let rise = mean >= level ? (fall + 1) % 4 : (fall + 3) % 4
      return (edges[fall], edges[rise])
    }
  }

  private func place(_ edge: Edge, _ level: Double) -> Place {
    let first = value(edge.column, edge.row)
    let second =
      edge.isUpright ? value(edge.column, edge.row + 1) : value(edge.column + 1, edge.row)
    var share = (level * 0.5 - first * 0.5) / (second * 0.5 - first * 0.5)
    if !share.isFinite { share = first.isFinite ? 1 : 0 }
    share = min(1, max(0, share))
    return edge.isUpright
      ? Place(x: Double(edge.column), y: Double(edge.row) + share)
      : Place(x: Double(edge.column) + share, y: Double(edge.row))
  }
}
