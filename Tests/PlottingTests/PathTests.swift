import Testing

@testable import Plotting

@Suite struct PathTests {
  /// A path of many markers is moved to other memory a few times, not with every marker: a figure of ten thousand
  /// trials would take minutes.
  @Test func itGrowsByFactors() {
    var path = Path()
    var capacities: Set<Int> = []
    for number in 0..<2000 {
      let x = Double(number)
      path.append([Point(x: x, y: 0), Point(x: x, y: 1), Point(x: x + 1, y: 0)], closed: true)
      capacities.insert(path.elements.capacity)
    }
    #expect(path.elements.count == 2000 * 4)
    #expect(capacities.count < 40)
  }
}
