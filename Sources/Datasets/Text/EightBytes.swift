/// Eight characters in one word, looked at all together.
struct EightBytes {
  /// The first character in the lowest byte.
  let word: UInt64

  /// The characters from `offset` on.
  @inline(__always)
  init(_ bytes: borrowing Span<UInt8>, at offset: Int) {
    word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The number that eight digits spell; nil if not all are digits.
  ///
  /// A digit's high half is 3, and still is when 6 is added. Then pairs of digits become numbers below
  /// 100, pairs of those numbers below 10,000, and the last pair the result: Langdale and Lemire, "Parsing
  /// gigabytes of JSON per second", VLDB Journal 28 (2019).
  @inline(__always)
  var number: UInt64? {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard
      word & high | ((word &+ 0x0606_0606_0606_0606) & high) >> 4 == 0x3333_3333_3333_3333
    else { return nil }
    let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* (10 << 8 | 1)) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* (100 << 16 | 1)) >> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* (10_000 << 32 | 1)) >> 32
  }

  /// How many characters stand before the first that is `delimiter` or at most `largest`, below 128; 8 if
  /// there is none.
  @inline(__always)
  func countBefore(_ delimiter: UInt64, orAtMost largest: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let marks: UInt64 = 0x8080_8080_8080_8080
    // A borrow reaches only characters after the first hit.
    let low = (word &- ones &* (largest + 1)) & ~word & marks
    let difference = word ^ ones &* delimiter
    let equal = (difference &- ones) & ~difference & marks
    return (low | equal).trailingZeroBitCount >> 3
  }
}
