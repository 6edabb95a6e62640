@testable import Plotting

/// Stands in for a text layout engine: every character is 0.6 of the size wide, and lines with
/// Hangul are as high as those of Noto Sans CJK.
struct MonospacedMeasuring: TextMeasuring {
  func extents(of text: String, in font: Font) -> TextExtents {
    let isTall = text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
    return TextExtents(
      width: 0.6 * font.size * Double(text.count), ascent: (isTall ? 1.16 : 0.93) * font.size,
      descent: (isTall ? 0.29 : 0.24) * font.size)
  }
}
