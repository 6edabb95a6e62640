import Plotting

extension RandomFigures {
  /// How many kinds of figures there are.
  package static let kindCount = 14

  private mutating func names(_ count: Int) -> [String] { (0..<count).map { _ in text() } }

  private mutating func count() -> Int { [0, 1, 2, 5, 12, 40][below(6)] }

  private mutating func series() -> Int { 1 + below(12) }

  private mutating func shares(_ count: Int) -> [Double] {
    (0..<count).map { _ in uniform() < 0.05 ? .nan : uniform() }
  }

  private mutating func railShares(_ count: Int) -> [Rail.Share] {
    (0..<count).map { _ in Rail.Share(below(120), of: 100) }
  }

  private mutating func number() -> Double { values(1)[0] }

  /// The next figure of a kind, from 0 to `kindCount` - 1.
  package mutating func next(ofKind kind: Int) -> Figure {
    let presets = FigureStyle.presets
    var style = presets[below(presets.count)]
    let width = 2 + uniform() * 10
    style.width = width
    let policies = LegendPolicy.allCases
    let policy = uniform() < 0.5 ? LegendPolicy.automatic : policies[below(policies.count)]
    let height = uniform() < 0.2 ? 1 + 6 * uniform() : nil
    let title = uniform() < 0.3 ? text() : nil
    let count = uniform() < 0.6 ? 1 : 1 + below(4)
    let shares = (uniform() < 0.3, uniform() < 0.3)
    func figure(_ kinds: [some FigureKind]) -> Figure {
      Figure(
        id: "kind-\(kind)", kinds, title: title, sharesX: shares.0, sharesY: shares.1,
        legend: policy, style: style, width: width, height: height)
    }
    switch kind {
    case 0: return figure((0..<count).map { _ in lossCurves() })
    case 1, 2: return figure((0..<count).map { _ in profile(isTime: kind == 1) })
    case 3: return figure((0..<count).map { _ in boxes() })
    case 4: return figure((0..<count).map { _ in sensitivity() })
    case 5, 6: return figure((0..<count).map { _ in heatMap() })
    case 7: return figure((0..<count).map { _ in contours() })
    case 8: return figure((0..<count).map { _ in parallel() })
    case 9: return figure((0..<count).map { _ in criticalDifference() })
    case 10: return figure((0..<count).map { _ in forest() })
    case 11: return figure((0..<count).map { _ in importance() })
    case 12: return figure((0..<count).map { _ in parity() })
    default: return figure((0..<count).map { _ in search() })
    }
  }

  private mutating func title() -> String? { uniform() < 0.5 ? text() : nil }

  private mutating func lossCurves() -> LossCurves {
    let curves = (0..<series()).map { index -> LossCurves.Curve in
      let count = count()
      return .init(
        text(), x: (0..<count).map(Double.init), median: values(count),
        lower: uniform() < 0.5 ? values(count) : [], upper: values(count),
        runs: (0..<below(4)).map { _ in values(count) },
        divergences: uniform() < 0.3 ? values(below(5)) : [], runCount: below(100),
        style: SeriesStyle(index: index))
    }
    return LossCurves(curves, title: title(), y: axis())
  }

  private mutating func profile(isTime: Bool) -> Profile {
    let curves = (0..<series()).map { index -> Profile.Curve in
      let count = count()
      return .init(
        text(), x: values(count).sorted(), share: shares(count).sorted(),
        lower: uniform() < 0.5 ? shares(count) : [], upper: shares(count),
        style: SeriesStyle(index: index))
    }
    return isTime
      ? .timeToTarget(curves, title: title()) : .performance(curves, title: title())
  }

  private mutating func boxes() -> BoxStrip {
    let groups = (0..<series()).map { index -> BoxStrip.Group in
      let five = values(5).sorted()
      return .init(
        text(), quartiles: (five[1], five[2], five[3]), whiskers: (five[0], five[4]),
        points: values(count()), lowerBounds: uniform() < 0.2 ? [0, 2] : [],
        failures: uniform() < 0.3 ? below(9) : 0,
        style: SeriesStyle(index: index))
    }
    return BoxStrip(
      groups, title: title(), groupLabel: title(), y: axis(), isHorizontal: uniform() < 0.5)
  }

