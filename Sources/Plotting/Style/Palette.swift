/// Seven colours for series, told apart by readers with any colour vision.
public struct Palette: Sendable, Hashable {
  /// The colours, at least one, in order of use.
  public var colors: [Color]

  /// Makes a palette of `colors`; an empty list counts as black.
  public init(_ colors: [Color]) {
    self.colors = colors.isEmpty ? [Color(0x000000)] : colors
  }

  /// The colour for `index`, counted from 0 and repeated.
  public subscript(index: Int) -> Color {
    colors[((index % colors.count) + colors.count) % colors.count]
  }

  /// Okabe and Ito's colours (Color Universal Design, 2008) without yellow, which is too light for
  /// lines on white. Ordered so that the first four differ in lightness too (CIELAB L* 46, 71, 58,
  /// 0).
  public static let okabeIto = Palette([
    Color(0x0072B2), Color(0xE69F00), Color(0x009E73), Color(0x000000), Color(0xD55E00),
    Color(0x56B4E9), Color(0xCC79A7),
  ])

  /// The same hues for a dark page: black turns to white, the others are lighter by so much that the
  /// first four still differ in lightness (L* 53, 77, 67, 97).
  public static let okabeItoDark = Palette([
    Color(0x3B82D0), Color(0xF2B233), Color(0x00B98A), Color(0xF0F6FC), Color(0xE2672C),
    Color(0x9AD9FF), Color(0xD98CC4),
  ])

  /// Tol's bright colours (Personal SRON technical note 09-002, 2021), reordered so that the first
  /// four differ in lightness too (L* 49, 61, 75, 42).
  public static let tol = Palette([
    Color(0x4477AA), Color(0xEE6677), Color(0xCCBB44), Color(0xAA3377), Color(0x228833),
    Color(0x66CCEE), Color(0xBBBBBB),
  ])

  /// The same hues for a dark page, the dark ones lighter.
  public static let tolDark = Palette([
    Color(0x5588C0), Color(0xF2808F), Color(0xE0D060), Color(0xB8508C), Color(0x2FA84F),
    Color(0x88DDF5), Color(0xBBBBBB),
  ])

  /// The palettes with the names that specs write, the default first.
  public static let named: [(name: String, palette: Palette)] = [
    ("okabe-ito", .okabeIto), ("tol", .tol),
  ]

  /// The palette for a dark page; one of a caller's own stays as it is.
  public var darkened: Palette {
    if self == .okabeIto { return .okabeItoDark }
    return self == .tol ? .tolDark : self
  }
}
