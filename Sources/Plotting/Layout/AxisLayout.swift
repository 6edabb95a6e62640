/// An axis of a given length: its ticks, and the room it takes outside the panel.
struct AxisLayout {
  /// Which way an axis runs.
  enum Orientation {
    case horizontal
    case vertical
  }

  let orientation: Orientation
  let ticks: TickSet
  /// The axis label's lines.
  let labelLines: [String]
  /// Whether numbers are written at the ticks.
  let hasTickLabels: Bool
  /// Names in the place of numbers.
  let names: NameLayout?
  /// Where the axis is broken above its floor, a share of its length; nil where it is not.
  let breakPlace: Double?
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
    self.hasTickLabels = hasTickLabels && !axis.isHidden
    breakPlace = axis.names == nil && !axis.isHidden ? scale.breakPlace : nil
    isHidden = axis.isHidden
    hasLine = axis.hasLine && !axis.isHidden
    isOnTop = axis.isOnTop
    labelLines =
      hasLabel && !axis.isHidden
      ? axis.label.map {
        ruler.lines($0, style.labelFont, width: length + 2 * labelOverhang)
      } ?? [] : []
    var labelDepth = 0.0
    if !labelLines.isEmpty {
      labelDepth =
        Spacing.axisLabel + Double(labelLines.count) * ruler.lineHeight(style.labelFont)
    }
    let usual = Spacing.tickLabel + (orientation == .horizontal ? Spacing.majorTick : 1)
    nameDistance = max(usual, clearance)
    if let list = axis.names {
      ticks = TickSet(major: [])
      let layout = NameLayout(
        self.hasTickLabels ? list : [], scale: scale, orientation: orientation, length: length,
        depth: nameRoom, font: style.tickFont, ruler: ruler)
      names = layout
      overhangAtStart = layout.overhangAtStart
      overhangAtEnd = layout.overhangAtEnd
      tickDepth = layout.depth > 0 ? nameDistance + layout.depth : 0
      depth = tickDepth + labelDepth
      return
    }
    names = nil
    let font = style.tickFont
    let height = ruler.lineHeight(font)
    let room = orientation == .horizontal ? 6.5 * font.size : 3.4 * font.size
    let wished = Int(max(3, min(8, length / room + 1)))
    let candidates =
      GivenTicks(scale: scale, places: axis.places).candidates
      + {
        switch axis.scale {
        case .linear: LinearTicks(scale: scale, isWhole: axis.isWhole).candidates(wished: wished)
        case .logarithmic: LogarithmicTicks(scale: scale).candidates(wished: wished)
        }
      }()
    func extent(_ label: TickLabel) -> Double {
      orientation == .horizontal ? ruler.extents(label, font).width : height
    }
    let gap = orientation == .horizontal ? 0.6 * font.size : 0.15 * font.size
    let narrow = candidates.filter { candidate in
      candidate.major.allSatisfy { tick in
        tick.label.map { ruler.extents($0, font).width <= numberRoom } ?? true
      }
    }
    let offered = orientation == .vertical && !narrow.isEmpty ? narrow : candidates
    let inOrder = (axis.isReversed ? offered.map(\.reversed) : offered).map {
      $0.withFloor(of: scale)
    }
    let isAsked = (asked?.major.count { $0.label != nil } ?? 0) > 1
    let found = isAsked ? asked : nil
    var ticks = found ?? Self.spaced(inOrder, length: length, gap: gap, extent: extent)
    // So many minor ticks would look like a thick line.
    if length < 1.5 * Double(ticks.minor.count) { ticks.minor = [] }
    self.ticks = ticks

    let labels = ticks.major.compactMap { tick in tick.label.map { (tick.position, $0) } }
    var across = 0.0
    var start = 0.0
    var end = 0.0
    if self.hasTickLabels {
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
    depth = tickDepth + labelDepth
  }

  /// The densest candidate whose labels stay apart; if none does, the sparsest with the labels
  /// that do.
  private static func spaced(
    _ candidates: [TickSet], length: Double, gap: Double, extent: (TickLabel) -> Double
  ) -> TickSet {
    func isApart(_ first: Tick, _ second: Tick) -> Bool {
      guard let one = first.label, let other = second.label else { return true }
      let distance = (second.position - first.position) * length
      return distance >= (extent(one) + extent(other)) / 2 + gap
    }
    for candidate in candidates
    where zip(candidate.major, candidate.major.dropFirst()).allSatisfy(isApart) {
      return candidate
    }
    guard var sparsest = candidates.last else { return TickSet(major: []) }
    guard let first = sparsest.major.first, let last = sparsest.major.last else { return sparsest }
    let isPair = sparsest.major.count > 1 && isApart(first, last)
    let end = sparsest.major.count - 1
    for index in sparsest.major.indices.dropFirst() where !(isPair && index == end) {
      sparsest.major[index].label = nil
    }
    return sparsest
  }
}
