import Testing

@testable import Reports

/// Which points of a curve are committed.
struct ThinnedRowsTests {
  @Test("A curve of 400 points is whole")
  func short() {
    #expect(ThinnedRows(of: 400).indices == Array(0..<400))
    #expect(ThinnedRows(of: 0).indices.isEmpty)
  }

  @Test(
    "A longer one has its start, its end and some 200 points between",
    arguments: [401, 1101, 9_999_999])
  func long(count: Int) {
    let indices = ThinnedRows(of: count).indices
    #expect(indices.prefix(51) == ArraySlice(0...50) && indices.last == count - 1)
    #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 < $1 })
    #expect((150...252).contains(indices.count))
    let widest = zip(indices, indices.dropFirst()).map { $1 - $0 }.max() ?? 0
    #expect(widest <= (count - 1) / 200 + 1)
  }
}
