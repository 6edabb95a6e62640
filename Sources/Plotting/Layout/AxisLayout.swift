/// An axis of a given length: its ticks, and the room it takes outside the panel.
struct AxisLayout {
  /// Which way an axis runs.
  enum Orientation {
    case horizontal
    case vertical
  }

  let orientation: Orientation
  let ticks: TickSet
  /// What it measures, and what its numbers have in common.
  let label: AxisLabel
  /// Whether numbers are written at the ticks.
  let hasTickLabels: Bool
  /// Names in the place of numbers.
  let names: NameLayout?
  /// From the panel to the names.
  let nameDistance: Double
  /// Whether nothing of it is drawn.
  let isHidden: Bool
  /// Whether a line is drawn along it.
  let hasLine: Bool
  /// Whether a horizontal axis stands above its panel.
  let isOnTop: Bool
  /// How far ticks and their labels reach away from the panel.
  let tickDepth: Double
  /// How far everything reaches away from the panel.
  let depth: Double
  /// How far tick labels reach beyond the start of the axis.
  let overhangAtStart: Double
  /// How far tick labels reach beyond the end of the axis.
  let overhangAtEnd: Double

  /// - Parameters:
  ///   - length: the length of the axis in points.
  ///   - labelOverhang: how far the axis label may reach beyond either end of the axis.
  ///   - nameRoom: how far names may reach away from the panel.
  ///   - numberRoom: how far numbers of a vertical axis may reach away from their ticks, if others
  ///     can be had.
  ///   - clearance: the least distance of names from the panel.
  ///   - asked: the ticks of an axis with the same scale and length, taken over if at least two of
  ///   them
  ///     have labels.
  init(
    _ axis: Axis, scale: Scale, orientation: Orientation, length: Double, style: FigureStyle,
    ruler: TextRuler, hasTickLabels: Bool = true, hasLabel: Bool = true,
    labelOverhang: Double = 0, nameRoom: Double = 66, numberRoom: Double = .infinity,
    clearance: Double = 0, asking asked: TickSet? = nil
  ) {
    self.orientation = orientation
    let hasNumbers = hasTickLabels && !axis.isHidden
    self.hasTickLabels = hasNumbers
    isHidden = axis.isHidden
    hasLine = axis.hasLine && !axis.isHidden
    isOnTop = axis.isOnTop
    let text = hasLabel && !axis.isHidden ? axis.label : nil
    let label = { (note: [TickLabel]) in
      AxisLabel(
        text, note: hasNumbers ? note : [], width: length + 2 * labelOverhang,
        font: style.labelFont, ruler: ruler)
    }
    let usual = Spacing.tickLabel + (orientation == .horizontal ? Spacing.majorTick : 1)
    nameDistance = max(usual, clearance)
    if let list = axis.names {
      ticks = TickSet(major: [])
      self.label = label([])
      let layout = NameLayout(
        hasNumbers ? list : [], scale: scale, orientation: orientation, length: length,
        depth: nameRoom, font: style.tickFont, ruler: ruler)
      names = layout
      overhangAtStart = layout.overhangAtStart
      overhangAtEnd = layout.overhangAtEnd
      tickDepth = layout.depth > 0 ? nameDistance + layout.depth : 0
      depth = tickDepth + self.label.depth
      return
    }
    names = nil
    let font = style.tickFont
    let isAsked = (asked?.major.count { $0.label != nil } ?? 0) > 1
    let choice = TickChoice(
      axis: axis, scale: scale, orientation: orientation, length: length, font: font,
      ruler: ruler, noteFont: style.labelFont, numberRoom: numberRoom)
    var ticks = (isAsked ? asked : nil) ?? choice.best
    // So many minor ticks would look like a thick line.
    if length < 1.5 * Double(ticks.minor.count) { ticks.minor = [] }
    self.ticks = ticks
    self.label = label(ticks.note)

    let labels = ticks.major.compactMap { tick in tick.label.map { (tick.position, $0) } }
    var across = 0.0
    var start = 0.0
    var end = 0.0
    if hasNumbers {
      for (position, label) in labels {
        let extents = ruler.extents(label, font)
        across = max(across, orientation == .horizontal ? extents.height : extents.width)
        let half = (orientation == .horizontal ? extents.width : extents.height) / 2 + 0.5
        start = max(start, half - position * length)
        end = max(end, half - (1 - position) * length)
      }
    }
    overhangAtStart = start
    overhangAtEnd = end
    let tickLabels = across > 0 ? Spacing.tickLabel + across : 0
    tickDepth = isHidden ? 0 : Spacing.majorTick + tickLabels
    depth = tickDepth + self.label.depth
  }
}
