import CCairo
import Plotting

/// A script that no installed font has, though a drawing has text in it.
public struct MissingScript: Hashable, Sendable {
  /// The script's name, such as "Hangul".
  public let name: String
  /// The first text with it.
  public let text: String
  /// Debian's package with a font for it.
  public let package: String
  /// The figure with that text.
  public let figure: String

  /// The whole message.
  public var message: String {
    "No installed font has \(name), as in '\(text)' of figure '\(figure)': it is drawn as boxes."
      + " On Debian: apt install \(package)"
  }
}

extension CairoRenderer {
  /// The scripts that no installed font has, in the order in which texts of `drawing` first need them.
  public static func missingScripts(in drawing: Drawing) -> [MissingScript] {
    let texts = drawing.textRuns.filter { run in run.text.utf8.contains { $0 >= 0x80 } }
    guard !texts.isEmpty else { return [] }
    let engine = TextEngine()
    var missing: [MissingScript] = []
    var looked: Set<String> = []
    for run in texts where looked.insert(run.text).inserted {
      guard engine.hasUnknownGlyphs(run.text, run.font) else { continue }
      for scalar in run.text.unicodeScalars where !scalar.isASCII {
        guard engine.hasUnknownGlyphs(String(scalar), run.font) else { continue }
        let script = Script(of: scalar)
        if !missing.contains(where: { $0.name == script.name }) {
          missing.append(
            MissingScript(
              name: script.name, text: run.text, package: script.package,
              figure: drawing.identifier))
        }
      }
    }
    return missing
  }
}

extension TextEngine {
  /// Whether no installed font has one of the characters.
  fileprivate func hasUnknownGlyphs(_ text: String, _ font: Font) -> Bool {
    set(text, font)
    return pango_layout_get_unknown_glyphs_count(layout) > 0
  }
}

/// A script with its name in English, and Debian's package with a font for it.
package struct Script: Hashable {
  /// Its name in English.
  package let name: String
  /// Debian's package with a font for it.
  let package: String

  private static let cjk = "fonts-noto-cjk"
  private static let core = "fonts-noto-core"

  /// Scripts by their four letters (ISO 15924) whose font is not in Debian's `fonts-noto-core`, or
  /// whose name a reader would not find by them.
  private static let known: [String: Script] = [
    "Hang": Script(name: "Hangul", package: cjk), "Hani": Script(name: "Han", package: cjk),
    "Hira": Script(name: "Hiragana", package: cjk), "Kana": Script(name: "Katakana", package: cjk),
    "Bopo": Script(name: "Bopomofo", package: cjk),
    "Arab": Script(name: "Arabic", package: core), "Armn": Script(name: "Armenian", package: core),
    "Beng": Script(name: "Bengali", package: core),
    "Cyrl": Script(name: "Cyrillic", package: core),
    "Deva": Script(name: "Devanagari", package: core),
    "Egyp": Script(name: "Egyptian hieroglyphs", package: core),
    "Ethi": Script(name: "Ethiopic", package: core),
    "Geor": Script(name: "Georgian", package: core), "Grek": Script(name: "Greek", package: core),
    "Gujr": Script(name: "Gujarati", package: core),
    "Guru": Script(name: "Gurmukhi", package: core),
    "Hebr": Script(name: "Hebrew", package: core), "Khmr": Script(name: "Khmer", package: core),
    "Knda": Script(name: "Kannada", package: core), "Laoo": Script(name: "Lao", package: core),
    "Latn": Script(name: "Latin", package: core), "Lina": Script(name: "Linear A", package: core),
    "Mlym": Script(name: "Malayalam", package: core),
    "Mong": Script(name: "Mongolian", package: core),
    "Mymr": Script(name: "Myanmar", package: core),
    "Orya": Script(name: "Odia", package: core), "Sinh": Script(name: "Sinhala", package: core),
    "Taml": Script(name: "Tamil", package: core), "Telu": Script(name: "Telugu", package: core),
    "Thaa": Script(name: "Thaana", package: core), "Thai": Script(name: "Thai", package: core),
    "Tibt": Script(name: "Tibetan", package: core),
    "Xsux": Script(name: "cuneiform", package: core),
  ]

  init(name: String, package: String) {
    self.name = name
    self.package = package
  }

  /// The script of a character; emoji and symbols, which belong to none, count as scripts too.
  package init(of scalar: Unicode.Scalar) {
    let number = g_unicode_script_to_iso15924(g_unichar_get_script(scalar.value))
    let letters = (0..<4).map { Character(Unicode.Scalar(UInt8(number >> (24 - 8 * $0) & 0xFF))) }
    let code = String(letters)
    if let known = Self.known[code] {
      self = known
    } else if !["Zyyy", "Zinh", "Zzzz"].contains(code) {
      self.init(name: "the script '\(code)'", package: Self.core)
    } else if scalar.properties.generalCategory == .privateUse {
      self.init(name: "characters for private use", package: "the font that they belong to")
    } else if scalar.properties.isEmojiPresentation {
      self.init(name: "emoji", package: "fonts-noto-color-emoji")
    } else {
      self.init(name: "some symbols", package: Self.core)
    }
  }
}
