import Files

/// A SHA-256, of a request or of a kept run: 32 bytes without an allocation: a store holds a million of them.
struct RunDigest: Hashable, Comparable, CustomStringConvertible {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of the canonical text of a request.
  init(ofText text: [UInt8]) { self.init(SHA256.digest(of: text[...])) }

  /// The digest that 32 bytes are; what is missing counts as 0.
  init(_ bytes: [UInt8]) {
    func word(_ place: Int) -> UInt64 {
      bytes.dropFirst(8 * place).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// The digest in lower-case hexadecimal, 64 characters.
  var description: String {
    [words.0, words.1, words.2, words.3].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The digest as 32 bytes.
  var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
  }

  static func == (one: Self, other: Self) -> Bool { one.words == other.words }
  static func < (one: Self, other: Self) -> Bool { one.words < other.words }

  func hash(into hasher: inout Hasher) {
    // The bytes of a digest are as good as random already.
    hasher.combine(words.0)
  }
}
