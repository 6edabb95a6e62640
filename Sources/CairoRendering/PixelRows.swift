import CCairo

/// The opaque pixels of an image, as PNG rows: a filter byte, then red, green, blue by turns.
struct PixelRows {
  let width: Int
  let height: Int
  /// `height` times 1 + 3 `width` bytes.
  let bytes: [UInt8]

  /// Copies the pixels of an image in cairo's format RGB24: 32 bits each, in the machine's order
  /// of bytes, the upper eight unused.
  init(width: Int, height: Int, stride: Int, data: UnsafePointer<UInt8>) {
    self.width = width
    self.height = height
    let length = 1 + 3 * width
    bytes = [UInt8](unsafeUninitializedCapacity: height * length) { buffer, count in
      for row in 0..<height {
        let source = UnsafeRawPointer(data + row * stride)
        var place = row * length
        // No filter: figures are flat, and what repeats is found best as it is.
        buffer[place] = 0
        for column in 0..<width {
          let pixel = source.load(fromByteOffset: 4 * column, as: UInt32.self)
          buffer[place + 1] = UInt8(truncatingIfNeeded: pixel >> 16)
          buffer[place + 2] = UInt8(truncatingIfNeeded: pixel >> 8)
          buffer[place + 3] = UInt8(truncatingIfNeeded: pixel)
          place += 3
        }
      }
      count = height * length
    }
  }
}