  private mutating func sensitivity() -> LearningRateSensitivity {
    let curves = (0..<series()).map { index -> LearningRateSensitivity.Curve in
      let count = count()
      return .init(
        text(), rates: values(count), median: values(count), lower: values(count),
        upper: values(count), diverged: uniform() < 0.7 ? railShares(count) : [],
        style: SeriesStyle(index: index))
    }
    return LearningRateSensitivity(curves, title: title())
  }

  private mutating func heatMap() -> HeatMap {
    let (columns, rows) = (below(14), below(14))
    let numbers = values(columns * rows)
    let scale = uniform() < 0.5 ? Axis.Scale.linear : .logarithmic
    return HeatMap(
      columns: names(columns), rows: names(rows), values: numbers, title: title(),
      columnLabel: title(), rowLabel: title(), axis: Axis(title(), scale: scale),
      texts: uniform() < 0.5 ? numbers.map { _ in ["0.12", "0.1"] } : [])
  }

  private mutating func contours() -> ContourTrajectories {
    let (columns, rows) = (below(12), below(12))
    let step = Double("1e\(below(600) - 300)") ?? 1
    func grid(_ count: Int) -> [Double] { (0..<count).map { Double($0 - 4) * step } }
    let paths = (0..<below(5)).map { index -> ContourTrajectories.Trajectory in
      let count = count()
      return .init(text(), x: values(count), y: values(count), style: SeriesStyle(index: index))
    }
    return ContourTrajectories(
      gridX: grid(columns), gridY: grid(rows), values: values(columns * rows),
      trajectories: paths, optima: [Point(x: 0, y: step)], title: title(),
      valueLabel: uniform() < 0.5 ? text() : nil)
  }

  private mutating func parallel() -> ParallelCoordinates {
    let axes = (0..<below(9)).map { _ -> Axis in
      var axis = axis()
      if uniform() < 0.2 {
        axis.names = names(3).enumerated().map { Axis.Name($1, at: Double($0)) }
      }
      return axis
    }
    let trials = (0..<count()).map { _ in values(axes.count) }
    return ParallelCoordinates(axes: axes, trials: trials, title: title())
  }

  private mutating func criticalDifference() -> CriticalDifference {
    let count = series()
    let entries = (0..<count).map { index in
      CriticalDifference.Entry(
        text(), rank: uniform() < 0.05 ? .nan : 1 + uniform() * Double(count - 1),
        style: uniform() < 0.5 ? SeriesStyle(index: index) : nil)
    }
    let groups = (0..<below(4)).map { _ -> ClosedRange<Double> in
      let start = 1 + uniform() * Double(count - 1)
      return start...(start + uniform())
    }
    return CriticalDifference(
      entries, groups: groups, criticalDifference: uniform() < 0.5 ? 3 * uniform() : nil,
      title: title())
  }

  private mutating func forest() -> ForestPlot {
    let effects = (0..<series()).map { _ -> ForestPlot.Effect in
      let three = values(3).sorted()
      return .init(
        text(), estimate: three[1], lower: three[0], upper: three[2],
        text: uniform() < 0.7 ? text() : nil)
    }
    return ForestPlot(effects, neutral: uniform() < 0.5 ? 0 : 1, title: title(), x: axis())
  }

  private mutating func importance() -> ImportanceBars {
    let bars = (0..<series()).map { _ -> ImportanceBars.Bar in
      let three = values(3).sorted()
      return .init(text(), value: three[1], lower: three[0], upper: three[2])
    }
    return ImportanceBars(bars, title: title())
  }

  private mutating func parity() -> ParityPlot {
    let series = (0..<series()).map { index -> ParityPlot.Series in
      .init(
        text(), measured: values(count()), predicted: values(count()),
        style: SeriesStyle(index: index))
    }
    return ParityPlot(series, title: title(), x: axis(), notes: names(below(4)))
  }

  private mutating func search() -> SearchHistory {
    let searches = (0..<series()).map { index -> SearchHistory.Search in
      let count = count()
      return .init(
        text(), objectives: values(count), best: uniform() < 0.7 ? values(count) : [],
        style: SeriesStyle(index: index))
    }
    return SearchHistory(searches, title: title(), y: axis())
  }
}
