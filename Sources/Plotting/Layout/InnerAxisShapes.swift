extension PanelShapes {
  /// A vertical axis inside the panel, at the left border of its frame.
  struct InnerAxis {
    /// What stands outside an end of the axis.
    struct EndText {
      let pieces: [TickLabel]
      /// The start of the baseline.
      let origin: Point
      let direction: TextRun.Direction
    }

    let frame: Rectangle
    let layout: AxisLayout
    /// Whether numbers stand at its ticks.
    let hasLabels: Bool
    /// The boxes behind its numbers.
    let plates: [Rectangle]
    /// What stands below and above it.
    let ends: [EndText]
  }
}

extension PanelShapes.InnerAxis {
  /// The axes inside a panel that are seen.
  static func all(
    of place: FigureLayout.PanelPlace, style: FigureStyle, ruler: TextRuler
  ) -> [PanelShapes.InnerAxis] {
    place.inner.members.filter { !$0.isHidden }.map { member in
      let layout = member.layout
      let canvas = Canvas(frame: place.frame)
      let frame = Rectangle(
        x: canvas.x(member.position), y: place.frame.minY, width: 0, height: place.frame.height)
      let right = frame.minX - Spacing.majorTick - Spacing.tickLabel
      func plate(_ position: Double, width: Double, lines: Int = 1) -> Rectangle {
        let height = Double(lines) * 1.1 * style.tickSize
        return Rectangle(
          x: right - width - 1, y: canvas.y(position) - 0.5 * height, width: width + 2,
          height: height)
      }
      let numbers = layout.ticks.major.compactMap { tick in
        tick.label.map { plate(tick.position, width: ruler.extents($0, style.tickFont).width) }
      }
      let names = (layout.names?.items ?? []).map { item in
        plate(
          item.position,
          width: item.lines.map { ruler.extents($0, style.tickFont).width }.max() ?? 0,
          lines: item.lines.count)
      }
      let hasLabels = !place.inner.hasEndNumbers
      return PanelShapes.InnerAxis(
        frame: frame, layout: layout, hasLabels: hasLabels,
        plates: hasLabels ? numbers + names : [],
        ends: ends(of: member, in: place.inner, frame: frame, font: style.tickFont, ruler: ruler))
    }
  }

  private static func ends(
    of member: InnerAxes.Member, in axes: InnerAxes, frame: Rectangle, font: Font,
    ruler: TextRuler
  ) -> [EndText] {
    let gap = Spacing.tickLabel
    func text(_ pieces: [TickLabel], isAbove: Bool) -> EndText? {
      guard !pieces.isEmpty else { return nil }
      let width = ruler.width(pieces, font)
      let extents = pieces.map { ruler.extents($0, font) }
      let ascent = extents.map(\.ascent).max() ?? 0
      let descent = extents.map(\.descent).max() ?? 0
      let edge = isAbove ? frame.minY - axes.tickOverhang - gap : frame.maxY + gap
      if axes.isTurned {
        return EndText(
          pieces: pieces,
          origin: Point(
            x: frame.minX + 0.36 * font.size, y: isAbove ? edge : edge + width),
          direction: .upwards)
      }
      return EndText(
        pieces: pieces,
        origin: Point(x: frame.minX - width / 2, y: isAbove ? edge - descent : edge + ascent),
        direction: .horizontal)
    }
    return [
      text(member.below.map { [$0] } ?? [], isAbove: false), text(member.above, isAbove: true),
    ].compactMap(\.self)
  }
}
