import Testing

@testable import Tuning

@Suite struct PEDANOVATests {
  @Test(arguments: try ImportanceReference.read().importance)
  func sharesAreThoseOfOptuna(_ reference: ImportanceReference.Search) throws {
    let importance = try #require(
      PEDANOVA(
        points: reference.points, values: reference.values.map { $0 ?? .infinity },
        space: .of(reference.ranges.map(\.range))))
    #expect(importance.shares.count == reference.shares.count)
    for (share, expected) in zip(importance.shares, reference.shares) {
      #expect(abs(share - expected) <= 1e-9)
    }
    #expect(abs(importance.shares.reduce(0, +) - 1) < 1e-12)
    #expect(importance.count == reference.values.count { $0 != nil })
  }

  @Test func gridsAreAsLargeAsThoseOfOptuna() throws {
    for reference in try ImportanceReference.read().sizes {
      let grid = SearchGrid(
        SearchRange(low: 1, high: reference.high, scale: .log, isInteger: true))
      #expect(grid.places.count == reference.size, "1 to \(reference.high)")
    }
    #expect(SearchGrid(SearchRange(low: 0, high: 1)).places.count == 50)
    #expect(SearchGrid(SearchRange(low: 3, high: 6, isInteger: true)).places.count == 4)
    #expect(SearchGrid(SearchRange(low: 0, high: 49, isInteger: true)).places.count == 50)
    #expect(SearchGrid(SearchRange(low: 0, high: 80, isInteger: true)).places.count == 50)
  }

  /// Places are 0, 1, ... 49: what lies in the middle of two counts for the lower, and nothing is
  /// lost outside.
  @Test func valuesCountAtTheNearestPlace() {
    let counts = SearchGrid(SearchRange(low: 0, high: 49))
      .counts([0, 0.5, 0.51, 1.5, 2.49, 48.6, 49, 60, -3])
    #expect(counts[0] == 3)
    #expect(counts[1] == 2)
    #expect(counts[2] == 1)
    #expect(counts[49] == 3)
    #expect(counts.reduce(0, +) == 9)
  }

  @Test func densitiesAddUpToOne() {
    for counts in [
      [1, 0], [0, 0, 7, 0], [3, 1, 4, 1, 5, 9, 2, 6], Array(repeating: 2, count: 50),
    ] {
      let sum = GridDensity(counts: counts).probabilities.reduce(0, +)
      #expect(abs(sum - 1) < 1e-14)
    }
  }

  /// ⌈.1 n⌉ trials are the best, two at least, and all that tie with the last of them.
  @Test func theBestAreATenth() {
    func topCount(_ values: [Double]) -> Int? {
      let points = values.indices.map { [Double($0) / Double(values.count)] }
      return PEDANOVA(
        points: points, values: values, space: .of([SearchRange(low: 0, high: 1)]))?.topCount
    }
    #expect(topCount([3, 1, 2]) == 2)
    #expect(topCount((0..<20).map(Double.init)) == 2)
    #expect(topCount((0..<21).map(Double.init)) == 3)
    #expect(topCount((0..<70).map(Double.init)) == 7)
    #expect(topCount((0..<71).map(Double.init)) == 8)
    #expect(topCount([1, 1, 1, 1] + (2..<12).map(Double.init)) == 4)
    #expect(topCount((0..<20).map(Double.init) + Array(repeating: .infinity, count: 40)) == 2)
  }

  @Test func nothingCanBeToldOfTooLittle() {
    let range = SearchRange(low: 0, high: 1)
    let points = [[0.1], [0.4], [0.7], [0.9]]
    func shares(_ values: [Double]) -> [Double]? {
      PEDANOVA(points: points, values: values, space: .of([range]))?.shares
    }
    #expect(shares([1, 2, 3, 4]) == [1])
    #expect(shares([1, 2, .infinity, .nan]) == nil)
    #expect(shares([1, 2, -.infinity, 3]) == [1])
    #expect(shares([.infinity, .infinity, .infinity, .infinity]) == nil)
    #expect(shares([2, 2, 2, 2]) == nil)
    #expect(shares([1, 2, 3]) == nil)
    #expect(PEDANOVA(points: points, values: [1, 2, 3, 4], space: .of([range, range])) == nil)
    #expect(PEDANOVA(points: [], values: [], space: .of([])) == nil)
  }
}

extension SearchSpace {
  /// A space of such ranges, named by their numbers.
  fileprivate static func of(_ ranges: [SearchRange]) -> SearchSpace {
    SearchSpace(
      ranges.enumerated().map { SearchKey(name: "\($0)", range: $1, dimension: $0) })
  }
}
