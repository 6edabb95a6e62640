import CCairo

/// Writes PNG files (PNG specification, third edition) with their resolution.
///
/// cairo's own writer leaves the resolution out, and spends most of a render on filters that make
/// files of figures larger.
enum PortableNetworkGraphics {
  /// Beyond this level of zlib, time doubles for a few hundredths of the size.
  private static let compression: Int32 = 4

  /// The file of an image with so many pixels per inch.
  static func file(_ pixels: PixelRows, dotsPerInch: Double) throws(RenderingError) -> [UInt8] {
    let perMeter = UInt32(min(1e9, max(0, (dotsPerInch / 0.0254).rounded())))
    let size = bigEndian(UInt32(pixels.width)) + bigEndian(UInt32(pixels.height))
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits each of red, green, blue; the only compression and filter method; not interlaced.
    append("IHDR", size + [8, 2, 0, 0, 0], to: &file)
    append("pHYs", bigEndian(perMeter) + bigEndian(perMeter) + [1], to: &file)
    append("IDAT", try compressed(pixels.bytes), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func compressed(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var status = Z_OK
    let result = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      status = compress2(
        buffer.baseAddress, &length, bytes, uLong(bytes.count), compression)
      count = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK else { throw .cairo("zlib error \(status)") }
    return result
  }

  private static func append(_ type: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(type.utf8) + content
    file += bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  /// The CRC-32 of ISO 3309 as PNG uses it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
  }
}
