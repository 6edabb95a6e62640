import Kernels

/// Resamples of strata: from each of them as many draws with replacement as it has members.
///
/// A word of the stream is four draws of 16 bits; one below n is the high half of draw × n, and draws
/// whose low half is below 2¹⁶ mod n are drawn again (Lemire 2019), so that every member is equally
/// likely. Members of strata of more than 2¹⁶ are drawn from whole words.
struct StratifiedDraws {
  private let sizes: [Int]
  private var stream: PhiloxStream
  private var word: UInt64 = 0
  private var draws = 0

  /// Strata of so many members, drawn from `stream`.
  init(sizes: [Int], stream: PhiloxStream) {
    self.sizes = sizes
    self.stream = stream
  }

  /// Draws one resample and counts how often each place occurs in it.
  ///
  /// - Parameters:
  ///   - places: where each member counts, stratum after stratum; each from 0 to the number of counts.
  ///   - counts: set to the numbers of times.
  mutating func count(at places: [Int32], into counts: inout [Int32]) {
    for index in counts.indices { counts[index] = 0 }
    var first = 0
    for size in sizes {
      let threshold = UInt32(size <= 0x10000 ? 0x10000 % max(size, 1) : 0)
      for _ in 0..<size {
        let member =
          size <= 0x10000
          ? draw(below: UInt32(size), threshold: threshold) : Int(stream.next(below: UInt64(size)))
        counts[Int(places[first + member])] += 1
      }
      first += size
    }
  }

  /// A number below `size`, which is at most 2¹⁶.
  @inline(__always)
  private mutating func draw(below size: UInt32, threshold: UInt32) -> Int {
    while true {
      if draws == 0 { (word, draws) = (stream.next(), 4) }
      let product = UInt32(truncatingIfNeeded: word & 0xFFFF) &* size
      word >>= 16
      draws -= 1
      if product & 0xFFFF >= threshold { return Int(product >> 16) }
    }
  }
}
