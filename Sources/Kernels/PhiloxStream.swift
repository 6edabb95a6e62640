/// The stream of random draws under one Philox key.
///
/// The words are those of `numpy.random.Philox(key=, counter=)`: the counter is raised by one before
/// each block of four words, so the first block is that of counter 1 in a fresh stream.
public struct PhiloxStream: RandomStream, Hashable {
  private let key: SIMD2<UInt64>
  private var counter: SIMD4<UInt64>
  private var block = SIMD4<UInt64>()
  private var used = 4
  private var spareNormal: Double?

  /// The stream of a seed, a purpose (`split`, `initial`, `order`, ...) and a problem's name.
  ///
  /// Streams that differ in any of the three are independent for all that is known; see
  /// `Philox.key(seed:purpose:name:)`.
  public init(seed: UInt64, purpose: String, name: String) {
    self.init(key: Philox.key(seed: seed, purpose: purpose, name: name))
  }

  /// The stream under `key` whose first block is that of `counter` + 1.
  public init(key: SIMD2<UInt64>, counter: SIMD4<UInt64> = SIMD4(0, 0, 0, 0)) {
    self.key = key
    self.counter = counter
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    if used == 4 {
      raiseCounter()
      block = Philox.block(counter: counter, key: key)
      used = 0
    }
    let word = block[used]
    used += 1
    return word
  }

  /// A whole number from 0 to `bound` − 1, each equally likely.
  ///
  /// The high half of word × bound, where words whose low half is below 2⁶⁴ mod bound are drawn
  /// again: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  ///
  /// - Precondition: `bound` is at least 1.
  public mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "no number lies below 0")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  /// (word >> 11) · 2⁻⁵³: uniform on [0, 1).
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal number: of a pair by the polar method the first, then, for the next call, the
  /// second.
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let pair = polarNormals { uniform() }
    spareNormal = pair.y
    return pair.x
  }

  /// Fisher-Yates: for i from `count` − 1 down to 1 the entry i changes places with one of 0 to i.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(next(below: UInt64(index) + 1)))
    }
    return order
  }

  /// Adds one to the 256-bit counter.
  private mutating func raiseCounter() {
    for index in 0..<4 {
      counter[index] &+= 1
      if counter[index] != 0 { return }
    }
  }
}
