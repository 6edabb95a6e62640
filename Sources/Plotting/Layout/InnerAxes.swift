/// Vertical axes side by side inside a panel: where the numbers of each stand.
///
/// Where the numbers of all axes have room left of their ticks, they stand there. Where those of one
/// have not, every axis has its two end values instead, outside its ends, where no curve runs;
/// turned where they would touch.
struct InnerAxes {
  /// One axis at the share `position` of the panel's width.
  struct Member {
    let position: Double
    let layout: AxisLayout
    let isHidden: Bool
    /// What stands below and above the axis; nil for nothing.
    var below: TickLabel?
    var above: [TickLabel] = []
  }

  private(set) var members: [Member] = []
  /// Whether numbers stand at the ends only.
  private(set) var hasEndNumbers = false
  /// Whether what stands outside the ends reads upwards.
  private(set) var isTurned = false
  /// Whether some axes are without numbers because they stand closer than lines of text can.
  private(set) var isThinned = false
  /// How far it reaches below and above the axes.
  private(set) var depthBelow = 0.0
  private(set) var depthAbove = 0.0
  /// How far it reaches left of the panel.
  private(set) var left = 0.0

  /// - Parameters:
  ///   - width: the panel's width in points.
  ///   - height: its height.
  init(
    _ axes: [(axis: Axis, scale: Scale)], x: Scale, width: Double, height: Double,
    style: FigureStyle, ruler: TextRuler
  ) {
    guard !axes.isEmpty else { return }
    let step = (x.position(1) - x.position(0)) * width
    members = axes.enumerated().map { index, member in
      Member(
        position: x.position(Double(index)),
        layout: AxisLayout(
          member.axis, scale: member.scale, orientation: .vertical, length: height, style: style,
          ruler: ruler, hasLabel: false, nameRoom: 0.5 * width / Double(axes.count),
          numberRoom: Spacing.innerShare * step - Spacing.majorTick - Spacing.tickLabel),
        isHidden: member.axis.isHidden)
    }
    let font = style.tickFont
    let visible = members.enumerated().filter { !$0.element.isHidden }
    hasEndNumbers = visible.contains { index, member in
      let layout = member.layout
      let isTooWide = index > 0 && layout.tickDepth > 0.95 * step
      let isBare = layout.names == nil && layout.ticks.labelled.count < 2
      return isTooWide || isBare || ruler.width(layout.ticks.note, font) > step - 3
    }
    for (index, _) in visible {
      members[index].above = members[index].layout.ticks.note
      guard hasEndNumbers else { continue }
      let ends = Self.ends(axes[index].axis, axes[index].scale)
      members[index].below = ends.lower
      members[index].above = [ends.upper]
    }
    measure(step: step, width: width, font: font, ruler: ruler)
  }

  /// What stands at the start and at the end of an axis: its names there, or its numbers.
  private static func ends(_ axis: Axis, _ scale: Scale) -> (lower: TickLabel, upper: TickLabel) {
    func name(at share: Double) -> TickLabel? {
      (axis.names ?? []).first { abs(scale.position($0.value) - share) < 1e-6 }
        .map { TickLabel(text: $0.text) }
    }
    let numbers = scale.endLabels
    let (lower, upper) =
      axis.isReversed ? (numbers.upper, numbers.lower) : (numbers.lower, numbers.upper)
    return (name(at: 0) ?? lower, name(at: 1) ?? upper)
  }

  private mutating func measure(step: Double, width: Double, font: Font, ruler: TextRuler) {
    let gap = Spacing.tickLabel
    let lines = members.map { member in
      max(
        member.below.map { ruler.extents($0, font).width } ?? 0, ruler.width(member.above, font))
    }
    let line = ruler.lineHeight(font)
    let texts = members.flatMap { [$0.below].compactMap(\.self) + $0.above }
    let ascent = texts.map { ruler.extents($0, font).ascent }.max() ?? 0
    let descent =
      texts.map { ruler.extents($0, font).height - ruler.extents($0, font).ascent }
      .max() ?? 0
    isTurned =
      hasEndNumbers
      && zip(lines, lines.dropFirst()).contains { one, next in
        (one + next) / 2 + 0.5 * font.size > step
      }
    if isTurned, step < ascent + descent + 0.5 { thinOut(step: step, line: ascent + descent + 0.5) }
    func depth(_ isThere: Bool, _ widths: [Double]) -> Double {
      guard isThere else { return 0 }
      return gap + (isTurned ? widths.max() ?? 0 : max(line, ascent + descent)) + 0.5
    }
    let below = members.compactMap(\.below)
    let above = members.map(\.above).filter { !$0.isEmpty }
    depthBelow = depth(!below.isEmpty, below.map { ruler.extents($0, font).width })
    depthAbove = depth(!above.isEmpty, above.map { ruler.width($0, font) })
    for (member, length) in zip(members, lines) {
      let half = isTurned ? (ascent + descent) / 2 : length / 2
      if member.below != nil || !member.above.isEmpty {
        left = max(left, half - member.position * width)
      }
      guard !hasEndNumbers, !member.isHidden else { continue }
      left = max(left, member.layout.tickDepth - member.position * width)
    }
  }

  /// Leaves numbers out where axes stand closer than lines of text can.
  private mutating func thinOut(step: Double, line: Double) {
    isThinned = true
    let stride = Int((line / max(step, 1e-6)).rounded(.up))
    for index in members.indices where !index.isMultiple(of: stride) {
      members[index].below = nil
      members[index].above = []
    }
  }

  /// How far ticks' numbers and what stands outside reach below the axes.
  var overhangAtStart: Double {
    // Half a line parts turned numbers from turned names.
    hasEndNumbers
      ? depthBelow + (isTurned ? 5 : 0) : members.map(\.layout.overhangAtStart).max() ?? 0
  }

  /// How far they reach above the axes.
  var overhangAtEnd: Double {
    let ticks = hasEndNumbers ? 0 : members.map(\.layout.overhangAtEnd).max() ?? 0
    return ticks + depthAbove
  }

  /// The part of the overhang above that numbers at ticks take.
  var tickOverhang: Double { overhangAtEnd - depthAbove }
}
