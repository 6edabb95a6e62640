/// Ticks for a logarithmic axis: decades with minors from 2 to 9; every decade, every second, …
/// as room allows.
///
/// With so few decades in view that their labels would leave a long axis bare, numbers between them
/// are labelled too, where there is room: any with at most one decade in view, 1, 2 and 5 with two
/// or three.
struct LogarithmicTicks {
  let scale: Scale
  /// Whether ticks stay on whole numbers (epochs, updates), whose decades are written out.
  var isWhole = false
  /// Where what the numbers have in common is written.
  var notation = TickNotation.Place.once

  private static let strides = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 300]

  /// Which multiples of a tenth of a decade are labelled, from many to few.
  private static let labelled = [
    [10, 20, 30, 40, 50, 60, 70, 80, 90], [10, 12, 15, 20, 25, 30, 40, 50, 60, 80],
    [10, 20, 30, 40, 60, 80], [10, 15, 20, 30, 50, 70], [10, 20, 30, 50], [10, 20, 50], [10, 30],
    [10, 50],
  ]

  /// The same where two or three decades are in view, by their number. From four on, powers of ten
  /// read best; up to three, 1 and 10 are written out, so that panels beside each other look alike
  /// whether numbers between have room or not.
  private static let labelledBetween = [
    2: [[10, 20, 50], [10, 30], [10]], 3: [[10, 20, 50], [10]],
  ]

  /// The decades in view; a decade at the very end counts.
  private var decades: ClosedRange<Int>? {
    let first = Int((scale.lower - 1e-9).rounded(.up))
    let last = Int((scale.upper + 1e-9).rounded(.down))
    return first <= last ? first...last : nil
  }

  /// The candidates for `wished` ticks and fewer, densest first; each has at least two.
  ///
  /// What leaves a part of the axis bare comes last.
  func candidates(wished: Int) -> [TickSet] {
    let sets = allCandidates(wished: wished)
    guard isWhole, sets.isEmpty else { return sets }
    return LogarithmicTicks(scale: scale, notation: notation).allCandidates(wished: wished)
  }

  private func allCandidates(wished: Int) -> [TickSet] {
    if let decades, decades.count >= 2 {
      let between = sets(labelling: Self.labelledBetween[decades.count] ?? [], wished: wished)
      // Beside powers of ten, 2×10⁷ would be wider than it is worth.
      let short = between.filter {
        $0.note.isEmpty && $0.major.allSatisfy { $0.label?.exponent == nil }
      }
      let others = decades.count == 2 ? between.filter { !short.contains($0) } : []
      return short + sets(of: decades, wished: wished) + others + ends
    }
    return sets(labelling: Self.labelled, wished: wished) + evenlySpaced(wished: wished) + ends
  }

  private func sets(labelling choices: [[Int]], wished: Int) -> [TickSet] {
    choices.compactMap { tenths in
      let numbers = multiples(of: tenths)
      guard numbers.count >= 2, numbers.count <= wished + 2 else { return nil }
      return set(numbers, TickNotation(unevenlySpaced: numbers, said: notation))
    }
  }

  /// Two ticks near the ends.
  private var ends: [TickSet] {
    // With more decades two of them stand near enough.
    if let decades, decades.count > 3 { return [] }
    for tenths in [[10, 20, 50], [10, 20, 30, 50, 70], Self.labelled[1]] {
      let numbers = multiples(of: tenths)
      guard let first = numbers.first, let last = numbers.last, first != last else { continue }
      let set = set([first, last], TickNotation(unevenlySpaced: [first, last], said: notation))
      if set.reachesBothEnds { return [set] }
    }
    return []
  }

  private func sets(of decades: ClosedRange<Int>, wished: Int) -> [TickSet] {
    let isPlain = isWhole && decades.lowerBound >= 0 && decades.upperBound <= 4
    func tick(_ exponent: Int) -> Tick {
      let label =
        isPlain
        ? TickLabel.shortest([DecimalNumber(1, exponent: exponent)])[0] : .decade(exponent)
      return Tick(position: min(1, max(0, scale.position(ofDecade: exponent))), label: label)
    }
    let sets = Self.strides.compactMap { stride -> TickSet? in
      var exponents = decades.filter { $0.isMultiple(of: stride) }
      if exponents.count < 2 {
        exponents = Array(
          Swift.stride(from: decades.lowerBound, through: decades.upperBound, by: stride))
      }
      guard exponents.count >= 2, exponents.count <= wished + 2 else { return nil }
      let minor =
        stride == 1
        ? minorTicks
        : decades.filter { !exponents.contains($0) }.map { Tick(position: tick($0).position) }
      return TickSet(major: exponents.map(tick), minor: minor)
    }
    return sets + [TickSet(major: [decades.lowerBound, decades.upperBound].map(tick))]
  }

  /// The numbers in view that are one of `tenths` times a tenth of a power of ten.
  private func multiples(of tenths: [Int]) -> [DecimalNumber] {
    let first = Int(scale.lower.rounded(.down))
    let last = Int(scale.upper.rounded(.down))
    return (first...last).flatMap { exponent in
      tenths.map { DecimalNumber($0, exponent: exponent - 1) }
    }.filter { isInView(scale.position($0.value)) && (!isWhole || $0.exponent >= 0) }
  }

  private static let digits = [20, 30, 40, 50, 60, 70, 80, 90]

  private var minorTicks: [Tick] {
    multiples(of: Self.digits).map { Tick(position: scale.position($0.value)) }
  }

  private func isInView(_ position: Double) -> Bool { position >= -1e-9 && position <= 1 + 1e-9 }

  /// For a range so short that the usual numbers leave much of it bare: linear steps, placed by
  /// their logarithms. Over more than a decade these would crowd at its end.
  private func evenlySpaced(wished: Int) -> [TickSet] {
    guard scale.upper - scale.lower < 1 else { return [] }
    let middle = Int(scale.lower.rounded(.down))
    let ends = (power(scale.lower - Double(middle)), power(scale.upper - Double(middle)))
    let linear = Scale(kind: .linear, lower: ends.0, upper: ends.1)
    return stride(from: max(2, wished), through: 2, by: -1).compactMap { count in
      var search = ExtendedWilkinson(least: linear.lower, greatest: linear.upper, wished: count)
      search.isContained = true
      guard let best = search.best() else { return nil }
      let numbers = best.numbers.map {
        DecimalNumber($0.mantissa, exponent: $0.exponent + middle)
      }
      if isWhole, numbers.contains(where: { $0.exponent < 0 }) { return nil }
      return set(numbers, TickNotation(evenlySpaced: numbers, said: notation))
    }
  }

  private func set(_ numbers: [DecimalNumber], _ written: TickNotation) -> TickSet {
    let major = zip(numbers, written.labels).map { number, label in
      Tick(position: min(1, max(0, scale.position(number.value))), label: label)
    }
    let places = Set(numbers)
    let minor = multiples(of: [10] + Self.digits).filter { !places.contains($0) }
    return TickSet(
      major: major, minor: minor.map { Tick(position: scale.position($0.value)) },
      note: written.note)
  }

  /// Ten to a power between 0 and 3, by halving an interval: exact enough to choose ticks with.
  private func power(_ exponent: Double) -> Double {
    var low = 1.0
    var high = 1000.0
    for _ in 0..<60 {
      let centre = (low + high) / 2
      if decimalLogarithm(centre) < exponent { low = centre } else { high = centre }
    }
    return (low + high) / 2
  }
}
