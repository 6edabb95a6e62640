/// What a PNG file needs beyond what cairo writes.
enum PortableNetworkGraphics {
  /// The signature and the IHDR chunk: 8 bytes, then length, type, 13 bytes of data, checksum.
  private static let headerLength = 8 + 4 + 4 + 13 + 4

  /// `file` with a `pHYs` chunk that says how many pixels make an inch (PNG specification, 11.3.5.3).
  static func withResolution(_ file: [UInt8], dotsPerInch: Double) -> [UInt8] {
    guard file.count > headerLength else { return file }
    let perMeter = UInt32((dotsPerInch / 0.0254).rounded())
    let content = Array("pHYs".utf8) + bigEndian(perMeter) + bigEndian(perMeter) + [1]
    let chunk = bigEndian(9) + content + bigEndian(checksum(content))
    return Array(file[..<headerLength]) + chunk + Array(file[headerLength...])
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  /// The CRC-32 of ISO 3309 as PNG uses it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = (value >> 1) ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~value
  }
}
