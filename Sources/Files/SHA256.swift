import CFiles

/// The SHA-256 digest of bytes that come in pieces (FIPS 180-4, computed by OpenSSL's libcrypto).
///
/// By the functions for this digest alone: those for any digest load providers and a configuration
/// first, which costs every start of the program a millisecond and two megabytes.
public struct SHA256: Sendable {
  private var state = SHA256_CTX()

  /// A digest of nothing yet.
  public init() {
    SHA256_Init(&state)
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: [UInt8]) {
    update(bytes[...])
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      _ = SHA256_Update(&state, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest of what came so far, 32 bytes.
  public func digest() -> [UInt8] { value.bytes }

  /// The digest of what came so far.
  public var value: Digest {
    var (words, state): ((UInt64, UInt64, UInt64, UInt64), SHA256_CTX) = ((0, 0, 0, 0), state)
    withUnsafeMutableBytes(of: &words) { bytes in
      _ = SHA256_Final(bytes.bindMemory(to: UInt8.self).baseAddress, &state)
    }
    return Digest(bigEndian: words)
  }

  /// The digest of what came so far, in lower-case hexadecimal, 64 characters.
  public func finish() -> String { value.description }

  /// The digest of `bytes`, 32 bytes.
  public static func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] { value(of: bytes).bytes }

  /// The digest of `bytes`.
  public static func value(of bytes: ArraySlice<UInt8>) -> Digest {
    var digest = SHA256()
    digest.update(bytes)
    return digest.value
  }

  /// The digest of `bytes` in lower-case hexadecimal, 64 characters.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }
}
