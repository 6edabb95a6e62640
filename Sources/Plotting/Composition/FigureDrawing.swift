extension Figure {
  /// The finished picture of the figure.
  ///
  /// - Parameters:
  ///   - measuring: says how large texts are, as they will be drawn.
  ///   - resolution: the pixels per inch up to which the picture holds all detail of long curves.
  public func drawing(
    measuredBy measuring: any TextMeasuring, resolution: Double = 300
  ) -> Drawing {
    let ruler = TextRuler(measuring, texts: texts)
    let data = PanelData.all(of: self)
    let arrangement = FigureArrangement(self, data: data, ruler: ruler, resolution: resolution)
    let layout = arrangement.layout
    var painter = Painter(style: style, ruler: ruler)
    let marked = arrangement.markedNames(lineWidth: style.lineWidth)
    for index in panels.indices {
      painter.paint(
        arrangement.contents[index], panel: panels[index], place: layout.places[index],
        marked: marked)
    }
    painter.paintCommonLabels(layout.commonLabels)
    painter.paintNames(arrangement, marked: marked)
    painter.paintTitle(layout.titleLines)
    var drawing = Drawing(
      identifier: id, alternativeText: alternativeText, description: description,
      width: layout.width, height: layout.height, background: style.background,
      commands: painter.commands)
    drawing.subject = subject
    return drawing
  }
}
