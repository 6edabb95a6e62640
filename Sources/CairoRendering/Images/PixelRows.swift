/// The pixels of an image in the order that PNG wants.
enum PixelRows {
  /// Turns an image of cairo's format RGB24 (32 bits a pixel in the machine's order of bytes, the
  /// upper eight unused) into PNG rows: a filter byte, then red, green, blue by turns.
  ///
  /// In place, since an image has millions of pixels: a row of PNG is never longer than one of
  /// cairo's, so no pixel is overwritten before it was read.
  /// - Returns: the first `height` times 1 + 3 `width` bytes of `data`.
  static func pack(
    _ data: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int
  ) -> UnsafeRawBufferPointer {
    var target = data
    for row in 0..<height {
      let source = UnsafeRawPointer(data + row * stride)
      // No filter: figures are flat, and what repeats is found best as it is. The first pixel is
      // read before the filter byte is written, which takes its place in the first row.
      var next = source.load(as: UInt32.self)
      target.pointee = 0
      target += 1
      for column in 0..<width {
        let pixel = next
        if column + 1 < width {
          next = source.load(fromByteOffset: 4 * (column + 1), as: UInt32.self)
        }
        target[0] = UInt8(truncatingIfNeeded: pixel >> 16)
        target[1] = UInt8(truncatingIfNeeded: pixel >> 8)
        target[2] = UInt8(truncatingIfNeeded: pixel)
        target += 3
      }
    }
    return UnsafeRawBufferPointer(start: data, count: height * (1 + 3 * width))
  }
}
