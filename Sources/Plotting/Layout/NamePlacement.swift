extension FigureArrangement {
  /// Tries the places for names in turn.
  struct Builder {
    let figure: Figure
    let data: [PanelData]
    let ruler: TextRuler
    let resolution: Double

    private var font: Font { figure.style.labelFont }

    private func layout(_ reserve: FigureLayout.Reserve) -> FigureLayout {
      FigureLayout(figure, data: data, ruler: ruler, reserve: reserve)
    }

    private func arrangement(_ layout: FigureLayout) -> FigureArrangement {
      let contents = zip(data, layout.places).map { data, place in
        PanelContent(
          data, place: place, style: figure.style, ruler: ruler, resolution: resolution)
      }
      return FigureArrangement(layout: layout, contents: contents)
    }

    /// Names right of the last panel's lines, if it holds all names and its lines end at its right
    /// border, far enough apart.
    func withLineEnds() -> FigureArrangement? {
      let entries = LegendEntry.series(of: figure)
      guard figure.legend == .automatic, (1...5).contains(entries.count) else { return nil }
      let isAllLines = entries.allSatisfy { if case .line = $0.sample { true } else { false } }
      guard isAllLines, let last = data.last, let panel = figure.panels.last else { return nil }
      guard panel.colorBar == nil, panel.rightNames.isEmpty else { return nil }
      let curves = entries.compactMap { entry in
        last.curves.last { $0.mark.name == entry.name && !$0.mark.isFaint }
      }
      guard curves.count == entries.count else { return nil }
      let widest = entries.map { ruler.extents($0.name, font).width }.max() ?? 0
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
      guard layout.isOneRow, let frame = layout.places.last?.frame else { return nil }
      let heights = ends.map { frame.maxY - $0.1 * frame.height }
      let sorted = heights.sorted()
      guard zip(sorted, sorted.dropFirst()).allSatisfy({ $1 - $0 >= gap }) else { return nil }
      var result = arrangement(layout)
      guard result.placeReferenceLabels(figure, ruler: ruler).isEmpty else { return nil }
      result.lineEnds = zip(curves, heights).map { curve, height in
        LineEnd(
          text: curve.mark.name ?? "", style: curve.mark.style, panel: data.count - 1, y: height)
      }
      return result
    }

    /// A legend in a corner of a panel where no data is drawn.
    func withLegendInside() -> FigureArrangement? {
      var result = arrangement(layout(FigureLayout.Reserve()))
      let homeless = result.placeReferenceLabels(figure, ruler: ruler)
      let entries = LegendEntry.series(of: figure) + homeless
      if figure.legend == .none || entries.isEmpty { return result }
      guard figure.legend != .below else { return nil }
      let labels = result.referenceBoxes(ruler, font: figure.style.tickFont)
      for content in result.contents {
        let frame = content.frame
        let legend = LegendLayout(
          entries, font: font, ruler: ruler, width: 0.6 * frame.width, isColumn: true)
        let isWhole = zip(legend.items, entries).allSatisfy { $0.text == $1.name }
        guard isWhole, legend.height <= 0.6 * frame.height else { continue }
        let margin = Spacing.clear + 2
        let xs = [frame.maxX - margin - legend.width, frame.minX + margin]
        let ys = [frame.minY + margin, frame.maxY - margin - legend.height]
        for (x, y) in [(xs[0], ys[0]), (xs[1], ys[1]), (xs[1], ys[0]), (xs[0], ys[1])] {
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

    /// A legend below the panels: always possible.
    func withLegendBelow() -> FigureArrangement {
      var entries = LegendEntry.series(of: figure)
      var references: [LegendEntry] = []
      let width = figure.canvasWidth - 2 * Spacing.canvas
      while true {
        let legend = LegendLayout(
          entries + references, font: font, ruler: ruler, width: width, isColumn: false)
        var reserve = FigureLayout.Reserve()
        reserve.footer = legend.height
        var result = arrangement(layout(reserve))
        let homeless = result.placeReferenceLabels(
          figure, ruler: ruler, except: Set(references.map(\.name)))
        if !homeless.isEmpty {
          references += homeless
          continue
        }
        entries += references
        if !entries.isEmpty {
          let x = max(Spacing.canvas, (result.layout.width - legend.width) / 2)
          result.legend = PlacedLegend(
            layout: legend, origin: Point(x: x, y: result.layout.footer))
        }
        return result
      }
    }
  }
}
