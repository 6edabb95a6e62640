extension FigureArrangement {
  /// Tries the places for names in turn.
  struct Builder {
    let figure: Figure
    let data: [PanelData]
    let ruler: TextRuler
    let resolution: Double

    private var font: Font { figure.style.labelFont }

    func layout(_ reserve: FigureLayout.Reserve) -> FigureLayout {
      FigureLayout(figure, data: data, ruler: ruler, reserve: reserve)
    }

    /// - Parameter kept: what insets leave free if they can.
    func arrangement(
      _ layout: FigureLayout, keepingFree kept: Rectangle? = nil
    ) -> FigureArrangement {
      let contents = figure.panels.indices.map { index in
        var content = PanelContent(
          data[index], place: layout.places[index], style: figure.style, ruler: ruler,
          resolution: resolution, keepingFree: kept)
        content.placeNotes(
          figure.panels[index], data: data[index], style: figure.style, ruler: ruler)
        return content
      }
      return FigureArrangement(layout: layout, contents: contents)
    }

    /// Names right of the last panel's lines, if it holds all names and its lines end at its right
    /// border, far enough apart.
    func withLineEnds() -> FigureArrangement? {
      let hasNotes = data.contains { $0.curves.contains { $0.mark.endNote != nil } }
      // Names and notes have room together beside one panel alone.
      guard hasNotes else { return withNamesAtLineEnds() }
      guard data.count == 1 else { return nil }
      return Builder(
        figure: figure, data: data.map(\.withoutEndNotes), ruler: ruler, resolution: resolution
      ).withNamesAtLineEnds(notes: data[0].curves.map(\.mark))
    }

    /// - Parameter notes: what curves have notes, which follow their names.
    private func withNamesAtLineEnds(notes: [LineMark] = []) -> FigureArrangement? {
      let entries = LegendEntry.series(of: figure)
      guard figure.legend == .automatic, (1...5).contains(entries.count) else { return nil }
      let isAllLines = entries.allSatisfy { if case .line = $0.sample { true } else { false } }
      guard isAllLines, let last = data.last, let panel = figure.panels.last else { return nil }
      guard panel.colorBar == nil, panel.rightNames.isEmpty else { return nil }
      let curves = entries.compactMap { entry in
        last.curves.last { $0.mark.name == entry.name && !$0.mark.isFaint }
      }
      guard curves.count == entries.count else { return nil }
      let texts = curves.map { curve in
        let note = notes.last { $0.name == curve.mark.name && !$0.isFaint }?.endNote
        return [curve.mark.name, note].compactMap(\.self).joined(separator: " ")
      }
      let widest = texts.map { ruler.extents($0, font).width }.max() ?? 0
      let canvas = figure.canvasWidth
      let columns = min(figure.columns, figure.panels.count)
      guard widest <= 0.25 * canvas / Double(columns) else { return nil }
      let ends = curves.compactMap { curve in
        zip(curve.x, curve.y).reversed().first { $0.isFinite && $1.isFinite }
      }
      guard ends.count == curves.count else { return nil }
      guard ends.allSatisfy({ $0.0 >= 0.98 && $0.0 <= 1 && $0.1 >= 0 && $0.1 <= 1 }) else {
        return nil
      }
      let gap = ruler.lineHeight(font)
      var reserve = FigureLayout.Reserve()
      reserve.lineEnds = Spacing.lineEnd + widest
      let layout = layout(reserve)
      guard layout.isOneRow, !figure.keepsColumns || layout.isWideEnough,
        let frame = layout.places.last?.frame
      else { return nil }
      let heights = ends.map { frame.maxY - $0.1 * frame.height }
      let sorted = heights.sorted()
      guard zip(sorted, sorted.dropFirst()).allSatisfy({ $1 - $0 >= gap }) else { return nil }
      var result = arrangement(layout)
      guard result.placeReferenceLabels(figure, ruler: ruler).isEmpty else { return nil }
      result.lineEnds = curves.indices.map { index in
        LineEnd(
          text: texts[index], style: curves[index].mark.style, panel: data.count - 1,
          y: heights[index])
      }
      return result
    }

    /// A legend in a corner of a panel where no data is drawn, or between two corners.
    func withLegendInside() -> FigureArrangement? {
      var result = arrangement(layout(FigureLayout.Reserve()))
      let homeless = result.placeReferenceLabels(figure, ruler: ruler)
      let entries = LegendEntry.series(of: figure) + homeless
      if figure.legend == .none || entries.isEmpty { return result }
      guard figure.legend == .automatic || figure.legend == .inside else { return nil }
      let labels = result.referenceBoxes(ruler, font: figure.style.tickFont)
      for (content, isCorner) in result.contents.map({ ($0, true) })
        + result.contents.map({ ($0, false) })
      {
        let frame = content.frame
        let legend = LegendLayout(
          entries, font: font, ruler: ruler, width: 0.6 * frame.width, isColumn: true)
        let isWhole = zip(legend.items, entries).allSatisfy { $0.text == $1.name }
        guard isWhole, legend.height <= 0.6 * frame.height else { continue }
        let margin = Spacing.clear + 2
        let xs = [frame.maxX - margin - legend.width, frame.minX + margin]
        let ys = [frame.minY + margin, frame.maxY - margin - legend.height]
        let middle = (x: (xs[0] + xs[1]) / 2, y: (ys[0] + ys[1]) / 2)
        let corners = [(xs[0], ys[0]), (xs[1], ys[1]), (xs[1], ys[0]), (xs[0], ys[1])]
        let sides = [(xs[0], middle.y), (xs[1], middle.y), (middle.x, ys[0]), (middle.x, ys[1])]
        for (x, y) in isCorner ? corners : sides {
          let box = Rectangle(x: x, y: y, width: legend.width, height: legend.height)
            .expanded(by: Spacing.clear)
          if content.isFree(box), !labels.contains(where: box.overlaps) {
            result.legend = PlacedLegend(layout: legend, origin: Point(x: x, y: y))
            return result
          }
        }
      }
      return nil
    }

    /// A legend in the place of a panel that would complete the last row.
    func withLegendInEmptyCell() -> FigureArrangement? {
      var result = arrangement(layout(FigureLayout.Reserve()))
      guard figure.legend == .automatic, let cell = result.layout.emptyCell else { return nil }
      let entries =
        LegendEntry.series(of: figure) + result.placeReferenceLabels(figure, ruler: ruler)
      let legend = LegendLayout(
        entries, font: font, ruler: ruler, width: cell.width, isColumn: true)
      let isWhole = zip(legend.items, entries).allSatisfy { $0.text == $1.name }
      guard isWhole, legend.height <= cell.height else { return nil }
      result.legend = PlacedLegend(layout: legend, origin: Point(x: cell.minX, y: cell.minY))
      return result
    }

    /// A legend right of the panels, unless its names are too long or too many.
    func withLegendRight() -> FigureArrangement? {
      guard figure.legend == .right else { return nil }
      let result = withLegend(width: 0.35 * figure.canvasWidth, isColumn: true) { legend in
        FigureLayout.Reserve(side: Spacing.rightLegend + legend.width)
      } origin: { legend, layout in
        let top = layout.places.first?.frame.minY ?? Spacing.canvas
        return Point(x: layout.width - Spacing.canvas - legend.width, y: top)
      }
      guard let legend = result.legend else { return result }
      let isWhole = legend.layout.items.allSatisfy { $0.text == $0.entry.name }
      let bottom = legend.origin.y + legend.layout.height
      return isWhole && bottom <= result.layout.height - Spacing.canvas ? result : nil
    }

    /// A legend below the panels, in their middle as far as the canvas allows: always possible.
    func withLegendBelow() -> FigureArrangement {
      let width = figure.canvasWidth - 2 * Spacing.canvas
      return withLegend(width: width, isColumn: false) { legend in
        FigureLayout.Reserve(footer: legend.height)
      } origin: { legend, layout in
        let left = layout.places.map(\.frame.minX).min() ?? 0
        let right = layout.places.map(\.frame.maxX).max() ?? layout.width
        let last = layout.width - Spacing.canvas - legend.width
        let x = max(Spacing.canvas, min(last, (left + right - legend.width) / 2))
        return Point(x: x, y: layout.footer)
      }
    }

    /// A legend outside the panels, with the reference lines whose labels have no room in them.
    private func withLegend(
      width: Double, isColumn: Bool, reserve: (LegendLayout) -> FigureLayout.Reserve,
      origin: (LegendLayout, FigureLayout) -> Point
    ) -> FigureArrangement {
      let entries = LegendEntry.series(of: figure)
      var references: [LegendEntry] = []
      while true {
        let legend = LegendLayout(
          entries + references, font: font, ruler: ruler, width: width, isColumn: isColumn)
        var result = arrangement(layout(reserve(legend)))
        let homeless = result.placeReferenceLabels(
          figure, ruler: ruler, except: Set(references.map(\.name)))
        if !homeless.isEmpty {
          references += homeless
          continue
        }
        if !legend.items.isEmpty {
          result.legend = PlacedLegend(layout: legend, origin: origin(legend, result.layout))
        }
        return result
      }
    }
  }
}
