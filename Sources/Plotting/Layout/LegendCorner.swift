extension LegendPolicy {
  /// The corner that is asked for: whether on the right, whether below; nil for no corner.
  var corner: (isRight: Bool, isLow: Bool)? {
    switch self {
    case .topLeft: (false, false)
    case .topRight: (true, false)
    case .bottomLeft: (false, true)
    case .bottomRight: (true, true)
    case .automatic, .inside, .right, .below, .none: nil
    }
  }
}

extension FigureArrangement.Builder {
  /// A legend in the corner that was asked for, on a ground of its own; nil without a corner, without
  /// names, or where the panel is smaller than the legend or has texts there, such as cells have.
  func withLegendInCorner() -> FigureArrangement? {
    guard let corner = figure.legend.corner else { return nil }
    var references: [LegendEntry] = []
    while true {
      let entries = LegendEntry.series(of: figure) + references
      var result = arrangement(layout(FigureLayout.Reserve()))
      let placed = Set(references.map(\.name))
      var homeless = result.placeReferenceLabels(figure, ruler: ruler, except: placed)
      if homeless.isEmpty, entries.isEmpty { return result }
      guard
        let legend = legend(entries, in: result.contents.map(\.frame), corner)
      else { return nil }
      // What the legend would cover goes into it.
      let box = legend.box.expanded(by: Spacing.clear)
      if result.contents.contains(where: { $0.insets.contains { $0.box.overlaps(box) } }) {
        result = arrangement(layout(FigureLayout.Reserve()), keepingFree: box)
        homeless = result.placeReferenceLabels(figure, ruler: ruler, except: placed)
      }
      let hidesText = result.contents.contains {
        $0.shapes.labels.contains { $0.box.overlaps(box) }
      }
      if hidesText { return nil }
      for label in zip(
        result.referenceLabels, result.referenceBoxes(ruler, font: figure.style.tickFont))
      where box.overlaps(label.1) {
        homeless.append(LegendEntry(name: label.0.text, sample: .reference))
      }
      if homeless.isEmpty {
        result.legend = legend
        return result
      }
      references += homeless
    }
  }

  /// The legend in the outermost of the frames, in one column or as many as fit; nil where it does not.
  private func legend(
    _ entries: [LegendEntry], in frames: [Rectangle], _ corner: (isRight: Bool, isLow: Bool)
  ) -> FigureArrangement.PlacedLegend? {
    func reach(_ frame: Rectangle) -> Double {
      (corner.isRight ? frame.maxX : -frame.minX) + 1e3 * (corner.isLow ? frame.maxY : -frame.minY)
    }
    guard let frame = frames.max(by: { reach($0) < reach($1) }) else { return nil }
    let margin = Spacing.clear + 2
    for isColumn in [true, false] {
      let layout = LegendLayout(
        entries, font: figure.style.labelFont, ruler: ruler, width: frame.width - 2 * margin,
        isColumn: isColumn)
      guard layout.height <= frame.height - 2 * margin, layout.width <= frame.width - 2 * margin
      else { continue }
      let x = corner.isRight ? frame.maxX - margin - layout.width : frame.minX + margin
      let y = corner.isLow ? frame.maxY - margin - layout.height : frame.minY + margin
      return FigureArrangement.PlacedLegend(
        layout: layout, origin: Point(x: x, y: y), hasGround: true)
    }
    return nil
  }
}
