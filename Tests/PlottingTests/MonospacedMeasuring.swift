@testable import Plotting

/// Stands in for a text layout engine: every character is 0.6 of the size wide.
struct MonospacedMeasuring: TextMeasuring {
  func extents(of text: String, in font: Font) -> TextExtents {
    TextExtents(
      width: 0.6 * font.size * Double(text.count), ascent: 0.93 * font.size,
      descent: 0.24 * font.size)
  }
}
