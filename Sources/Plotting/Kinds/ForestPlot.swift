/// Effects with their intervals below each other, beside the line of no effect.
public struct ForestPlot: FigureKind {
  /// One effect.
  public struct Effect: Sendable, Hashable {
    /// What is compared.
    public var name: String
    /// The estimate.
    public var estimate: Double
    /// The interval's lower end.
    public var lower: Double
    /// The interval's upper end.
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
  /// The value of no effect: 1 for ratios, 0 for differences.
  public var neutral: Double
  /// The horizontal axis.
  public var x: Axis

  /// Makes a forest plot.
  public init(
    _ effects: [Effect], neutral: Double = 1, title: String? = nil,
    x: Axis = Axis("ratio", scale: .logarithmic)
  ) {
    self.title = title
    self.effects = effects
    self.neutral = neutral
    self.x = x
  }

  /// What is drawn.
  public var panel: Panel {
    var x = x
    x.including.append(neutral)
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
        .points(PointMark(x: [effect.estimate], y: [row], style: square, size: 1.35)))
    }
    let texts = effects.enumerated().compactMap { index, effect in
      effect.text.map { Axis.Name($0, at: Double(index)) }
    }
    return Panel(
      title: title, x: x, y: .categories(effects.map(\.name), isReversed: true),
      rightNames: texts, marks: marks, shape: .lines(1.6 * Double(max(2, effects.count))))
  }
}
