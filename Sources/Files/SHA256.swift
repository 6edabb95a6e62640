import CGLib

/// The SHA-256 digest of bytes that come in pieces (FIPS 180-4, computed by GLib).
public struct SHA256: ~Copyable {
  private let checksum: OpaquePointer?

  /// A digest of nothing yet.
  public init() {
    checksum = g_checksum_new(G_CHECKSUM_SHA256)
  }

  deinit {
    g_checksum_free(checksum)
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: [UInt8]) {
    update(bytes[...])
  }

  /// Appends bytes to what is digested.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      // GLib takes a null pointer for a fault of the caller.
      guard let start = buffer.baseAddress, buffer.count > 0 else { return }
      g_checksum_update(checksum, start, buffer.count)
    }
  }

  /// The digest in lower-case hexadecimal, 64 characters.
  public consuming func finish() -> String { digest }

  /// The digest in lower-case hexadecimal, 64 characters, after which nothing more can be appended.
  var digest: String { String(cString: g_checksum_get_string(checksum)) }

  /// The digest of `bytes` in lower-case hexadecimal, 64 characters.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }
}
