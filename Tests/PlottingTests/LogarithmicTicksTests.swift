import Testing

@testable import Plotting

@Suite struct LogarithmicTicksTests {
  private func candidates(_ least: Double, _ greatest: Double, wished: Int = 6) -> [[String]] {
    var domain = Domain()
    domain.include([least, greatest], on: .logarithmic)
    let scale = domain.scale(for: Axis(scale: .logarithmic), padding: 0)
    return LogarithmicTicks(scale: scale).candidates(wished: wished).map { set in
      set.major.compactMap(\.label).map { $0.text + ($0.exponent.map { "^" + $0 } ?? "") }
    }
  }

  @Test func decadesAreLabelled() {
    #expect(candidates(1, 1000).first == ["10^0", "10^1", "10^2", "10^3"])
  }

  @Test func manyDecadesAreThinnedOut() {
    #expect(
      candidates(1e-12, 1e3, wished: 4).first
        == ["10^\u{2212}12", "10^\u{2212}9", "10^\u{2212}6", "10^\u{2212}3", "10^0", "10^3"])
    #expect(
      candidates(1e-12, 1e3, wished: 2).first == ["10^\u{2212}10", "10^\u{2212}5", "10^0"])
    #expect(candidates(1e-300, 1e300).allSatisfy { $0.count >= 2 && $0.count <= 8 })
  }

  @Test func withOneDecadeNumbersBetweenAreLabelled() {
    #expect(
      candidates(2500, 31000).first
        == ["3,000", "4,000", "6,000", "8,000", "10,000", "20,000", "30,000"])
    #expect(
      candidates(2500, 31000, wished: 3).first
        == ["3,000", "5,000", "10,000", "20,000", "30,000"])
  }

  @Test func betweenTwoOrThreeDecadesOneTwoAndFiveAreLabelled() {
    #expect(candidates(0.45, 12).first == ["0.5", "1", "2", "5", "10"])
    #expect(candidates(1, 112, wished: 7).first == ["1", "2", "5", "10", "20", "50", "100"])
    #expect(candidates(0.04, 4, wished: 3).first == ["0.1", "0.3", "1", "3"])
    // Where these have no room, and where they would need powers of ten themselves.
    #expect(candidates(1, 112, wished: 4).first == ["1", "10", "100"])
    #expect(candidates(2e-9, 3e-7).first == ["10^\u{2212}8", "10^\u{2212}7"])
  }

  @Test func aShortRangeHasLinearSteps() throws {
    let labels = try #require(candidates(2110, 2190, wished: 5).first)
    let numbers = labels.compactMap { Int($0) }
    #expect(numbers.count == labels.count && (3...6).contains(numbers.count))
    let steps = Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 })
    #expect(steps.count == 1 && [10, 20, 25].contains(steps.first))
  }

  @Test func minorsRunFromTwoToNine() throws {
    var domain = Domain()
    domain.include([1, 10000], on: .logarithmic)
    let scale = domain.scale(for: Axis(scale: .logarithmic), padding: 0)
    let set = try #require(LogarithmicTicks(scale: scale).candidates(wished: 6).first)
    #expect(set.major.map(\.position) == [0, 0.25, 0.5, 0.75, 1])
    #expect(set.minor.count == 32)
    // log10(2) / 4
    #expect(abs(try #require(set.minor.first).position - 0.0752574989159953) < 1e-14)
  }

  @Test func neverFewerThanTwoLabels() {
    for step in 1...300 {
      let least = 1.7 * Double(step * step)
      let greatest = least * (1 + 1e-6 * Double(step * step))
      for labels in candidates(least, greatest) {
        #expect(labels.count >= 2, "\(least) to \(greatest)")
        #expect(Set(labels).count == labels.count, "\(least) to \(greatest): \(labels)")
      }
      #expect(!candidates(least, greatest).isEmpty, "\(least) to \(greatest)")
    }
  }
}
