import Plotting

/// Why a figure could not be turned into a file.
public enum RenderingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name stands for different families on different machines; a family to name instead.
  case genericFont(family: String, suggestion: String)
  /// The font family is not installed.
  case missingFont(family: String, package: String?)
  /// The canvas is empty, or larger than `limit` pixels or points in one direction.
  case badSize(width: Double, height: Double, limit: Double)
  /// No document can hold the font of this name.
  case noSubset(font: String)
  /// The cairo library reported an error, with its own words.
  case cairo(String)

  /// The whole message, with what to do.
  public var description: String {
    switch self {
    case .genericFont(let family, let suggestion):
      "'\(family)' stands for another font on each machine: \(GenericFontFamily.help(suggestion))"
    case .missingFont(let family, let package):
      if let package {
        "the font family '\(family)' is not installed; on Debian: apt install \(package)"
      } else {
        "the font family '\(family)' is not installed; install it, or choose another one"
          + " ('fc-list : family' lists what there is; for folders that only the rules of this"
          + " machine name, set FONTCONFIG_FILE=/etc/fonts/fonts.conf)"
      }
    case .badSize(let width, let height, let limit):
      "a picture of \(width) x \(height) cannot be drawn: each side takes 1 to \(limit)"
    case .noSubset(let font):
      "the font '\(font)' could not be put into a PDF file; choose another font family"
    case .cairo(let reason): "cairo could not draw the figure: \(reason)"
    }
  }
}

/// The Debian packages of font families that papers use.
enum FontPackage {
  private static let packages = [
    "dejavu sans": "fonts-dejavu-core", "dejavu serif": "fonts-dejavu-core",
    "dejavu sans mono": "fonts-dejavu-core", "dejavu sans condensed": "fonts-dejavu-extra",
    "liberation sans": "fonts-liberation", "liberation serif": "fonts-liberation",
    "noto sans": "fonts-noto-core", "noto serif": "fonts-noto-core",
    "noto sans cjk kr": "fonts-noto-cjk", "noto sans cjk jp": "fonts-noto-cjk",
    "noto sans cjk sc": "fonts-noto-cjk", "open sans": "fonts-open-sans",
    "roboto": "fonts-roboto-unhinted", "lato": "fonts-lato",
    "tex gyre termes": "fonts-texgyre", "tex gyre heros": "fonts-texgyre",
    "latin modern roman": "fonts-lmodern", "linux libertine o": "fonts-linuxlibertine",
  ]

  /// The package that installs `family`, where it is known.
  static func package(of family: String) -> String? { packages[family.lowercased()] }
}
