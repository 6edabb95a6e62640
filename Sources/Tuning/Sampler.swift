/// Chooses the settings that a search tries, one after the other, and knows nothing of what they are for.
///
/// It is asked for a point and then told the value there, the next point only then. What it asks for is a pure
/// function of what it was told, so that a search goes on where it was once its trials are told again.
public protocol Sampler: Sendable {
  /// The next point to try: one value for each key of the space, in its order.
  mutating func ask() -> [Double]

  /// Takes the value at the point that was asked for last; the least is best.
  ///
  /// - Parameter value: ∞ for a trial that diverged, which counts as the worst; NaN for one that failed, which
  ///   does not count.
  mutating func tell(_ point: [Double], _ value: Double)
}
