/// The search for good tick positions by Talbot, Lin and Hanrahan, "An Extension of Wilkinson's
/// Algorithm for Positioning Tick Labels on Axes", IEEE InfoVis 2010.
///
/// A labelling is `count` numbers, `skip` · nice · 10^exponent apart. Its score is a weighted sum
/// of simplicity (few digits, 0 among them), coverage (ends near the data's ends) and density
/// (near the wished number); legibility is left to layout, which measures labels. The search goes
/// through all labellings whose bounds can still beat the best one found.
struct ExtendedWilkinson {
  /// The least value to show.
  let least: Double
  /// The greatest value to show, above `least`, of a similar magnitude as 1.
  let greatest: Double
  /// The wished number of ticks, at least 2.
  let wished: Int
  /// Whether all ticks lie within the values to show.
  var isContained = false
  /// Whether all ticks are whole multiples of 10 to this power; nil for no such limit.
  var unitExponent: Int?

  /// Evenly spaced ticks: the `index`-th is (`start` + index · `skip`) · `tenths`/10 ·
  /// 10^`exponent`.
  struct Labelling: Hashable {
    var start: Int
    var skip: Int
    /// The nice number in tenths: 10, 50, 20, 25, 40 or 30.
    var tenths: Int
    var exponent: Int
    var count: Int
    var score: Double

    /// The ticks, in rising order.
    var numbers: [DecimalNumber] {
      (0..<count).map { index in
        DecimalNumber((start + index * skip) * tenths, exponent: exponent - 1)
      }
    }
  }

  /// The paper's nice numbers, in order of preference, in tenths.
  private static let niceTenths = [10, 50, 20, 25, 40, 30]
  private static let simplicityWeight = 0.25
  private static let coverageWeight = 0.2
  private static let densityWeight = 0.5
  private static let legibilityWeight = 0.05

  private var length: Double { greatest - least }

  /// The best labelling, or nil if the limits on ticks leave none.
  func best() -> Labelling? {
    var best: Labelling?
    var bestScore = -2.0
    var skip = 1
    while true {
      for (rank, tenths) in Self.niceTenths.enumerated() {
        let simplicity = simplicityBound(rank: rank, skip: skip)
        if score(simplicity, 1, 1) < bestScore { return best }
        var count = 2
        while true {
          let density = densityBound(count)
          if score(simplicity, 1, density) < bestScore { break }
          search(
            rank: rank, tenths: tenths, skip: skip, count: count,
            bound: (simplicity, density), best: &best, bestScore: &bestScore)
          count += 1
        }
      }
      skip += 1
    }
  }

  /// Tries all exponents and starts of labellings with this step, skip and count.
  private func search(
    rank: Int, tenths: Int, skip: Int, count: Int, bound: (simplicity: Double, density: Double),
    best: inout Labelling?, bestScore: inout Double
  ) {
    let nice = Double(tenths) / 10
    let narrowest = length / Double(count + 1) / Double(skip) / nice
    var exponent = Int(decimalLogarithm(narrowest).rounded(.up))
    while true {
      let unit = nice * Self.powerOfTen(exponent)
      let step = Double(skip) * unit
      let coverage = coverageBound(step * Double(count - 1))
      if score(bound.simplicity, coverage, bound.density) < bestScore { return }
      if isAllowed(tenths: tenths, exponent: exponent) {
        let first = Int((greatest / step).rounded(.down)) * skip - (count - 1) * skip
        let last = Int((least / step).rounded(.up)) * skip
        if first <= last {
          for start in first...last {
            let lowest = Double(start) * unit
            let highest = lowest + step * Double(count - 1)
            if isContained, !contains(lowest, highest) { continue }
            let hasZero = start <= 0 && start + (count - 1) * skip >= 0 && start % skip == 0
            let total = score(
              simplicityBound(rank: rank, skip: skip) - (hasZero ? 0 : 1),
              coverageOf(lowest, highest), density(count, lowest, highest))
            if total > bestScore {
              bestScore = total
              best = Labelling(
                start: start, skip: skip, tenths: tenths, exponent: exponent, count: count,
                score: total)
            }
          }
        }
      }
      exponent += 1
    }
  }

  private func isAllowed(tenths: Int, exponent: Int) -> Bool {
    guard let unitExponent else { return true }
    return exponent > unitExponent || (exponent == unitExponent && tenths.isMultiple(of: 10))
  }

  /// A millionth of the length is less than any device shows.
  private func contains(_ lowest: Double, _ highest: Double) -> Bool {
    lowest >= least - 1e-6 * length && highest <= greatest + 1e-6 * length
  }

  private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    Self.simplicityWeight * simplicity + Self.coverageWeight * coverage
      + Self.densityWeight * density + Self.legibilityWeight
  }

  /// Simplicity of labellings that hold 0; without it they have 1 less.
  private func simplicityBound(rank: Int, skip: Int) -> Double {
    2 - Double(rank) / Double(Self.niceTenths.count - 1) - Double(skip)
  }

  /// The paper measures what is left over at both ends by a tenth of the length. Ticks that must
  /// lie within leave more: by that measure −1.5, 0, 1.5 would beat −1, 0, 1 on −1.75 to 1.55.
  private func coverageOf(_ lowest: Double, _ highest: Double) -> Double {
    let above = greatest - highest
    let below = least - lowest
    let unit = (isContained ? 0.2 : 0.1) * length
    return 1 - 0.5 * (above * above + below * below) / (unit * unit)
  }

  private func coverageBound(_ span: Double) -> Double {
    if span <= length { return 1 }
    let half = (span - length) / 2
    return 1 - half * half / (0.01 * length * length)
  }

  private func density(_ count: Int, _ lowest: Double, _ highest: Double) -> Double {
    let rate = Double(count - 1) / (highest - lowest)
    let wishedRate = Double(wished - 1) / (max(highest, greatest) - min(least, lowest))
    return 2 - max(rate / wishedRate, wishedRate / rate)
  }

  private func densityBound(_ count: Int) -> Double {
    count >= wished ? 2 - Double(count - 1) / Double(wished - 1) : 1
  }

  /// 10^`exponent`, rounded once: powers up to 10²² are numbers of type `Double` themselves, and so
  /// are those that others divide one by.
  private static func powerOfTen(_ exponent: Int) -> Double {
    guard exponent.magnitude < exactPowers.count else {
      return Double("1e\(exponent)") ?? .infinity
    }
    return exponent < 0 ? 1 / exactPowers[-exponent] : exactPowers[exponent]
  }

  private static let exactPowers = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
