import Foundation
import Models

/// A JSON file in `References`.
func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References").appendingPathComponent(name)
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: Data(contentsOf: file))
}

/// The largest difference of two vectors, relative to the largest component of the second; 0
/// where they are equal.
func deviation(_ values: [Double], from expected: [Double]) -> Double {
  guard values.count == expected.count else { return .infinity }
  let largest = expected.reduce(0) { max($0, $1.magnitude) }
  let difference = zip(values, expected).reduce(0) { larger, pair in
    // A NaN must not be passed over, as `max` might.
    let one = (pair.0 - pair.1).magnitude
    return one <= larger ? larger : one
  }
  return difference == 0 ? 0 : difference / largest
}

/// The gradient of `objective` by central differences of width 2⁻¹⁷ relative.
func centralDifferences(_ loss: ([Double]) -> Double, at point: [Double]) -> [Double] {
  point.indices.map { index in
    let width = max(1, point[index].magnitude) * 0x1p-17
    var (above, below) = (point, point)
    above[index] += width
    below[index] -= width
    return (loss(above) - loss(below)) / (above[index] - below[index])
  }
}

extension Batch {
  /// The examples at `positions`, or all: where in a longer array they stand must not matter.
  static func amongOthers(_ positions: [Int]?) -> Batch {
    guard let positions else { return .full }
    let padded = [0, 0, 0] + positions + [0]
    return .examples(padded[3..<3 + positions.count])
  }
}
