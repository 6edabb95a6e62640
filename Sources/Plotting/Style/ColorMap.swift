/// Colours for the numbers from 0 to 1.
public struct ColorMap: Sendable, Hashable {
  /// Colours at equal distances from 0 to 1, at least two.
  public var anchors: [Color]

  /// Makes a map through `anchors`; fewer than two count as black and white.
  public init(_ anchors: [Color]) {
    self.anchors = anchors.count < 2 ? [Color(0x000000), Color(0xFFFFFF)] : anchors
  }

  /// The colour at `share`, which is taken as 0 below 0 and as 1 above 1; NaN counts as 0.
  public func color(at share: Double) -> Color {
    let place = min(1, max(0, share.isNaN ? 0 : share)) * Double(anchors.count - 1)
    let index = min(anchors.count - 2, Int(place))
    let rest = place - Double(index)
    let (low, high) = (anchors[index], anchors[index + 1])
    var color = low
    color.red += rest * (high.red - low.red)
    color.green += rest * (high.green - low.green)
    color.blue += rest * (high.blue - low.blue)
    return color
  }

  /// The same colours in the opposite order.
  public var reversed: ColorMap { ColorMap(anchors.reversed()) }

  /// From a dark violet through blue and green to a light yellow: CIELAB lightness rises evenly
  /// from 18 to 92, so that the order of values is seen with any colour vision and in grey.
  public static let dusk = ColorMap(
    [
      0x3A1A62, 0x3B2971, 0x3A3780, 0x36458D, 0x305499, 0x16659F, 0x05759C, 0x07839A, 0x019298,
      0x09A197, 0x0BB093, 0x34BE89, 0x5FCA7B, 0x87D46F, 0xADDD63, 0xD3E558, 0xF8EC50,
    ].map { Color($0) })

  /// From a light to a darker grey-blue: a quiet ground for curves in the palette's colours, with steps that
  /// are found again in a colour bar.
  public static let mist = ColorMap(
    [0xFBFCFE, 0xE5EBF3, 0xD0DAE8, 0xBAC8DC, 0xA5B7D1, 0x8FA6C6].map { Color($0) })

  /// The same ground on a dark page.
  public static let mistDark = ColorMap(
    [0x0E131B, 0x18212F, 0x212F43, 0x2B3C56, 0x344A6A, 0x3E587E].map { Color($0) })
}

extension Color {
  /// The relative luminance of the sRGB colour, from 0 to 1, by squares in the place of the
  /// standard's powers of 2.4: enough to choose black or white text.
  var luminance: Double {
    0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue
  }
}
