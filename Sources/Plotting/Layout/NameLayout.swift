/// Names at the ticks of an axis of a given length: on one line, wrapped or turned, as they fit.
struct NameLayout {
  /// A name in its place.
  struct Item {
    /// The share of the axis.
    var position: Double
    var lines: [String]
  }

  private(set) var items: [Item] = []
  /// Whether the names of a horizontal axis read upwards.
  private(set) var isTurned = false
  /// How far names reach away from the panel.
  private(set) var depth = 0.0
  private(set) var overhangAtStart = 0.0
  private(set) var overhangAtEnd = 0.0
  /// The height of one line.
  let lineHeight: Double

  /// - Parameters:
  ///   - length: the length of the axis in points.
  ///   - depth: how far names may reach away from the panel.
  init(
    _ names: [Axis.Name], scale: Scale, orientation: AxisLayout.Orientation, length: Double,
    depth limit: Double, font: Font, ruler: TextRuler
  ) {
    // Names in another script may be higher than the font's own letters.
    lineHeight = names.map { ruler.extents($0.text, font).height }
      .reduce(ruler.lineHeight(font), max)
    var places = names.compactMap { name -> (position: Double, text: String)? in
      let position = scale.position(name.value)
      guard position >= -1e-9, position <= 1 + 1e-9, !name.text.isEmpty else { return nil }
      return (position, name.text)
    }
    places.sort { $0.position < $1.position }
    places = Self.apart(places, distance: lineHeight / max(length, 1))
    let gaps = zip(places, places.dropFirst()).map { $1.position - $0.position }
    let step = (gaps.min() ?? 1) * length
    switch orientation {
    case .vertical:
      let count = Int(max(1, min(3, step / lineHeight)))
      items = places.map { place in
        Item(
          position: place.position,
          lines: ruler.lines(place.text, font, width: limit, limit: count))
      }
    case .horizontal:
      // Along the axis names keep a distance of a few tenths of their size from each other.
      let room = step - 0.3 * font.size
      let wrapped = places.map { ruler.lines($0.text, font, width: room) }
      isTurned = zip(wrapped, places).contains { lines, place in
        lines.joined(separator: " ") != Self.words(place.text)
      }
      let count = Int(max(1, min(3, step / lineHeight)))
      let isBroken = wrapped.contains { $0.count > 1 }
      items = zip(places, wrapped).map { place, lines in
        if isTurned {
          return Item(
            position: place.position,
            lines: ruler.lines(place.text, font, width: limit, limit: count))
        }
        // Either all names with a space in them are broken, or none.
        let isAlone = isBroken && lines.count == 1
        return Item(
          position: place.position,
          lines: isAlone ? Self.halves(place.text, font: font, ruler: ruler) : lines)
      }
    }
    measure(orientation, length: length, font: font, ruler: ruler)
  }

  private mutating func measure(
    _ orientation: AxisLayout.Orientation, length: Double, font: Font, ruler: TextRuler
  ) {
    for item in items {
      let width = item.lines.map { ruler.extents($0, font).width }.max() ?? 0
      let height = Double(item.lines.count) * lineHeight
      let isAcross = orientation == .vertical || isTurned
      let along = (isAcross ? height + 1 : width) / 2 + 0.5
      depth = max(depth, isAcross ? width : height)
      overhangAtStart = max(overhangAtStart, along - item.position * length)
      overhangAtEnd = max(overhangAtEnd, along - (1 - item.position) * length)
    }
  }

  /// A name on two lines of widths as even as its spaces allow; on one where it has none.
  private static func halves(_ text: String, font: Font, ruler: TextRuler) -> [String] {
    let words = text.split(whereSeparator: TextRuler.isBreak).map(String.init)
    let choices = words.indices.dropFirst().map { end in
      [words[..<end].joined(separator: " "), words[end...].joined(separator: " ")]
    }
    func width(_ lines: [String]) -> Double {
      lines.map { ruler.extents($0, font).width }.max() ?? 0
    }
    return choices.min { width($0) < width($1) } ?? [words.joined(separator: " ")]
  }

  /// Every name, or every second, third, … where they stand closer than lines of text can.
  private static func apart(
    _ places: [(position: Double, text: String)], distance: Double
  ) -> [(position: Double, text: String)] {
    var kept: [(position: Double, text: String)] = []
    for place in places {
      if let last = kept.last, place.position - last.position < distance { continue }
      kept.append(place)
    }
    return kept
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: TextRuler.isBreak).joined(separator: " ")
  }
}
