import TestSupport
import Testing

@testable import Statistics

/// What NumPy and SciPy say of means, and of intervals at other levels than 95 %.
struct MeansReference: Decodable {
  struct Mean: Decodable {
    var values: [Double]
    var mean: Double
    var deviation: Double
  }

  struct Share: Decodable {
    var successes: Int
    var count: Int
    var level: Double
    var low: Double
    var high: Double
  }

  var means: [Mean]
  var shares: [Share]

  static func read() throws -> MeansReference {
    try References().json("means.json", as: MeansReference.self)
  }
}

@Suite struct MeanAndDeviationTests {
  @Test(arguments: try MeansReference.read().means)
  func agreesWithNumPy(_ reference: MeansReference.Mean) throws {
    let found = try #require(MeanAndDeviation(of: reference.values))
    #expect(abs(found.mean - reference.mean) <= 1e-15 * abs(reference.mean))
    #expect(abs(found.deviation - reference.deviation) <= 1e-14 * reference.deviation)
  }

  @Test(arguments: [[], [1, .infinity], [.nan], [1e308, 1e308]])
  func whereARunFailedThereIsNone(_ values: [Double]) {
    #expect(MeanAndDeviation(of: values) == nil)
  }

  @Test(arguments: try MeansReference.read().shares)
  func intervalsOfSharesHaveTheLevelThatIsAskedFor(_ reference: MeansReference.Share) throws {
    let found = try #require(
      wilsonInterval(reference.successes, of: reference.count, level: reference.level))
    #expect(abs(found.low - reference.low) < 1e-14 && abs(found.high - reference.high) < 1e-14)
  }
}
