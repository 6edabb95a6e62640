import Testing

@testable import Plotting

@Suite struct BeeswarmTests {
  private func leastDistance(_ heights: [Double], _ swarm: Beeswarm) -> Double {
    var least = Double.infinity
    for index in heights.indices {
      for other in heights.indices.dropFirst(index + 1) {
        let (x, y) = (
          swarm.offsets[index] - swarm.offsets[other], heights[index] - heights[other]
        )
        least = min(least, (x * x + y * y).squareRoot())
      }
    }
    return least
  }

  @Test(arguments: [1, 2, 5, 10, 40])
  func markersDoNotTouch(count: Int) {
    // As if drawn from a bell: most in the middle.
    let heights = (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count) - 0.5
      return 50 + 60 * share * share * share
    }
    let swarm = Beeswarm(heights, diameter: 4, reach: 60)
    #expect(!swarm.isCrowded && swarm.scale == 1)
    #expect(leastDistance(heights, swarm) > 4 * 0.998)
    #expect(swarm.offsets.allSatisfy { abs($0) <= 60 })
  }

  @Test func aMarkerAloneStandsInTheMiddle() {
    let swarm = Beeswarm([0, 100, 3], diameter: 4, reach: 20)
    #expect(swarm.offsets[0] == 0 && swarm.offsets[1] == 0 && swarm.offsets[2] != 0)
  }

  @Test func tooManyShrinkAndThenShowDensity() {
    let twelve = Beeswarm(Array(repeating: 1, count: 12), diameter: 4, reach: 16)
    #expect(!twelve.isCrowded && twelve.scale < 1)
    let many = Beeswarm(Array(repeating: 1, count: 500), diameter: 4, reach: 16)
    #expect(many.isCrowded && many.offsets.allSatisfy { abs($0) <= 16 })
    // Spread over the whole strip.
    #expect((many.offsets.max() ?? 0) > 15 && (many.offsets.min() ?? 0) < -15)
  }
}
