import Foundation
import Testing

@testable import Plotting

@Suite struct MarchingSquaresTests {
  private static let columns = 41
  private static let rows = 31

  private static func values(_ function: String) -> [Double] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let x = -2 + 4 * Double(column) / Double(columns - 1)
        let y = -1.5 + 3 * Double(row) / Double(rows - 1)
        let sum = x + 0.5 * y
        switch function {
        case "bowl": return x * x + 2 * y * y
        case "saddle": return x * y
        case "rosenbrock": return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        default: return sum * sum * sum - 3 * sum + y * y
        }
      }
    }
  }

  /// Lengths of both are sums of straight pieces between the same crossings: they agree but for
  /// rounding.
  @Test func agreesWithContourpy() throws {
    let rows = try referenceRows("contours.csv")
    #expect(rows.count == 16)
    for row in rows {
      let level = try #require(Double(row[1]))
      let count = try #require(Int(row[2]))
      let length = try #require(Double(row[3]))
      let squares = MarchingSquares(
        columns: Self.columns, rows: Self.rows, values: Self.values(row[0]))
      let lines = squares.lines(at: level)
      #expect(lines.count == count, "\(row[0]) at \(level)")
      let found = lines.map { line in
        zip(line, line.dropFirst()).map { start, end in
          hypot(0.1 * (end.x - start.x), 0.1 * (end.y - start.y))
        }.reduce(0, +)
      }.reduce(0, +)
      #expect(abs(found - length) <= 1e-12 * max(1, length), "\(row[0]) at \(level)")
    }
  }

  @Test func highValuesLieLeft() throws {
    // A single high place: its line runs counterclockwise (with y upwards).
    var values = [Double](repeating: 0, count: 9)
    values[4] = 1
    let lines = MarchingSquares(columns: 3, rows: 3, values: values).lines(at: 0.5)
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.first == line.last && line.count == 5)
    let area = zip(line, line.dropFirst()).map { $0.x * $1.y - $1.x * $0.y }.reduce(0, +) / 2
    #expect(area == 0.5)
  }

  @Test func missingValuesInterruptLines() {
    var values = Self.values("bowl")
    values[15 * Self.columns + 30] = .nan
    let lines = MarchingSquares(columns: Self.columns, rows: Self.rows, values: values)
      .lines(at: 1.1)
    #expect(lines.count == 1 && lines[0].first != lines[0].last)
    #expect(MarchingSquares(columns: 3, rows: 3, values: [1]).lines(at: 0).isEmpty)
    #expect(MarchingSquares(columns: 1, rows: 1, values: [1]).lines(at: 0).isEmpty)
  }
}
