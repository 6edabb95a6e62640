/// A source of random draws; a copy continues with the same draws.
public protocol RandomStream: Sendable {
  /// A number from the uniform distribution on [0, 1), a multiple of 2⁻⁵³.
  mutating func uniform() -> Double

  /// A number from the standard normal distribution.
  mutating func normal() -> Double

  /// The numbers 0 to `count` − 1 in a random order, each order equally likely.
  mutating func permutation(_ count: Int) -> [Int]
}

extension RandomStream {
  /// `count` numbers from the standard normal distribution, in the order they are drawn.
  public mutating func normals(_ count: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      values.append(normal())
    }
    return values
  }
}
