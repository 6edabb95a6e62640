import SpecLanguage

/// What an author says of the look of one series; what is nil is found for it.
public struct SeriesLook: Sendable, Hashable {
  /// A colour.
  public enum Hue: Sendable, Hashable {
    /// That of the palette with an index from 0.
    case palette(Int)
    /// This one.
    case exact(Color)
  }

  /// The colour.
  public var color: Hue?
  /// The rhythm of its curve.
  public var dash: SeriesStyle.Dash?
  /// The shape of its points.
  public var marker: SeriesStyle.Marker?
  /// What figures call it instead of its name, plain text.
  public var label: String?
  /// Its place in figures: smaller ones come first, those without one count as 0.
  public var order: Int?

  /// A look of which nothing is said.
  public init() {}

  /// Whether all that tells it from others is said.
  package var isWhole: Bool { color != nil && dash != nil && marker != nil }

  /// Whether all that is said of colour, dash and marker is the same.
  package func looksLike(_ other: SeriesLook) -> Bool {
    color == other.color && dash == other.dash && marker == other.marker
  }
}

extension SeriesLook {
  /// What a spec may say of an optimizer's look.
  package static let shape = Shape<SeriesLook>.object("style") { keys in
    var look = SeriesLook()
    look.color = keys.optional(
      "color", .hue, "its colour in all figures; by default a free one of the palette")
    look.dash = keys.optional(
      "dash", .choice(SeriesStyle.Dash.allCases.map { ($0.name, $0) }, of: "dash"),
      "the rhythm of its curves; by default one that tells it from the others")
    look.marker = keys.optional(
      "marker", .choice(SeriesStyle.Marker.allCases.map { ($0.name, $0) }, of: "marker"),
      "the shape of its points; by default one that tells it from the others")
    look.label = keys.optional(
      "label", .label, "what figures call it; tables keep its name")
    look.order = keys.optional(
      "order", .whole(-1_000...1_000),
      "its place in figures: smaller ones come first, without one it is 0")
    return look
  }.defined(as: "optimizer_style")
}

extension Shape<SeriesLook.Hue> {
  /// A colour by its code, its name, or its place in the palette.
  static let hue = Shape<SeriesLook.Hue>.either(
    Shape<Color>.color.map { .exact($0) },
    Shape<Int>.whole(1...20).map { .palette($0 - 1) })
}

extension Shape<Color> {
  /// The names of Okabe and Ito's colours, in the order of the default palette.
  private static let names = [
    "blue", "orange", "green", "black", "vermilion", "sky-blue", "purple",
  ]

  private static let digits = ScalarSet(ranges: [0x30...0x39, 0x41...0x46, 0x61...0x66])

  /// How a spec writes a colour.
  private static let rule = TextRule(
    description: "a colour as \"#0072B2\", or one of \(names.joined(separator: ", "))",
    words: names, first: ScalarSet(ranges: [0x23...0x23]), inner: digits, last: digits,
    length: 7...7)

  /// An sRGB colour that is seen on white paper.
  package static let color = Shape<String>.text(rule).refined {
    text, value, label, decoding -> Color? in
    let color =
      names.firstIndex(of: text).map { Palette.okabeIto[$0] }
      ?? Color(UInt32(text.dropFirst(), radix: 16) ?? 0)
    guard color.contrast(to: Color(0xFFFFFF)) < leastContrast else { return color }
    decoding.fault(
      at: value.range, "\(label) '\(text)' is too light to be seen on white paper",
      "take a darker one, such as '\(darker(color).code)'")
    return nil
  }

  /// Below this contrast to white a line of 1 pt vanishes on paper.
  private static let leastContrast = 1.5

  private static func darker(_ color: Color) -> Color { color.at(lightness: 70) }
}

extension Color {
  /// The 24-bit sRGB code, e.g. "#0072B2".
  package var code: String {
    "#"
      + [red, green, blue].map { component in
        let text = String(Int((component * 255).rounded()), radix: 16, uppercase: true)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }
}

extension SeriesStyle.Dash {
  /// What specs call it.
  package var name: String {
    switch self {
    case .solid: "solid"
    case .dashed: "dashed"
    case .dashDotted: "dash-dotted"
    case .dotted: "dotted"
    case .longDashed: "long-dashed"
    case .dashDotDotted: "dash-dot-dotted"
    }
  }
}

extension SeriesStyle.Marker {
  /// What specs call it.
  package var name: String { "\(self)" }
}
