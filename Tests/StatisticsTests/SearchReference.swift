import Statistics
import TestSupport
import Testing

/// The values that `References/search.py` wrote.
struct SearchReference: Decodable {
  struct Best: Decodable, CustomTestStringConvertible {
    let values: [Double?]
    let sizes: [Int]
    let expectations: [Double?]
    let quantiles: [[Double?]]
    var testDescription: String { "\(values.count) trials" }
  }

  struct Large: Decodable, CustomTestStringConvertible {
    let count: Int
    let sizes: [Int]
    let expectations: [Double]
    let quantiles: [[Double]]
    var testDescription: String { "\(count) trials" }
  }

  struct Ends: Decodable {
    let size: Int
    let expectation: [Double?]
    let median: [Double?]
  }

  struct Intervals: Decodable, CustomTestStringConvertible {
    let values: [Double?]
    let rows: [Ends]
    var testDescription: String { "\(values.count) trials" }
  }

  struct Basin: Decodable, CustomTestStringConvertible {
    let rates: [Double]
    let losses: [Double]
    let share: Double
    let decades: Double
    let low: Double
    let high: Double
    let lowOpen: Bool
    let highOpen: Bool
    var testDescription: String { "\(rates.count) rates within \(share)" }
  }

  let best: [Best]
  let large: [Large]
  let intervals: [Intervals]
  let basins: [Basin]

  static func read() throws -> SearchReference {
    try References().json("search.json", as: SearchReference.self)
  }
}

/// Losses as the generator writes them: nil where a trial diverged.
func losses(_ values: [Double?]) -> [Double] { values.map { $0 ?? .infinity } }
