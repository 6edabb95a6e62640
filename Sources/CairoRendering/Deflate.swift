import CCairo

/// Compression in the zlib format (RFC 1950), by libdeflate: in a third to a half of zlib's time,
/// to a smaller size, and to the same bytes on every machine.
enum Deflate {
  /// How hard to look for what repeats, as libdeflate counts it.
  enum Level: Int32 {
    /// For numbers, which hardly repeat: the best level would take five times as long for a
    /// twentieth of the size.
    case quick = 1
    /// For all else: beyond it, time grows faster than the size shrinks.
    case usual = 3
  }

  static func compressed(
    _ bytes: [UInt8], level: Level = .usual
  ) throws(RenderingError) -> [UInt8] {
    try bytes.withUnsafeBytes { source -> Result<[UInt8], RenderingError> in
      Result { () throws(RenderingError) in try compressed(source, level: level) }
    }.get()
  }

  static func compressed(
    _ bytes: UnsafeRawBufferPointer, level: Level = .usual
  ) throws(RenderingError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level.rawValue) else {
      throw .cairo("no memory")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes.baseAddress, bytes.count, buffer.baseAddress, bound)
    }
    guard !result.isEmpty else { throw .cairo("no compression") }
    return result
  }

  /// The CRC-32 of ISO 3309, as PNG uses it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 { libdeflate_crc32(0, bytes, bytes.count) }
}
