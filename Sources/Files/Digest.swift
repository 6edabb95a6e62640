/// A SHA-256 as a value: 32 bytes without an allocation, since there may be a million of them.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest that 32 bytes are; what is missing counts as 0.
  public init(_ bytes: ArraySlice<UInt8>) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes.prefix(32)) }
    self.init(bigEndian: words)
  }

  /// The digest whose bytes are those of four words as they lie in memory.
  init(bigEndian words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = (
      UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2),
      UInt64(bigEndian: words.3)
    )
  }

  /// The digest in lower-case hexadecimal, 64 characters.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { text in
      for (place, byte) in bytes.enumerated() {
        text[2 * place] = digits[Int(byte >> 4)]
        text[2 * place + 1] = digits[Int(byte & 15)]
      }
      return 64
    }
  }

  /// The digest as 32 bytes.
  public var bytes: [UInt8] {
    let words = (
      words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
    )
    return withUnsafeBytes(of: words) { Array($0) }
  }

  /// Whether two digests are the same.
  public static func == (one: Self, other: Self) -> Bool { one.words == other.words }

  /// Their order as numbers.
  public static func < (one: Self, other: Self) -> Bool { one.words < other.words }

  /// The bytes of a digest are as good as random already.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
