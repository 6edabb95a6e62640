/// An angle as a number of quarter turns, modulo 4, and what remains, as the sum of two doubles.
///
/// The remainder lies within π/4, give or take the rounding of a quotient; its two parts together
/// are off by less than 2⁻⁷⁰ of it for every finite angle.
struct QuarterTurns {
  /// How many quarter turns, 0 to 3.
  var count: Int
  /// What remains in radians, rounded.
  var angle: Double
  /// What `angle` lacks.
  var rest: Double

  /// Reduces a finite angle in radians.
  init(_ x: Double) {
    if x.magnitude < 0x1p20 {
      self.init(moderate: x)
    } else {
      self.init(large: x.magnitude)
      if x < 0 {
        count = (4 - count) & 3
        angle = -angle
        rest = -rest
      }
    }
  }

  /// x − n π/2 with π/2 in four parts (Cody and Waite 1980). The first three have at most 33 bits, so
  /// that their products with n, which has at most 20, are exact.
  private init(moderate x: Double) {
    // Adding and subtracting 1.5 · 2⁵² rounds to a whole number.
    let n = (x * 0x1.45f306dc9c883p-1 + 0x1.8p52) - 0x1.8p52
    let head = x - n * 0x1.921fb54400000p0
    let (first, firstRest) = twoDifference(head, n * 0x1.0b4611a600000p-34)
    let (second, secondRest) = twoDifference(first, n * 0x1.3198a2e000000p-69)
    let low = (firstRest + secondRest) - n * 0x1.b839a252049c1p-104
    count = Int(n) & 3
    angle = second + low
    rest = low - (angle - second)
  }

  /// The fraction of x · 2/π from the bits of 2/π that matter (Payne and Hanek 1983), x ≥ 2²⁰.
  ///
  /// x is m 2^e with a whole m below 2⁵³. Of 2/π the bits above 2^(2 − e) contribute multiples of
  /// four quarter turns; the 256 bits from there on, times m, give the rest modulo 4 with an error
  /// below 2⁻²⁰⁰, where no double is nearer to a multiple of π/2 than 2⁻⁶².
  private init(large x: Double) {
    let m = x.significandBitPattern | 1 << 52
    // The table starts with 64 zero bits, for exponents below 2.
    let start = Int(x.exponent) - 52 - 2 + 64
    // Four words of m times the window, the least significant first; what is above drops out.
    var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var carry: UInt64 = 0
    for place in 0..<4 {
      let product = m.multipliedFullWidth(by: Self.window(start + 64 * (3 - place)))
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      carry = product.high + (overflow ? 1 : 0)
      switch place {
      case 0: words.0 = low
      case 1: words.1 = low
      case 2: words.2 = low
      default: words.3 = low
      }
    }
    // The two top bits count quarter turns; a fraction of half or more belongs to the next one.
    let isUpperHalf = words.3 >> 61 & 1 == 1
    count = (Int(words.3 >> 62) + (isUpperHalf ? 1 : 0)) & 3
    var fraction = [words.3 << 2 | words.2 >> 62, words.2 << 2 | words.1 >> 62]
    fraction += [words.1 << 2 | words.0 >> 62, words.0 << 2]
    if isUpperHalf { Self.negate(&fraction) }

    let zeros =
      fraction[0] == 0 ? 64 + fraction[1].leadingZeroBitCount : fraction[0].leadingZeroBitCount
    let top = Self.word(of: fraction, from: zeros)
    let next = Self.word(of: fraction, from: zeros + 64)
    let sign: FloatingPointSign = isUpperHalf ? .minus : .plus
    let high = Double(sign: sign, exponent: -53 - zeros, significand: Double(top >> 11))
    let low = Double(
      sign: sign, exponent: -106 - zeros, significand: Double((top & 0x7FF) << 42 | next >> 22))

    // (high + low) · π/2, the first product exact in halves of 26 bits.
    let product = high * halfPi
    let (head, tail) = halves(high)
    let (piHead, piTail) = halves(halfPi)
    let error = ((head * piHead - product) + head * piTail + tail * piHead) + tail * piTail
    let correction = error + (high * halfPiRest + low * halfPi)
    angle = product + correction
    rest = correction - (angle - product)
  }

  /// 64 bits of the table from bit `start` on.
  private static func window(_ start: Int) -> UInt64 {
    word(of: twoOverPi, from: start)
  }

  /// 64 bits of a number of several words, most significant first, from bit `start` on.
  private static func word(of words: [UInt64], from start: Int) -> UInt64 {
    let index = start / 64
    let shift = start & 63
    let high = index < words.count ? words[index] << UInt64(shift) : 0
    guard shift > 0, index + 1 < words.count else { return high }
    return high | words[index + 1] >> UInt64(64 - shift)
  }

  /// The two's complement of a number of several words, most significant first.
  private static func negate(_ words: inout [UInt64]) {
    var carry = true
    for index in words.indices.reversed() {
      words[index] = ~words[index] &+ (carry ? 1 : 0)
      carry = carry && words[index] == 0
    }
  }
}

/// a − b as the rounded difference and its error.
private func twoDifference(_ a: Double, _ b: Double) -> (Double, Double) {
  let difference = a - b
  let bPart = a - difference
  return (difference, (a - (difference + bPart)) + (bPart - b))
}

/// A double as the sum of two with 26 bits each.
private func halves(_ value: Double) -> (Double, Double) {
  let split = value * 134_217_729
  let head = split - (split - value)
  return (head, value - head)
}

/// π/2, and what it lacks.
private let halfPi = 0x1.921fb54442d18p0
private let halfPiRest = 0x1.1a62633145c07p-54

/// 64 zero bits, then the first 1280 bits of 2/π after the point.
private let twoOverPi: [UInt64] = [
  0, 0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041,
  0xFE51_63AB_DEBB_C561, 0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E,
  0xE882_35F5_2EBB_4484, 0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B,
  0x1FF8_97FF_DE05_980F, 0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D,
  0x7527_BAC7_EBE5_F17B, 0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB,
  0xF0CF_BC20_9AF4_361D,
]
