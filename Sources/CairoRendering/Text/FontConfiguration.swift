import CCairo

/// Which fonts there are: those in the folders of the system, of its TeX and of the user, without
/// the rules of either.
///
/// Rules of a machine or a user (aliases, other sizes, emboldening) would draw the same figure
/// differently elsewhere, and reading them takes longer than drawing it. Who names other rules by
/// `FONTCONFIG_FILE` or `FONTCONFIG_PATH` gets them. Debian puts Latin Modern and TeX Gyre, the
/// fonts of papers, into the folder of TeX.
enum FontConfiguration {
  private static let rules = """
    <?xml version="1.0"?>
    <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
    <fontconfig>
    <dir>/usr/share/fonts</dir>
    <dir>/usr/local/share/fonts</dir>
    <dir>/usr/share/texmf/fonts/opentype</dir>
    <dir prefix="xdg">fonts</dir>
    <dir>~/.fonts</dir>
    <cachedir>/var/cache/fontconfig</cachedir>
    <cachedir prefix="xdg">fontconfig</cachedir>
    </fontconfig>
    """

  /// Makes it the process's, once; where that fails, the system's rules stay.
  static func use() { _ = isUsed }

  private static let isUsed: Bool = {
    guard getenv("FONTCONFIG_FILE") == nil, getenv("FONTCONFIG_PATH") == nil,
      let configuration = FcConfigCreate()
    else { return false }
    defer { FcConfigDestroy(configuration) }
    return FcConfigParseAndLoadFromMemory(configuration, rules, 1) != 0
      && FcConfigBuildFonts(configuration) != 0 && FcConfigSetCurrent(configuration) != 0
  }()
}
