import Kernels

/// A colour by how light it is and by its hue: CIELAB (CIE 15:2004) under D65.
struct LightnessColor: Sendable, Hashable {
  /// From 0, black, to 100, white.
  var lightness: Double
  /// From green (below 0) to red.
  var greenRed: Double
  /// From blue (below 0) to yellow.
  var blueYellow: Double
}

extension LightnessColor {
  /// The whitest point, D65 for the standard observer of 1931, as sRGB has it.
  private static let white = (x: 0.950456, y: 1.0, z: 1.089058)

  /// What is seen of an opaque sRGB colour.
  init(_ color: Color) {
    let (red, green, blue) = (
      Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue)
    )
    // IEC 61966-2-1: from linear sRGB to XYZ.
    let x = 0.4124 * red + 0.3576 * green + 0.1805 * blue
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    let z = 0.0193 * red + 0.1192 * green + 0.9505 * blue
    let shares = (
      Self.compressed(x / Self.white.x), Self.compressed(y / Self.white.y),
      Self.compressed(z / Self.white.z)
    )
    lightness = 116 * shares.1 - 16
    greenRed = 500 * (shares.0 - shares.1)
    blueYellow = 200 * (shares.1 - shares.2)
  }

  /// The sRGB colour, or nil where the screen has none so colourful.
  var color: Color? {
    let share = (lightness + 16) / 116
    let x = Self.white.x * Self.expanded(share + greenRed / 500)
    let y = Self.white.y * Self.expanded(share)
    let z = Self.white.z * Self.expanded(share - blueYellow / 200)
    let linear = [
      3.2406 * x - 1.5372 * y - 0.4986 * z, -0.9689 * x + 1.8758 * y + 0.0415 * z,
      0.0557 * x - 0.2040 * y + 1.0570 * z,
    ]
    guard linear.allSatisfy({ $0 >= -0.001 && $0 <= 1.001 }) else { return nil }
    let parts = linear.map { Color.encoded(min(1, max(0, $0))) }
    var color = Color(0)
    (color.red, color.green, color.blue) = (parts[0], parts[1], parts[2])
    return color
  }

  /// How far two colours are from each other: ΔE of 1976. Side by side 2.3 is just seen.
  func distance(to other: LightnessColor) -> Double {
    let steps = (
      lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow
    )
    return (steps.0 * steps.0 + steps.1 * steps.1 + steps.2 * steps.2).squareRoot()
  }

  private static let knee = 6.0 / 29

  private static func compressed(_ share: Double) -> Double {
    share > knee * knee * knee ? pow(share, 1 / 3.0) : share / (3 * knee * knee) + 4 / 29.0
  }

  private static func expanded(_ share: Double) -> Double {
    share > knee ? share * share * share : 3 * knee * knee * (share - 4 / 29.0)
  }
}

extension Color {
  /// The light of an sRGB component, both from 0 to 1 (IEC 61966-2-1).
  static func linear(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }

  /// The sRGB component of so much light, both from 0 to 1.
  static func encoded(_ light: Double) -> Double {
    light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  }

  /// The contrast of two opaque colours, from 1 to 21 (WCAG 2.2).
  package func contrast(to other: Color) -> Double {
    func light(_ color: Color) -> Double {
      0.2126 * Self.linear(color.red) + 0.7152 * Self.linear(color.green)
        + 0.0722 * Self.linear(color.blue)
    }
    let (one, two) = (light(self), light(other))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The same hue at another CIELAB lightness, from 0 to 100, as colourful as a screen shows it there.
  func at(lightness: Double) -> Color {
    let own = LightnessColor(self)
    for step in 0...40 {
      let share = 1 - Double(step) / 40
      let other = LightnessColor(
        lightness: lightness, greenRed: share * own.greenRed, blueYellow: share * own.blueYellow)
      if let color = other.color { return color.with(opacity: opacity) }
    }
    return self
  }
}
