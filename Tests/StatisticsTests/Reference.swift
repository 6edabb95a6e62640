import Foundation
import Testing

/// The values that `References/statistics.py` wrote.
struct Reference: Decodable {
  struct Quantile: Decodable, CustomTestStringConvertible {
    let values: [Double]
    let probability: Double
    let expected: Double
    var testDescription: String { "\(probability) of \(values.count)" }
  }

  struct Friedman: Decodable, CustomTestStringConvertible {
    let ranks: [[Double]]
    let statistic: Double
    let probability: Double
    var testDescription: String { "\(ranks.count) blocks, χ² \(statistic)" }
  }

  struct Tail: Decodable, CustomTestStringConvertible {
    let statistic: Double
    let degrees: Int
    let expected: Double
    var testDescription: String { "χ² \(statistic) with \(degrees) degrees of freedom" }
  }

  struct Share: Decodable, CustomTestStringConvertible {
    let successes: Int
    let count: Int
    let low: Double
    let high: Double
    var testDescription: String { "\(successes) of \(count)" }
  }

  let quantiles: [Quantile]
  let friedman: [Friedman]
  let tails: [Tail]
  let shares: [Share]

  static func read() throws -> Reference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "References/statistics.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Reference.self, from: Data(contentsOf: file))
  }
}
