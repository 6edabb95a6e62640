extension Character {
  /// How many columns a terminal gives this character: 2 for wide East Asian ones and emoji, else 1.
  ///
  /// Source: the ranges of the property East_Asian_Width (W and F) in Unicode 16, in coarse blocks.
  var cellWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.value < 0x1100 { return 1 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F1E6...0x1F1FF,
      0x20000...0x3FFFD:
      return 2
    default:
      return first.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
