import Foundation
import Kernels
import Testing

@Suite struct PowerTests {
  @Test func errorStaysBelowTheStatedBound() throws {
    let lines = try reference("pow.txt")
    #expect(lines.count > 2500)
    for line in lines {
      let (x, y, nearest) = (double(line[0]), double(line[1]), double(line[2]))
      let value = Kernels.pow(x, y)
      if nearest.isInfinite {
        #expect(value == nearest)
        continue
      }
      let rest = try #require(Double(line[3]))
      let error = ((value - nearest) / nearest.ulp - rest).magnitude
      #expect(error < 0.51, "pow(\(x), \(y)) = \(value), off by \(error) ulps")
    }
  }

  /// IEEE 754 fixes these results, and the system's library follows it.
  @Test func edgesAreTheStandards() {
    let edges = [
      0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5, .infinity, -.infinity, .nan,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
      -.leastNonzeroMagnitude, 0x1p53, -0x1p53, 0x1p53 - 1, -(0x1p53 - 1), 0x1p62, 0x1p64, -0x1p64,
    ]
    for x in edges {
      for y in edges {
        let expected = Foundation.pow(x, y)
        let value = Kernels.pow(x, y)
        let agrees =
          expected.isNaN ? value.isNaN : value.bitPattern == expected.bitPattern
        // Ordinary results may differ in the last place.
        let isClose = (value / expected - 1).magnitude < 1e-15
        #expect(agrees || isClose, "pow(\(x), \(y)) = \(value), not \(expected)")
      }
    }
  }
}
