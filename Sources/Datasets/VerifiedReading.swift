import Diagnostics
import Files

extension FileLocation {
  /// What `read` makes of a file, and the file's SHA-256 once it is what it must be.
  ///
  /// A checksum that differs explains other faults and takes their place.
  ///
  /// - Parameters:
  ///   - stream: the file, from its start.
  ///   - read: reads the stream.
  func verified<Value>(
    _ stream: ByteStream, _ read: () throws(InputError) -> Value
  ) throws(InputError) -> (Value, sha256: String) {
    let value: Value
    do throws(InputError) {
      value = try read()
    } catch {
      if sha256 != nil { try checkDigest(try stream.digest()) }
      throw error
    }
    let digest = try stream.digest()
    try checkDigest(digest)
    return (value, digest)
  }

  private func checkDigest(_ digest: String) throws(InputError) {
    guard let sha256, sha256 != digest else { return }
    throw InputError([
      Diagnostic(
        file: displayName, message: "the SHA-256 of the file is \(digest)",
        help: "expected \(sha256): fetch the file again, or correct the checksum", key: "sha256")
    ])
  }
}

extension FileLocation {
  /// The bytes of the file, decompressed if need be.
  ///
  /// - Parameters:
  ///   - hasLimits: whether 2 GiB are the most.
  ///   - cache: where a file from an address is kept; nil where there is no such folder.
  func open(hasLimits: Bool, cache: CacheFolder? = nil) throws(InputError) -> ByteStream {
    let limit = hasLimits ? ByteStream.sizeLimit : nil
    let local: String
    switch origin {
    case .path(let path): local = path
    case .url(let url):
      guard let cache else {
        throw InputError([
          Diagnostic(
            file: url, message: "there is no folder to fetch to", help: "set HOME or XDG_CACHE_HOME"
          )
        ])
      }
      local = try Download(url: url, sha256: sha256 ?? "").path(in: cache, sizeLimit: limit)
    }
    return try ByteStream(
      path: local, named: displayName, isCompressed: isCompressed, limit: limit)
  }
}
