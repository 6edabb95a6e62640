import CFiles

/// The SHA-256 digest of bytes that come in pieces (FIPS 180-4, computed by OpenSSL's libcrypto).
public struct SHA256: ~Copyable {
  private let context: OpaquePointer?

  /// A digest of nothing yet.
  public init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: [UInt8]) {
    update(bytes[...])
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      _ = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest in lower-case hexadecimal, 64 characters.
  public consuming func finish() -> String { digest }

  /// The digest of what came so far, in lower-case hexadecimal, 64 characters.
  var digest: String {
    // A copy is finished, so that more can follow.
    let copy = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(copy) }
    var bytes = [UInt8](repeating: 0, count: 32)
    guard EVP_MD_CTX_copy_ex(copy, context) == 1, EVP_DigestFinal_ex(copy, &bytes, nil) == 1
    else { preconditionFailure("libcrypto has no SHA-256") }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of `bytes` in lower-case hexadecimal, 64 characters.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }
}
