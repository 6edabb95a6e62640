import Plotting

/// Figures with whatever could break a layout, the same for the same seed.
package struct RandomFigures {
  private var state: UInt64
  /// What texts say.
  package var words = [
    "Adam", "Nadam (pytorch)", "학습 곡선", "منحنى الخسارة", "validation loss of the model",
    "Pneumonoultramicroscopicsilicovolcanoconiosis", "<b>&amp;</b>", "x\u{0}y", "🎉🎉", "",
    "a very long name of an optimizer that nobody would choose but somebody will", "\u{202E}abc",
    "two\nlines", "ε",
  ]

  /// The figures of a seed.
  package init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  /// A number from 0 to 1 (SplitMix64).
  package mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }

  package mutating func below(_ bound: Int) -> Int {
    min(bound - 1, Int(uniform() * Double(bound)))
  }

  package mutating func text() -> String { words[below(words.count)] }

  package mutating func values(_ count: Int) -> [Double] {
    let kind = below(8)
    let center = (uniform() - 0.5) * 600
    let power = Double("1e\(Int(center))") ?? 1
    return (0..<count).map { index in
      let u = uniform()
      switch kind {
      case 0: return 3.5
      case 1: return .nan
      case 2: return u < 0.2 ? .nan : u * power
      case 3: return (u - 0.5) * power
      case 4: return Double("1e\(Int((u - 0.5) * 600))") ?? 1
      case 5: return u < 0.1 ? .infinity : (u < 0.2 ? 0 : u)
      case 6: return 1e6 + 1e-3 * u
      default: return 28_000 / (1 + Double(index)) + 2_800 * (1 + 0.05 * u)
      }
    }
  }

  package mutating func axis() -> Axis {
    Axis(
      uniform() < 0.8 ? text() : nil, scale: uniform() < 0.5 ? .linear : .logarithmic,
      lower: uniform() < 0.1 ? (uniform() - 0.5) * 10 : nil,
      upper: uniform() < 0.1 ? uniform() * 10 : nil, isWhole: uniform() < 0.3)
  }

  /// Any number at all.
  private mutating func wildNumber() -> Double {
    switch below(8) {
    case 0: .nan
    case 1: .infinity
    case 2: .greatestFiniteMagnitude
    case 3: .leastNonzeroMagnitude
    case 4: uniform()
    case 5: -(Double("1e\(below(600) - 300)") ?? 1)
    default: Double(sign: .plus, exponent: below(2000) - 1000, significand: 1 + uniform())
    }
  }

  private mutating func wildAxis() -> Axis {
    var axis = axis()
    let lower = wildNumber()
    axis.lower = uniform() < 0.7 ? lower : nil
    switch below(4) {
    case 0: axis.upper = nil
    case 1: axis.upper = lower.nextUp
    case 2: axis.upper = lower * (1 + 1e-10 * (1 + uniform()))
    default: axis.upper = wildNumber()
    }
    axis.isReversed = uniform() < 0.2
    return axis
  }

  /// The next figure whose axes have any limits at all.
  package mutating func nextWithWildLimits() -> Figure {
    let numbers = (0..<below(6)).map { _ in (wildNumber(), wildNumber()) }
    let (x, y) = (numbers.map(\.0), numbers.map(\.1))
    let panels = (0..<1 + below(3)).map { _ -> Panel in
      let marks: [Mark] = [
        .line(LineMark(text(), x: x, y: y, style: SeriesStyle(index: 0))),
        .band(BandMark(x: x, lower: y, upper: y.reversed(), style: SeriesStyle(index: 1))),
        .points(PointMark(text(), x: y, y: x, style: SeriesStyle(index: 2))),
        .reference(ReferenceMark(.horizontal, at: wildNumber(), label: text())),
      ]
      return Panel(title: text(), x: wildAxis(), y: wildAxis(), marks: marks)
    }
    let shares = (uniform() < 0.3, uniform() < 0.3)
    return Figure(
      id: "wild", panels: panels, sharesX: shares.0, sharesY: shares.1,
      width: 2 + uniform() * 18)
  }

  private mutating func panel() -> Panel {
    var marks: [Mark] = []
    let series = 1 + below(12)
    let counts = [0, 1, 2, 30, 200]
    for index in 0..<series {
      let style = SeriesStyle(index: index)
      let count = counts[below(counts.count)]
      let x = uniform() < 0.7 ? (0..<count).map(Double.init) : values(count)
      let y = values(count)
      if uniform() < 0.3 {
        marks.append(
          .band(BandMark(x: x, lower: y.map { $0 * 0.9 }, upper: y.map { $0 * 1.1 }, style: style)))
      }
      let name = uniform() < 0.9 ? text() : nil
      if uniform() < 0.15 {
        marks.append(.points(PointMark(name, x: x, y: y, style: style)))
      } else {
        marks.append(.line(LineMark(name, x: x, y: y, style: style, isFaint: uniform() < 0.1)))
      }
    }
    for _ in 0..<below(3) {
      marks.append(
        .reference(
          ReferenceMark(uniform() < 0.5 ? .horizontal : .vertical, at: uniform(), label: text())))
    }
    return Panel(title: uniform() < 0.6 ? text() : nil, x: axis(), y: axis(), marks: marks)
  }

  /// The next figure.
  package mutating func next() -> Figure {
    let presets = FigureStyle.presets
    var style = presets[below(presets.count)]
    style.width = 2 + uniform() * 10
    let policies: [LegendPolicy] = [.automatic, .automatic, .inside, .right, .below, .none]
    var panels = (0..<(1 + below(4))).map { _ in panel() }
    let common = (x: uniform() < 0.3 ? text() : nil, y: uniform() < 0.3 ? text() : nil)
    for index in panels.indices {
      if let label = common.x { panels[index].x.label = label }
      if let label = common.y { panels[index].y.label = label }
      if uniform() < 0.3 { panels[index].yGroup = below(2) }
    }
    return Figure(
      id: "random", title: uniform() < 0.3 ? text() : nil, panels: panels,
      columns: uniform() < 0.5 ? nil : 1 + below(4), sharesX: uniform() < 0.2,
      sharesY: uniform() < 0.2, legend: policies[below(policies.count)], style: style,
      height: uniform() < 0.2 ? 1 + 6 * uniform() : nil)
  }
}
