/// A panel of a given size with everything that protrudes from it.
struct PanelPart {
  /// What a neighbour with the same axis shows already.
  struct Repeats {
    var xTicks = false
    var xLabel = false
    var yTicks = false
    var yLabel = false
  }

  private let x: AxisLayout
  private let y: AxisLayout
  private let titleLines: [String]
  private let rightNames: NameLayout?
  private let colorBar: AxisLayout?
  private let secondX: AxisLayout?
  private let inner: InnerAxes
  private let railHeight: Double
  private let railGap: Double
  private let railLabel: String
  private let lengthBar: FigureLayout.LengthBarPlace?
  /// How far above the panel its heading begins.
  let headingLift: Double
  /// The height of the heading with its distance; 0 without one.
  let headingDepth: Double
  private let letter: String?
  private let endNotes: EndNotes

  /// The room that it needs around its rectangle.
  let left: Double
  let right: Double
  let above: Double
  let below: Double

  init(
    _ panel: Panel, data: PanelData, width: Double, height: Double, nameRoom: Double,
    hasBarLabel: Bool, repeats: Repeats, letter: String?, style: FigureStyle, ruler: TextRuler
  ) {
    let titleLines =
      panel.title.map { ruler.lines($0, style.panelTitleFont, width: width) } ?? []
    let title = Double(titleLines.count) * ruler.lineHeight(style.panelTitleFont)
    let inner = InnerAxes(
      data.innerAxes, x: data.x, width: width, height: height, style: style, ruler: ruler)
    self.inner = inner
    let rightNames =
      panel.rightNames.isEmpty
      ? nil
      : NameLayout(
        panel.rightNames, scale: data.y, orientation: .vertical, length: height, depth: nameRoom,
        font: style.tickFont, ruler: ruler)
    self.rightNames = rightNames
    let colorBar = panel.colorBar.map { bar in
      AxisLayout(
        bar.axis, scale: data.colorScale, orientation: .vertical, length: height, style: style,
        ruler: ruler, hasLabel: hasBarLabel, nameRoom: nameRoom)
    }
    self.colorBar = colorBar
    // What hangs over the bottom inside the panel and right of it, where names below may reach.
    let outside = max(rightNames?.overhangAtStart ?? 0, colorBar?.overhangAtStart ?? 0)
    let clearance = max(inner.overhangAtStart, outside) + 1
    func horizontal(labelOverhang: Double) -> AxisLayout {
      AxisLayout(
        panel.x, scale: data.x, orientation: .horizontal, length: width, style: style,
        ruler: ruler, hasTickLabels: !repeats.xTicks, hasLabel: !repeats.xLabel,
        labelOverhang: labelOverhang, nameRoom: max(66, 1.4 * nameRoom, 0.6 * height),
        clearance: clearance)
    }
    let x = horizontal(labelOverhang: 0)
    let second = panel.secondX.map { second in
      AxisLayout(
        Axis(second.label, scale: data.x.kind, isWhole: second.isWhole, isOnTop: true),
        scale: data.x.multiplied(by: second.factor), orientation: .horizontal, length: width,
        style: style, ruler: ruler)
    }
    secondX = second
    func y(labelOverhang: Double) -> AxisLayout {
      AxisLayout(
        panel.y, scale: data.y, orientation: .vertical, length: height, style: style,
        ruler: ruler, hasTickLabels: !repeats.yTicks, hasLabel: !repeats.yLabel,
        labelOverhang: labelOverhang, nameRoom: nameRoom,
        asking: panel.isSquare && !repeats.xTicks ? x.ticks : nil)
    }
    // Beside heading and tick labels of the x axis there is room for a long y label.
    let isPlain = letter == nil && panel.rail == nil && !x.isOnTop && second == nil
    let beside = y(
      labelOverhang: isPlain ? min(title > 0 ? title + Spacing.heading : 0, x.tickDepth) : 0)
    self.y = x.overhangAtStart <= beside.tickDepth ? beside : y(labelOverhang: 0)
    self.titleLines = titleLines
    self.letter = letter
    let railLine = ruler.lineHeight(style.tickFont)
    railHeight = panel.rail.map { max(railLine, Double($0.lineCount) * style.railRow + 2) } ?? 0
    railLabel = panel.rail.map { ruler.shortened($0.label, style.tickFont, width: nameRoom) } ?? ""

    let railWidth = ruler.extents(railLabel, style.tickFont).width
    let letterExtents = letter.map { ruler.extents($0, style.letterFont) }
    let markers = data.markerOverhang(width: width, height: height, style: style)
    lengthBar = panel.lengthBar.map { bar in
      FigureLayout.LengthBarPlace(
        bar, scale: data.x, font: style.tickFont, room: nameRoom, ruler: ruler)
    }
    left = max(
      self.y.depth, lengthBar.map { $0.nameWidth + Spacing.tickLabel } ?? 0, x.overhangAtStart,
      second?.overhangAtStart ?? 0, inner.left,
      railLabel.isEmpty ? 0 : railWidth + Spacing.tickLabel,
      letterExtents.map { $0.width + Spacing.letter } ?? 0, markers.left)
    let barDistance = panel.colorBar?.distance ?? 0
    let bar = colorBar.map { barDistance + Spacing.colorBarWidth + $0.depth } ?? 0
    let names = rightNames.map { Spacing.rightNames + $0.depth } ?? 0
    endNotes = EndNotes(data.curves, height: height, font: style.tickFont, ruler: ruler)
    let notes = endNotes.items.isEmpty ? 0 : Spacing.lineEnd + endNotes.width
    right = max(x.overhangAtEnd, second?.overhangAtEnd ?? 0, bar, names, markers.right, notes)

    // Rail label and letter stand left of the panel, where tick labels may reach above it.
    let ticksTop = max(self.y.overhangAtEnd, inner.overhangAtEnd)
    // Half a line is how far a tick label can reach: so the rails of neighbouring panels are level.
    railGap = max(Spacing.rail, railLine / 2 + 1, ticksTop + 1, second?.depth ?? 0)
    let underneath = max(
      self.y.overhangAtStart, colorBar?.overhangAtStart ?? 0, rightNames?.overhangAtStart ?? 0,
      inner.overhangAtStart)
    // A long x label need not be wrapped: beyond tick labels there is room for it left and right.
    let isWrapped = x.label.lines.count > 1 && x.tickDepth > max(underneath, ticksTop)
    self.x = isWrapped ? horizontal(labelOverhang: min(left, right)) : x
    let topDepth = x.isOnTop ? self.x.depth : 0
    let railTop = railHeight > 0 ? railGap + railHeight : second?.depth ?? 0
    let overhang = letter == nil && inner.members.isEmpty ? 0 : ticksTop + 1 - Spacing.heading
    headingLift = max(topDepth + railTop + (lengthBar?.height ?? 0), overhang)
    let heading = max(title, letterExtents?.height ?? 0)
    let colorOverhang = max(colorBar?.overhangAtEnd ?? 0, rightNames?.overhangAtEnd ?? 0)
    headingDepth = heading > 0 ? Spacing.heading + heading : 0
    above = max(ticksTop, colorOverhang, headingLift + headingDepth, markers.above)
    below = max(x.isOnTop ? 0 : self.x.depth, underneath, markers.below)
  }

  /// The panel at `frame`, whose column begins at `left`.
  func place(frame: Rectangle, left: Double, headingLift: Double) -> FigureLayout.PanelPlace {
    FigureLayout.PanelPlace(
      frame: frame, x: x, y: y, titleLines: titleLines, rightNames: rightNames,
      colorBar: colorBar, secondX: secondX, lengthBar: lengthBar, inner: inner,
      railHeight: railHeight, railGap: railGap, railLabel: railLabel, headingLift: headingLift,
      letter: letter.map { ($0, left) }, endNotes: endNotes)
  }
}

extension FigureStyle {
  /// The height of a rail's row.
  var railRow: Double { 5 * lineWidth + 1.5 }
}
