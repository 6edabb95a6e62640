/// What a field's text means where a number belongs.
enum DecimalNumber: Equatable {
  /// A finite number.
  case finite(Double)
  /// A number beyond the range of doubles, infinity or not-a-number.
  case notFinite
  /// Something else.
  case text

  /// Reads an optional sign, digits with an optional point among or around them, and an optional
  /// exponent: `12`, `-.5`, `+1.`, `6.02e23`. Nothing else is a number: no hexadecimal, no digit
  /// separators, no comma as point, no spaces. The result is the nearest double, ties to even; what
  /// is too small becomes 0.
  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var significand: UInt64 = 0
    var significantDigits = 0
    var digits = 0
    var exponent = 0
    var pointSeen = false
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        // Eight digits in one go where all of them count.
        if end - index >= 8, significantDigits <= 11, significantDigits > 0 || digit > 0,
          let eight = Self.eightDigits(bytes, at: index)
        {
          significand = significand &* 100_000_000 &+ eight
          significantDigits += 8
          digits += 8
          if pointSeen { exponent -= 8 }
          index += 8
          continue
        }
        digits += 1
        if significantDigits > 0 || digit > 0 { significantDigits += 1 }
        if significantDigits <= 19 {
          significand = significand &* 10 &+ UInt64(digit)
          if pointSeen { exponent -= 1 }
        }
      } else if bytes[index] == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else {
      self = Self.isSpelledNotFinite(Self.text(bytes, range)) ? .notFinite : .text
      return
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      guard let written = Self.exponent(bytes, index + 1..<end) else {
        self = .text
        return
      }
      exponent += written
      index = end
    }
    guard index == end else {
      self = .text
      return
    }
    let magnitude: Double
    if significantDigits <= 19, significand <= 1 << 53, exponent.magnitude <= 22 {
      // Both are exact, so that the one operation rounds correctly: Clinger 1990.
      let value = Double(significand)
      magnitude = exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
    } else if significantDigits <= 19, significand > 0, (-19 ... -1).contains(exponent) {
      magnitude = Self.quotient(significand, by: -exponent)
    } else {
      magnitude = (Double(Self.text(bytes, range)) ?? .infinity).magnitude
    }
    self = magnitude.isFinite ? .finite(isNegative ? -magnitude : magnitude) : .notFinite
  }

  /// The number that the eight characters from `offset` on spell; nil if not all are digits.
  ///
  /// They are looked at together, in one word. A digit's high half is 3, and still is when 6 is
  /// added. Then pairs of digits become numbers below 100, pairs of those numbers below 10,000, and
  /// the last pair the result: Langdale and Lemire, "Parsing gigabytes of JSON per second", VLDB
  /// Journal 28 (2019).
  @inline(__always)
  private static func eightDigits(_ bytes: borrowing Span<UInt8>, at offset: Int) -> UInt64? {
    let word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    let raised = (word &+ 0x0606_0606_0606_0606) & high
    guard word & high | raised >> 4 == 0x3333_3333_3333_3333 else { return nil }
    let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* (10 << 8 | 1)) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* (100 << 16 | 1)) >> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* (10_000 << 32 | 1)) >> 32
  }

  /// significand / 10^power to the nearest double, for powers from 1 to 19.
  private static func quotient(_ significand: UInt64, by power: Int) -> Double {
    var divisor: UInt64 = 1
    for _ in 0..<power { divisor *= 10 }
    let shift = divisor.leadingZeroBitCount
    let dividendShift = significand.leadingZeroBitCount
    let dividend = significand << UInt64(dividendShift)
    let (quotient, remainder) = (divisor << UInt64(shift)).dividingFullWidth(
      (dividend >> 1, dividend << 63))
    // The quotient has 63 or 64 bits; its last one may stand for all that follow, since the
    // conversion to 53 bits looks only at whether they are zero.
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return rounded * Double(sign: .plus, exponent: shift - dividendShift - 63, significand: 1)
  }

  /// The exponent after `e`, or nil; what no double reaches is cut off.
  private static func exponent(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var isNegative = false
    if index < range.upperBound,
      bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
    {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < range.upperBound else { return nil }
    var value = 0
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = min(1_000_000, value * 10 + Int(digit))
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The bytes as text.
  private static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }

  /// Whether the text is a spelling of infinity or not-a-number.
  private static func isSpelledNotFinite(_ text: String) -> Bool {
    guard text.utf8.count <= 9 else { return false }
    let word = text.lowercased()
    return ["nan", "inf", "infinity"].contains(word.drop { $0 == "-" || $0 == "+" })
  }
}

/// 10⁰ to 10²², which are doubles.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
