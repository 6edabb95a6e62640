import Foundation

@testable import Statistics

/// The values that `References/inference.py` wrote.
struct InferenceReference: Decodable {
  struct SignedRank: Decodable {
    let differences: [Double]
    let probability: Double
    let exact: Bool
  }
  struct Shift: Decodable {
    let differences: [Double]
    let level: Double
    let estimate: Double
    let interval: [Double]?
  }
  struct Corrected: Decodable {
    let differences: [Double]
    let share: Double
    let probability: Double
    let interval: [Double]
  }
  struct Holm: Decodable {
    let probabilities: [Double]
    let adjusted: [Double]
    let rejected: [Bool]
  }
  struct Median: Decodable {
    let values: [Double]
    let level: Double
    let interval: [Double]?
  }
  struct Student: Decodable {
    let degrees: Int
    let statistic: Double
    let tail: Double
    let probability: Double
    let quantile: Double
  }
  struct Fisher: Decodable {
    let degrees: [Int]
    let statistic: Double
    let tail: Double
  }
  struct Normal: Decodable {
    let value: Double
    let tail: Double
    let probability: Double
    let quantile: Double
  }
  struct Range: Decodable {
    let methods: Int
    let quantile: Double
  }
  struct Friedman: Decodable {
    let ranks: [[Double]]
    let statistic: Double
    let tail: Double
  }
  struct Power: Decodable {
    let size: Int
    let shift: Double
    let share: Double
  }

  let signedRank: [SignedRank]
  let hodgesLehmann: [Shift]
  let corrected: [Corrected]
  let holm: [Holm]
  let medianIntervals: [Median]
  let students: [Student]
  let fishers: [Fisher]
  let normals: [Normal]
  let ranges: [Range]
  let friedman: [Friedman]
  let power: [Power]

  static func read() throws -> InferenceReference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "References/inference.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(InferenceReference.self, from: Data(contentsOf: file))
  }
}

extension Interval {
  /// Whether both ends are as expected, to a relative 1e-10.
  func isNear(_ expected: [Double]) -> Bool {
    zip([low, high], expected).allSatisfy { isClose($0, $1, 1e-10) }
  }
}

/// Whether two numbers agree to a relative error, or to an absolute one as small near 0.
func isClose(_ one: Double, _ other: Double, _ error: Double) -> Bool {
  one == other || abs(one - other) <= error * max(1, abs(other))
}
