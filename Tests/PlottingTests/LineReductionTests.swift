import Testing

@testable import Plotting

@Suite struct LineReductionTests {
  @Test func keepsFirstLeastGreatestAndLastOfEachColumn() {
    let ys = [3.0, 5, 1, 2, 9, 4, 7]
    let points = ys.enumerated().map { Point(x: 0.1 * Double($0.offset), y: $0.element) }
    #expect(decimated(points, columns: 1).map(\.y) == [3, 1, 9, 7])
    #expect(decimated(points, columns: 10).count == 7)
    let two = points + points.map { Point(x: $0.x + 1, y: -$0.y) }
    #expect(decimated(two, columns: 1).map(\.y) == [3, 1, 9, 7, -3, -1, -9, -7])
  }

  @Test func aBandKeepsItsWidestExtent() {
    var edges = BandEdges()
    for index in 0..<6 {
      let x = 0.1 * Double(index)
      edges.upper.append(Point(x: x, y: [5, 4, 2, 6, 3, 5][index]))
      edges.lower.append(Point(x: x, y: [10, 12, 11, 9, 13, 10][index]))
    }
    let kept = edges.decimated(columns: 1)
    #expect(kept.upper == [Point(x: 0, y: 2), Point(x: 0.5, y: 2)])
    #expect(kept.lower == [Point(x: 0, y: 13), Point(x: 0.5, y: 13)])
  }

  @Test func simplificationStaysWithinTolerance() {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    var points: [Point] = []
    for index in 0..<2000 {
      let x = Double(index) * 0.1
      let isSmooth = index < 1000
      points.append(Point(x: x, y: isSmooth ? 0.001 * x * x : 20 * next()))
    }
    let kept = simplified(points, tolerance: 0.03)
    #expect(kept.first == points.first && kept.last == points.last)
    #expect(kept.filter { $0.x < 100 }.count < 100)
    var segment = 0
    for point in points {
      while segment + 2 < kept.count, kept[segment + 1].x < point.x { segment += 1 }
      let (start, end) = (kept[segment], kept[segment + 1])
      let y = start.y + (end.y - start.y) * (point.x - start.x) / (end.x - start.x)
      #expect(abs(y - point.y) <= 0.03 + 1e-9)
    }
  }

  @Test func simplificationKeepsWhatDoesNotRunToTheRight() {
    let points = [(0.0, 0.0), (1, 1), (1, 5), (0, 3), (2, 3)].map { Point(x: $0.0, y: $0.1) }
    #expect(simplified(points, tolerance: 0.03) == points)
    // A level line that turns back keeps its farthest point.
    let back = [(0.0, 0.0), (10, 0), (5, 0)].map { Point(x: $0.0, y: $0.1) }
    #expect(simplified(back, tolerance: 0.03) == back)
  }

  @Test func clippingCutsAtTheFrame() {
    let frame = Rectangle(x: 0, y: 0, width: 10, height: 10)
    let points = [Point(x: -5, y: 5), Point(x: 15, y: 5), Point(x: 5, y: 15), Point(x: 5, y: 5)]
    #expect(
      clipped(points, to: frame) == [
        [Point(x: 0, y: 5), Point(x: 10, y: 5)], [Point(x: 10, y: 10), Point(x: 10, y: 10)],
        [Point(x: 5, y: 10), Point(x: 5, y: 5)],
      ])
    let triangle = [Point(x: -10, y: 5), Point(x: 5, y: -10), Point(x: 5, y: 5)]
    let area = clippedPolygon(triangle, to: frame)
    #expect(area.allSatisfy(frame.contains))
    #expect(area.contains(Point(x: 5, y: 5)) && area.contains(Point(x: 0, y: 0)))
  }
}
