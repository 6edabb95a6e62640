import CCairo
import Synchronization

/// The font families that there are, by every name that a font file gives its own.
///
/// Pango lists the first name of each file alone: 'DejaVu Sans Condensed', the second name of a file
/// whose first is 'DejaVu Sans', is a family to fontconfig and to whoever reads what `fc-list` says.
enum InstalledFamilies {
  private static let known = Mutex<Set<String>>([])

  /// Whether a font of `family` is installed; upper and lower case do not differ.
  static func contain(_ family: String) -> Bool {
    let name = family.lowercased()
    if known.withLock({ $0.contains(name) }) { return true }
    FontConfiguration.use()
    guard let pattern = FcPatternCreate(), let wanted = FcObjectSetCreate() else { return false }
    defer {
      FcPatternDestroy(pattern)
      FcObjectSetDestroy(wanted)
    }
    FcObjectSetAdd(wanted, FC_FAMILY)
    // fontconfig's own search by name overlooks spaces: 'DejaVuSans' would pass.
    guard let fonts = FcFontList(nil, pattern, wanted) else { return false }
    defer { FcFontSetDestroy(fonts) }
    let isThere = (0..<Int(fonts.pointee.nfont)).contains { index in
      var place: Int32 = 0
      var value: UnsafeMutablePointer<FcChar8>?
      while FcPatternGetString(fonts.pointee.fonts[index], FC_FAMILY, place, &value)
        == FcResultMatch
      {
        if let value, String(cString: value).lowercased() == name { return true }
        place += 1
      }
      return false
    }
    if isThere { known.withLock { _ = $0.insert(name) } }
    return isThere
  }
}
