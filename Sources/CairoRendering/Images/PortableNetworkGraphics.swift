/// Writes PNG files (PNG specification, third edition) with their resolution.
///
/// cairo's own writer leaves the resolution out, and spends most of a render on filters that make
/// files of figures larger.
enum PortableNetworkGraphics {
  /// The file of an image of `rows`, as `PixelRows` packs them, with so many pixels per inch.
  static func file(
    _ rows: UnsafeRawBufferPointer, width: Int, height: Int, dotsPerInch: Double
  ) throws(RenderingError) -> [UInt8] {
    let perMeter = UInt32(min(1e9, max(0, (dotsPerInch / 0.0254).rounded())))
    let size = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits each of red, green, blue; the only compression and filter method; not interlaced.
    append("IHDR", size + [8, 2, 0, 0, 0], to: &file)
    append("pHYs", bigEndian(perMeter) + bigEndian(perMeter) + [1], to: &file)
    append("IDAT", try Deflate.compressed(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func append(_ type: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(type.utf8) + content
    file += bigEndian(UInt32(content.count)) + body + bigEndian(Deflate.checksum(body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
