import TestSupport
import Testing

/// The values that `References/resampling.py` wrote.
struct ResamplingReference: Decodable {
  struct MannWhitney: Decodable, CustomTestStringConvertible {
    let one: [Double]
    let other: [Double]
    let probability: Double
    let exact: Bool
    let improvement: Double
    var testDescription: String { "\(one.count) and \(other.count) values, \(probability)" }
  }

  struct MiddleMean: Decodable, CustomTestStringConvertible {
    let values: [Double]
    let expected: Double
    var testDescription: String { "\(values.count) values" }
  }

  struct BiasCorrected: Decodable, CustomTestStringConvertible {
    let resampled: [Double]
    let estimate: Double
    let leaveOneOut: [Double]
    let level: Double
    let low: Double
    let high: Double
    var testDescription: String { "\(leaveOneOut.count) values at \(level)" }
  }

  struct Stratified: Decodable, CustomTestStringConvertible {
    let strata: [[Double]]
    let lowLeast: Double
    let lowGreatest: Double
    let highLeast: Double
    let highGreatest: Double
    var testDescription: String { "\(strata.map(\.count))" }
  }

  let mannWhitney: [MannWhitney]
  let middleMeans: [MiddleMean]
  let bca: [BiasCorrected]
  let stratified: [Stratified]

  static func read() throws -> ResamplingReference {
    try References().json("resampling.json", as: ResamplingReference.self)
  }
}
