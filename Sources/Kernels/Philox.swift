/// Philox4x64-10: a function from a 256-bit counter and a 128-bit key to four random words.
///
/// Ten rounds of two 64 × 64-bit products each; for one key a bijection of the counters. Salmon,
/// Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public enum Philox {
  /// The four words of `counter` (least significant first) under `key`.
  public static func block(counter: SIMD4<UInt64>, key: SIMD2<UInt64>) -> SIMD4<UInt64> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let first = c0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let second = c2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      (c0, c1, c2, c3) = (second.high ^ c1 ^ k0, second.low, first.high ^ c3 ^ k1, first.low)
      k0 &+= 0x9E37_79B9_7F4A_7C15
      k1 &+= 0xBB67_AE85_84CA_A73B
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// A key for the stream of a seed, a purpose and a name.
  ///
  /// The message is the seed's eight bytes, then for the purpose and for the name the number of its
  /// UTF-8 bytes (eight bytes) and those bytes, then zeros up to a multiple of 32 bytes; all numbers
  /// least significant byte first. From the key (0, 0) on, each 32 bytes of the message are a counter
  /// of four words, and the first two words of its block are the next key. The lengths make the
  /// message of every triple its own.
  public static func key(seed: UInt64, purpose: String, name: String) -> SIMD2<UInt64> {
    var message: [UInt8] = []
    appendBytes(of: seed, to: &message)
    for field in [purpose, name] {
      let bytes = Array(field.utf8)
      appendBytes(of: UInt64(bytes.count), to: &message)
      message += bytes
    }
    while message.count % 32 != 0 {
      message.append(0)
    }
    var key = SIMD2<UInt64>(0, 0)
    for start in stride(from: 0, to: message.count, by: 32) {
      var counter = SIMD4<UInt64>()
      for offset in 0..<32 {
        counter[offset / 8] |= UInt64(message[start + offset]) << UInt64(offset % 8 * 8)
      }
      let words = block(counter: counter, key: key)
      key = SIMD2(words[0], words[1])
    }
    return key
  }

  /// Appends the eight bytes of `word`, the least significant first.
  private static func appendBytes(of word: UInt64, to message: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      message.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }
}
