import Testing

@testable import CairoRendering

@Suite struct PixelRowsTests {
  /// Beside the same packing into other memory.
  @Test(arguments: [1, 2, 3, 17], [0, 5])
  func pixelsArePackedInPlace(width: Int, padding: Int) {
    let (height, stride) = (4, width + padding)
    // Each byte differs from its neighbours; the upper eight bits of a pixel mean nothing.
    var pixels = (0..<height * stride).map { UInt32($0) &* 0x9E37_79B9 | 0xA500_0000 }
    var expected: [UInt8] = []
    for row in 0..<height {
      expected.append(0)
      for pixel in pixels[row * stride..<row * stride + width] {
        expected += [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> $0) }
      }
    }
    let packed = pixels.withUnsafeMutableBytes { bytes -> [UInt8] in
      guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return [] }
      return Array(PixelRows.pack(start, width: width, height: height, stride: 4 * stride))
    }
    #expect(packed == expected)
  }
}
