import Testing

@testable import Plotting

@Suite struct ExtendedWilkinsonTests {
  @Test func agreesWithAnIndependentImplementation() throws {
    let rows = try referenceRows("ticks.csv")
    #expect(rows.count > 300)
    for row in rows {
      let least = try #require(Double(row[0]))
      let greatest = try #require(Double(row[1]))
      let wished = try #require(Int(row[2]))
      let search = ExtendedWilkinson(least: least, greatest: greatest, wished: wished)
      let best = try #require(search.best())
      let expected = row[3].split(separator: " ").compactMap { Double($0) }
      let found = best.numbers.map(\.value)
      #expect(found.count == expected.count, "\(row)")
      for (one, other) in zip(found, expected) {
        // The reference is written with nine digits.
        #expect(abs(one - other) <= 1e-8 * max(abs(least), abs(greatest)), "\(row): \(found)")
      }
    }
  }

  @Test(arguments: [2, 3, 5, 8])
  func containedTicksStayInside(wished: Int) throws {
    for step in 0..<200 {
      let least = Double(step) * 0.37 - 30
      let greatest = least + 0.9 + Double(step % 17)
      var search = ExtendedWilkinson(least: least, greatest: greatest, wished: wished)
      search.isContained = true
      let numbers = try #require(search.best()).numbers.map(\.value)
      #expect(numbers.count >= 2)
      let room = 1e-5 * (greatest - least)
      #expect(numbers.allSatisfy { $0 >= least - room && $0 <= greatest + room })
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test(arguments: [
    (-1.75, 1.55, 3, [-1.0, 0, 1]), (0.5, 3.67, 3, [1, 2, 3]), (-5.6, 5.4, 3, [-5, 0, 5]),
  ])
  func containedTicksAreRound(least: Double, greatest: Double, wished: Int, expected: [Double])
    throws
  {
    var search = ExtendedWilkinson(least: least, greatest: greatest, wished: wished)
    search.isContained = true
    #expect(try #require(search.best()).numbers.map(\.value) == expected)
  }

  @Test func wholeTicksOnly() throws {
    var search = ExtendedWilkinson(least: 0, greatest: 3, wished: 8)
    search.isContained = true
    search.unitExponent = 0
    #expect(try #require(search.best()).numbers.map(\.value) == [0, 1, 2, 3])
  }
}
