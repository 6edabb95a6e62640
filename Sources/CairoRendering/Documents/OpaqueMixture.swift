import Plotting

/// Translucent areas in opaque colours, for files that know no transparency.
///
/// Where areas overlap, the overlap is filled again in the mixed colour, inside the outlines of those that
/// lie below: nothing becomes an image, and no band hides another. Three areas of a panel are mixed with
/// each other, as many as a figure has bands; what comes later is mixed with the ground alone.
struct OpaqueMixture {
  /// One area to fill, inside all of some outlines.
  struct Filling {
    var clips: [Path]
    var color: Color
  }

  private let ground: Color
  private var layers: [(path: Path, color: Color)] = []

  /// The number of areas that are mixed with each other.
  static let mostLayers = 3

  /// - Parameter ground: the opaque colour that all lie on.
  init(on ground: Color) { self.ground = ground }

  /// The colour of a line, which is mixed with the ground alone.
  func color(of color: Color) -> Color { color.over(ground) }

  /// What shows `path` in a translucent `color`, in painting order.
  mutating func fillings(of path: Path, _ color: Color) -> [Filling] {
    // A set of layers is a number whose bits say which; a larger set comes after its parts.
    let fillings = (0..<1 << layers.count).map { set in
      let below = layers.indices.filter { set & 1 << $0 != 0 }.map { layers[$0] }
      let mixed = below.reduce(ground) { $1.color.over($0) }
      return Filling(clips: below.map(\.path), color: color.over(mixed))
    }
    if layers.count < Self.mostLayers { layers.append((path, color)) }
    return fillings
  }

  /// Begins another panel.
  mutating func forget() { layers = [] }
}
