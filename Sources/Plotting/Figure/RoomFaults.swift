import Kernels

extension Figure {
  /// Axes inside a panel may stand so close that some have no room for their numbers.
  func innerAxesFault(_ data: [PanelData], _ ruler: TextRuler) -> FigureFault? {
    var figure = self
    func isRoomy(_ width: Double) -> Bool {
      figure.width = width
      let layout = FigureLayout(figure, data: data, ruler: ruler, reserve: .init())
      return !layout.places.contains { $0.inner.isThinned }
    }
    let given = canvasWidth / 72
    guard !isRoomy(given) else { return nil }
    let count = data.map { $0.innerAxes.count(where: { !$0.axis.isHidden }) }.max() ?? 0
    // Tenths of an inch; the room for numbers grows with the width.
    var (least, most) = (Int(given * 10), Int(FigureLook.widths.upper * 10))
    guard isRoomy(FigureLook.widths.upper) else {
      return FigureFault(
        subject: .key("values"),
        message: "\(count) axes side by side have no room for their numbers",
        help: "show fewer of them, in several figures")
    }
    while least + 1 < most {
      let middle = (least + most) / 2
      if isRoomy(Double(middle) / 10) { most = middle } else { least = middle }
    }
    return FigureFault(
      subject: .key("values"),
      message: "\(count) axes side by side have no room for their numbers in "
        + "\(NumberText.significant(given, 3)) inches",
      help: "show fewer of them, in several figures, or give a 'width' of at least "
        + "\(most / 10).\(most % 10) inches")
  }

  /// A legend may be too large for the corner that was asked for, or hide texts of the panel there.
  func legendFault(_ data: [PanelData], _ ruler: TextRuler) -> FigureFault? {
    guard legend.corner != nil else { return nil }
    let builder = FigureArrangement.Builder(
      figure: self, data: data, ruler: ruler, resolution: 72)
    guard builder.withLegendInCorner() == nil else { return nil }
    return FigureFault(
      subject: .key("legend"),
      message: "the legend has no room in the \(legend.rawValue.replacing("_", with: " ")) corner",
      help: "give \"below\", or a greater 'width' or 'height', or show fewer optimizers")
  }
}
