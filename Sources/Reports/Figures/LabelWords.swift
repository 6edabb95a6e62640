import Plotting

/// Labels of an author's, with mathematics, outside the figure that they stand in.
enum LabelWords {
  /// Words of a caption with their formulas as formulas.
  static func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .text(let text) where LabelText.hasFormula(text):
        LabelText.parts(of: text).map { part in
          switch part {
          case .text(let text): .text(text)
          case .formula(let source): .math(source)
          }
        }
      case .strong(let inner): [.strong(self.inlines(inner))]
      case .emphasis(let inner): [.emphasis(self.inlines(inner))]
      default: [inline]
      }
    }
  }

  /// The numbers that a figure draws, their headings in plain characters.
  static func data(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return LabelText.hasFormula(text) ? Array(LabelText.plain(text).utf8) : bytes
  }
}
