import Kernels
import TestSupport
import Testing

@testable import Statistics

/// What NumPy's simulation says; made by `References/restarts.py`.
private struct RestartReference: Decodable {
  var times: [Double?]
  var spent: [Double]
  var mean: Double
  var deviation: Double
  var places: [Double]
  var shares: [Double]

  static func read() throws -> [RestartReference] {
    try References().json("restarts.json", as: [RestartReference].self)
  }
}

@Suite struct SimulatedRestartsTests {
  private func simulated(_ times: [Double?], _ spent: [Double], repeats: Int) -> [Double] {
    var stream = PhiloxStream(seed: 0, purpose: "restarts", name: "test")
    return simulatedRestarts(times: times, spent: spent, repeats: repeats, stream: &stream)
  }

  @Test func sharesAndMeansAreThoseOfNumPy() throws {
    for one in try RestartReference.read() {
      let repeats = 20_000 / one.times.count
      let totals = simulated(one.times, one.spent, repeats: repeats)
      let count = Double(totals.count)
      let mean = totals.reduce(0, +) / count
      #expect(abs(mean - one.mean) <= 4 * one.deviation / count.squareRoot())
      let expected = try #require(
        expectedRunningTime(
          times: one.times, spent: zip(one.times, one.spent).map { $0 ?? $1 }))
      #expect(abs(expected - one.mean) < 1e-9)
      for (place, share) in zip(one.places, one.shares) {
        let found = Double(totals.count { $0 <= place }) / count
        let error = (share * (1 - share) / count).squareRoot()
        #expect(abs(found - share) <= 4 * error + 0.004)
      }
    }
  }

  @Test func withoutMissesTheTimesAreThemselves() {
    #expect(simulated([3, 5], [9, 9], repeats: 2) == [3, 3, 5, 5])
    #expect(simulated([nil, nil], [9, 9], repeats: 2) == [])
    #expect(simulated([nil, 2], [9, 9], repeats: 50).prefix(50).allSatisfy { $0 >= 11 })
  }
}
