import Kernels

/// Draws of members of small sets.
///
/// A word of the stream is four draws of 16 bits; one below n is the high half of draw × n, and draws
/// whose low half is below 2¹⁶ mod n are drawn again (Lemire 2019), so that every member is equally
/// likely. Members of sets of more than 2¹⁶ are drawn from whole words.
struct ShortDraws {
  private var stream: PhiloxStream
  private var word: UInt64 = 0
  private var draws = 0

  /// Draws from `stream`.
  init(_ stream: PhiloxStream) { self.stream = stream }

  /// Draws `count` numbers below `size`, which is at least 1 where there are any to draw.
  @inline(__always)
  mutating func draw(_ count: Int, below size: Int, _ body: (Int) -> Void) {
    let threshold = UInt32(size <= 0x10000 ? 0x10000 % max(size, 1) : 0)
    for _ in 0..<count {
      body(
        size <= 0x10000
          ? draw(below: UInt32(size), threshold: threshold) : Int(stream.next(below: UInt64(size))))
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
