/// Effects with their intervals below each other, beside the line of no effect.
public struct ForestPlot: FigureKind {
  /// One effect.
  public struct Effect: Sendable, Hashable {
    /// What is compared.
    public var name: String
    /// The estimate; one that is no finite number is not marked.
    public var estimate: Double
    /// The interval's lower end; an end without a place on the axis is an arrow, NaN none at all.
    public var lower: Double
    /// The interval's upper end, likewise.
    public var upper: Double
    /// What stands right of it, for instance the numbers.
    public var text: String?
    /// Its look; the style's ink without one.
    public var style: SeriesStyle?

    /// Makes an effect.
    public init(
      _ name: String, estimate: Double, lower: Double, upper: Double, text: String? = nil,
      style: SeriesStyle? = nil
    ) {
      self.name = name
      self.estimate = estimate
      self.lower = lower
      self.upper = upper
      self.text = text
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The effects, from top to bottom.
  public var effects: [Effect]
  /// What stands over the effects' texts; nil for nothing.
  public var textHeading: String?
  /// The value of no effect: 1 for ratios, 0 for differences.
  public var neutral: Double
  /// The horizontal axis.
  public var x: Axis

  /// Makes a forest plot.
  public init(
    _ effects: [Effect], neutral: Double = 1, textHeading: String? = nil,
    title: String? = nil, x: Axis = Axis("ratio", scale: .logarithmic)
  ) {
    self.title = title
    self.effects = effects
    self.textHeading = textHeading
    self.neutral = neutral
    self.x = x
  }

  /// What is drawn.
  public var panel: Panel {
    var x = x
    let reach = ForestReach(effects, neutral: neutral, scale: x.scale)
    x.including += reach.including + [neutral]
    if x.lower == nil { x.lower = reach.lower }
    if x.upper == nil { x.upper = reach.upper }
    var marks: [Mark] = [.reference(ReferenceMark(.vertical, at: neutral))]
    for (index, effect) in effects.enumerated() {
      let row = Double(index)
      let style = effect.style ?? SeriesStyle(colorIndex: 0, isInk: true)
      marks.append(
        .segments(
          SegmentMark(
            [.init(x: (effect.lower, effect.upper), y: (row, row))], pen: .series(style),
            width: 1.2, cap: 4)))
      var square = style
      square.marker = .square
      marks.append(
        .points(
          PointMark(
            x: [reach.hasPlace(effect.estimate) ? effect.estimate : .nan], y: [row], style: square,
            size: 1.35)))
    }
    var texts = effects.enumerated().compactMap { index, effect in
      effect.text.map { Axis.Name($0, at: Double(index)) }
    }
    var y = Axis.categories(effects.map(\.name), isReversed: true)
    var rows = Double(max(2, effects.count))
    if let textHeading, !texts.isEmpty {
      texts.append(Axis.Name(textHeading, at: -1))
      y.lower = -1.5
      rows += 1
    }
    return Panel(
      title: title, x: x, y: y, rightNames: texts, marks: marks, shape: .lines(1.6 * rows))
  }
}
