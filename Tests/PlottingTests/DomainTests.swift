import Testing

@testable import Plotting

@Suite struct DomainTests {
  private func scale(_ values: [Double], _ axis: Axis, padding: Double = 0) -> Scale {
    var domain = Domain()
    domain.include(values, on: axis.scale)
    return domain.scale(for: axis, padding: padding)
  }

  @Test func ignoresWhatHasNoPlace() {
    let linear = scale([.nan, 3, .infinity, -1, -.infinity], Axis())
    #expect(linear.lower == -1 && linear.upper == 3)
    let logarithmic = scale([0, -5, .nan, 1, 1000, .infinity], Axis(scale: .logarithmic))
    #expect(abs(logarithmic.lower) < 1e-12 && abs(logarithmic.upper - 3) < 1e-12)
  }

  @Test func paddingIsAShareOfTheLength() {
    let padded = scale([0, 10], Axis(), padding: 0.05)
    #expect(padded.lower == -0.5 && padded.upper == 10.5)
    let decades = scale([1, 100], Axis(scale: .logarithmic), padding: 0.05)
    #expect(abs(decades.lower + 0.1) < 1e-12 && abs(decades.upper - 2.1) < 1e-12)
  }

  @Test func aSingleWholeNumberStandsBetweenItsNeighbours() {
    let trial = scale([1], Axis(isWhole: true))
    #expect(trial.lower == 0 && trial.upper == 2)
    let labels = LinearTicks(scale: trial, isWhole: true).candidates(wished: 8).map { set in
      set.major.compactMap(\.label?.text)
    }
    #expect(labels.first == ["0", "1", "2"])
  }

  /// One epoch is no quarter of an epoch.
  @Test func wholeTicksStayWholeOnTheShortestAxis() {
    let epochs = scale([0, 1], Axis(lower: 0, upper: 1, isWhole: true))
    let labels = LinearTicks(scale: epochs, isWhole: true).candidates(wished: 8).map { set in
      set.major.compactMap(\.label?.text)
    }
    #expect(labels == [["0", "1"]])
  }

  @Test func nothingAndConstantDataHaveAScale() {
    let empty = scale([], Axis())
    #expect(empty.lower == 0 && empty.upper == 1)
    let nothing = scale([.nan, 0], Axis(scale: .logarithmic))
    #expect(nothing.lower == 0 && nothing.upper == 1)
    for value in [0, 1, -7, 1e300, -1e300, 1e-300, Double.leastNonzeroMagnitude, 1e15] {
      let constant = scale([value, value], Axis())
      #expect(constant.lower < value && value < constant.upper, "\(value)")
      #expect(abs(constant.position(value) - 0.5) < 1e-9, "\(value)")
      guard value > 1e-307 else { continue }
      let logarithmic = scale([value], Axis(scale: .logarithmic))
      #expect(abs(logarithmic.position(value) - 0.5) < 1e-9, "\(value)")
    }
  }

  private static let extremes = [
    Double.greatestFiniteMagnitude, 1e308, 4.5e307, 4e307, 2e307, 1e-306, 1e-307, 3e-308, 2.5e-308,
    .leastNormalMagnitude, .leastNonzeroMagnitude,
  ]

  /// Losses of runs that are about to overflow are numbers too.
  @Test(arguments: extremes, [Axis.Scale.linear, .logarithmic])
  func everyScaleRises(extreme: Double, kind: Axis.Scale) {
    for value in [extreme, -extreme] {
      for other in [value, value * (1 - 1e-9), value / 1.3, 0, 1, .nan] {
        for axis in [
          Axis(scale: kind), Axis(scale: kind, lower: value), Axis(scale: kind, upper: value),
          Axis(scale: kind, lower: min(value, other), upper: max(value, other)),
        ] {
          let found = scale([value, other], axis, padding: 0.05)
          #expect(found.lower < found.upper, "\(value), \(other), \(axis)")
          #expect((found.upper - found.lower).isFinite)
          let half = found.upper * 0.5 - found.lower * 0.5
          #expect(decimalLogarithm(half).isFinite, "\(value), \(other), \(axis)")
        }
      }
    }
  }

  @Test func limitsAreKeptExactly() {
    let both = scale([1, 2], Axis(lower: 0, upper: 5), padding: 0.05)
    #expect(both.lower == 0 && both.upper == 5)
    let swapped = scale([1, 2], Axis(lower: 5, upper: 0))
    #expect(swapped.lower == 1 && swapped.upper == 2)
    let negative = scale([1, 100], Axis(scale: .logarithmic, lower: -1))
    #expect(abs(negative.lower) < 1e-12)
    let beyond = scale([1, 2], Axis(lower: 10))
    #expect(beyond.lower == 10 && beyond.upper > 10)
    let below = scale([100, 200], Axis(scale: .logarithmic, upper: 10))
    #expect(below.lower < 1 + 1e-9 && abs(below.upper - 1) < 1e-12)
  }

  @Test func hugeRangesDoNotOverflow() {
    let huge = scale([-1.7e308, 1.7e308], Axis(), padding: 0.05)
    #expect(huge.position(0) == 0.5)
    #expect(huge.position(1e307).isFinite)
  }
}
