import Kernels

/// Seeded differences of a few pairs with what upsets tests: ties, zeros, infinities.
struct RandomDifferences {
  private var stream: PhiloxStream

  init(_ name: String) { stream = PhiloxStream(seed: 1, purpose: "test", name: name) }

  /// `count` differences; each call is of another kind, the choice random too.
  mutating func next(_ count: Int) -> [Double] {
    let (infinite, spread) = (stream.next(below: 3) == 0, stream.next(below: 4))
    let zeros = stream.next(below: 5) == 0
    let shift = Double(stream.next(below: 3)) / 2
    return (0..<count).map { _ in
      if zeros, stream.next(below: 4) != 0 { return 0 }
      if infinite, stream.next(below: 4) == 0 {
        return stream.next(below: 3) == 0 ? -.infinity : .infinity
      }
      let value = stream.normal() + shift
      return spread == 0 ? value : (value * Double(spread)).rounded()
    }
  }
}
