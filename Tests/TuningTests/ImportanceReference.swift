import TestSupport
import Testing
import Tuning

/// The values that `References/importance.py` wrote.
struct ImportanceReference: Decodable {
  struct Range: Decodable {
    let low: Double
    let high: Double
    let logarithmic: Bool
    let integer: Bool

    var range: SearchRange {
      SearchRange(low: low, high: high, scale: logarithmic ? .log : .linear, isInteger: integer)
    }
  }

  struct Search: Decodable, CustomTestStringConvertible {
    let name: String
    let ranges: [Range]
    let points: [[Double]]
    let values: [Double?]
    let shares: [Double]
    var testDescription: String { name }
  }

  struct Size: Decodable {
    let high: Double
    let size: Int
  }

  let importance: [Search]
  let sizes: [Size]

  static func read() throws -> ImportanceReference {
    try References().json("importance.json", as: ImportanceReference.self)
  }
}
