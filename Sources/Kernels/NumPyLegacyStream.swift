/// The draws of a NumPy script that calls `np.random.seed(s)`, in the script's order.
///
/// MT19937 (Matsumoto and Nishimura 1998) with NumPy's distributions for `RandomState`. Uniform
/// numbers and permutations are NumPy's bit for bit. So are normals up to the logarithm in them:
/// NumPy calls the C library's, which differs between libraries and is not always the nearest
/// double; `log` here is. With glibc 2.36 three to ten of 20,000 normals differ, by one or two
/// ulps.
public struct NumPyLegacyStream: RandomStream, Hashable {
  private var state: [UInt32]
  private var used = 624
  private var spareNormal: Double?

  /// The stream after `np.random.seed(seed)`.
  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(624)
    var word = seed
    for index in 1..<624 {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ UInt32(index)
      state.append(word)
    }
  }

  /// The next 32 random bits.
  public mutating func next() -> UInt32 {
    if used == 624 {
      twist()
      used = 0
    }
    var word = state[used]
    used += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  /// `np.random.random_sample()`: ((a >> 5) · 2²⁶ + (b >> 6)) / 2⁵³ for the next two words a, b.
  public mutating func uniform() -> Double {
    let high = next() >> 5
    let low = next() >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// `np.random.randn()`: of a pair by the polar method the second, then, for the next call, the first.
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let pair = polarNormals { uniform() }
    spareNormal = pair.x
    return pair.y
  }

  /// `np.random.permutation(count)`: Fisher-Yates from `count` − 1 down; each index is a word's low
  /// bits, drawn again while too large.
  ///
  /// - Precondition: `count` is at most 2³².
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      let last = UInt32(index)
      let mask = UInt32.max >> UInt32(last.leadingZeroBitCount)
      var choice = next() & mask
      while choice > last {
        choice = next() & mask
      }
      order.swapAt(index, Int(choice))
    }
    return order
  }

  /// Replaces the 624 words of state by the next ones.
  private mutating func twist() {
    for index in 0..<624 {
      let joined = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7FFF_FFFF)
      let mixed = (joined >> 1) ^ (joined & 1 == 1 ? 0x9908_B0DF : 0)
      state[index] = state[(index + 397) % 624] ^ mixed
    }
  }
}
