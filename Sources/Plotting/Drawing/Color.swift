/// An sRGB colour with opacity.
public struct Color: Sendable, Hashable {
  /// Red, from 0 to 1.
  public var red: Double
  /// Green, from 0 to 1.
  public var green: Double
  /// Blue, from 0 to 1.
  public var blue: Double
  /// Opacity, from 0 (not visible) to 1 (opaque).
  public var opacity: Double

  /// Makes a colour from its 24-bit sRGB code, e.g. `0x0072B2`.
  public init(_ code: UInt32, opacity: Double = 1) {
    red = Double((code >> 16) & 0xFF) / 255
    green = Double((code >> 8) & 0xFF) / 255
    blue = Double(code & 0xFF) / 255
    self.opacity = opacity
  }

  /// What is seen of this colour on an opaque `ground`.
  package func over(_ ground: Color) -> Color {
    var color = self
    color.red = ground.red + opacity * (red - ground.red)
    color.green = ground.green + opacity * (green - ground.green)
    color.blue = ground.blue + opacity * (blue - ground.blue)
    color.opacity = 1
    return color
  }

  /// The same colour at another opacity, from 0 to 1.
  public func with(opacity: Double) -> Color {
    var color = self
    color.opacity = opacity
    return color
  }
}
