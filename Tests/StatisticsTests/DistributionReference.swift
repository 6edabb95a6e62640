import TestSupport
import Testing

/// The values that `References/distributions.py` wrote.
struct DistributionReference: Decodable {
  struct Place: Decodable, CustomTestStringConvertible {
    let place: Double
    let tail: Double
    var testDescription: String { "above \(place)" }
  }

  struct Quantile: Decodable, CustomTestStringConvertible {
    let probability: Double
    let place: Double
    var testDescription: String { "\(probability)" }
  }

  struct Student: Decodable, CustomTestStringConvertible {
    let degrees: Int
    let place: Double
    let tail: Double
    var testDescription: String { "above \(place) with \(degrees) degrees of freedom" }
  }

  struct Beta: Decodable, CustomTestStringConvertible {
    let a: Double
    let b: Double
    let x: Double
    let expected: Double
    var testDescription: String { "I_\(x)(\(a), \(b))" }
  }

  let normalTails: [Place]
  let normalQuantiles: [Quantile]
  let studentTails: [Student]
  let studentQuantiles: [Student]
  let beta: [Beta]

  static func read() throws -> DistributionReference {
    try References().json("distributions.json", as: DistributionReference.self)
  }
}
