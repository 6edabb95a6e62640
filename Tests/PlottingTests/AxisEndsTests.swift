import PlottingTestSupport
import Testing

@testable import Plotting

/// Numbers stand along the whole of every axis, whatever it shows and however long it is.
@Suite struct AxisEndsTests {
  private let ruler = TextRuler(MonospacedMeasuring())

  private func layout(
    _ axis: Axis, _ scale: Scale, length: Double,
    _ orientation: AxisLayout.Orientation = .horizontal
  ) -> AxisLayout {
    AxisLayout(
      axis, scale: scale, orientation: orientation, length: length, style: .ieee, ruler: ruler)
  }

  private func labels(_ numbers: [Double], _ axis: Axis, length: Double = 200) -> [String] {
    var domain = Domain()
    domain.include(numbers, on: axis.scale)
    return layout(axis, domain.scale(for: axis, padding: 0), length: length).ticks.major
      .compactMap(\.label?.text)
  }

  @Test func aLogarithmicAxisRoundAPowerOfTenHasLabelsOnBothSides() {
    let axis = Axis(scale: .logarithmic)
    #expect(labels([0.55, 1.6], axis) == ["0.6", "0.8", "1", "1.2", "1.5"])
    // A constant loss of 1.
    #expect(labels([1], axis) == ["0.6", "0.8", "1", "1.2", "1.5"])
    #expect(labels([0.55, 1.6], axis, length: 60) == ["0.7", "1", "1.5"])
  }

  /// Ten thousand axes of all lengths: where two labels have room, they reach both ends.
  @Test(arguments: 0..<20)
  func labelsReachBothEnds(seed: Int) {
    var random = RandomFigures(seed: UInt64(7919 * seed + seed * seed * 131))
    for _ in 0..<500 {
      let isLogarithmic = random.uniform() < 0.5
      let start = (random.uniform() - 0.5) * (isLogarithmic ? 20 : 2)
      let exponent = 4 * random.uniform() - (isLogarithmic ? 2 : 3)
      let extent = decimalPower(exponent) * (isLogarithmic ? 1 : max(0.1, abs(start)))
      let unit = isLogarithmic ? 1 : decimalPower(30 * random.uniform() - 15)
      let axis = Axis(
        scale: isLogarithmic ? .logarithmic : .linear, isWhole: random.uniform() < 0.2)
      let scale = Scale(kind: axis.scale, lower: start * unit, upper: (start + extent) * unit)
      let length = 20 + 500 * random.uniform() * random.uniform()
      let isVertical = random.uniform() < 0.5
      let found = layout(axis, scale, length: length, isVertical ? .vertical : .horizontal)
      let labelled = found.ticks.labelled
      let sizes = found.ticks.major.compactMap(\.label).map { ruler.extents($0, tickFont).width }
      let (isReached, isEven) = (found.ticks.reachesBothEnds, found.ticks.leavesNoHalfBare)
      let room = isVertical ? 40 : max(90, 2.4 * (sizes.max() ?? 0) + 6)
      let place = "\(scale.lower) to \(scale.upper), \(axis.scale), \(length): \(labelled)"
      #expect(!labelled.isEmpty, "\(place)")
      if length > room, !(axis.isWhole && isLogarithmic) { #expect(isReached, "\(place)") }
      if !axis.isWhole, length > (isVertical ? 100 : 8 * (sizes.max() ?? 0) + 160) {
        #expect(isEven, "\(place)")
      }
    }
  }

  private var tickFont: Font { FigureStyle.ieee.tickFont }

  private func decimalPower(_ exponent: Double) -> Double {
    var power = Double("1e\(Int(exponent.rounded(.down)))") ?? 1
    power *= 1 + 9 * (exponent - exponent.rounded(.down))
    return power
  }

  @Test func wholeDecadesAreWrittenOut() {
    let updates = Axis(scale: .logarithmic, isWhole: true)
    #expect(labels([1, 1000], updates) == ["1", "10", "100", "1000"])
    #expect(labels([1, 1e4], updates).last == "10,000")
    #expect(labels([1, 1e6], updates).last == "10")
    // Half an epoch is none.
    #expect(labels([1, 3], updates) == ["1", "2", "3"])
  }

  @Test func theNoteFollowsTheLabelOrStandsAlone() {
    var domain = Domain()
    domain.include([0, 4e-5], on: .linear)
    let scale = domain.scale(for: Axis(), padding: 0)
    func note(_ axis: Axis, length: Double) -> (lines: [String], note: String) {
      let label = layout(axis, scale, length: length).label
      return (label.lines, label.note.map { $0.text + ($0.exponent ?? "") }.joined())
    }
    #expect(note(Axis("loss"), length: 200) == (["loss"], " (in 10\u{2212}5)"))
    #expect(note(Axis(), length: 200) == ([""], "in 10\u{2212}5"))
    let long = note(Axis("validation_losses"), length: 90)
    #expect(long.lines.last == "" && long.note == "in 10\u{2212}5")
    // Where it has no room at all, each tick has its power.
    let narrow = layout(Axis("loss"), scale, length: 30)
    #expect(narrow.label.note.isEmpty)
    #expect(narrow.ticks.major.contains { $0.label?.exponent != nil })
  }
}
