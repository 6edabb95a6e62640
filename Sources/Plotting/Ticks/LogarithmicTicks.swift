/// Ticks for a logarithmic axis: decades with minors from 2 to 9; every decade, every second, …
/// as room allows.
///
/// With so few decades in view that their labels would leave a long axis bare, numbers between them
/// are labelled too, where there is room: any with at most one decade in view, 1, 2 and 5 with two
/// or three.
struct LogarithmicTicks {
  let scale: Scale

  private static let strides = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 300]

  /// Which multiples of a decade are labelled, from many to few.
  private static let labelled = [
    [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 6, 8], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1, 5],
  ]

  /// The same where two or three decades are in view, by their number. From four on, powers of ten
  /// read best; up to three, 1 and 10 are written out, so that panels beside each other look alike
  /// whether numbers between have room or not.
  private static let labelledBetween = [2: [[1, 2, 5], [1, 3], [1]], 3: [[1, 2, 5], [1]]]

  /// The decades in view; a decade at the very end counts.
  private var decades: ClosedRange<Int>? {
    let first = Int((scale.lower - 1e-9).rounded(.up))
    let last = Int((scale.upper + 1e-9).rounded(.down))
    return first <= last ? first...last : nil
  }

  /// The candidates for `wished` ticks and fewer, densest first; each has at least two.
  func candidates(wished: Int) -> [TickSet] {
    if let decades, decades.count >= 2 {
      // Beside powers of ten, 2×10⁷ would be wider than it is worth.
      let between = sets(labelling: Self.labelledBetween[decades.count] ?? [], wished: wished)
        .filter { $0.major.allSatisfy { $0.label?.exponent == nil } }
      return between + sets(of: decades, wished: wished)
    }
    let sets = sets(labelling: Self.labelled, wished: wished)
    return sets.isEmpty ? evenlySpaced(wished: wished) : sets
  }

  private func sets(labelling choices: [[Int]], wished: Int) -> [TickSet] {
    choices.compactMap { digits in
      let numbers = multiples(of: digits)
      guard numbers.count >= 2, numbers.count <= wished + 2 else { return nil }
      return set(numbers, labels: TickLabel.shortest(numbers))
    }
  }

  private func sets(of decades: ClosedRange<Int>, wished: Int) -> [TickSet] {
    let sets = Self.strides.compactMap { stride -> TickSet? in
      var exponents = decades.filter { $0.isMultiple(of: stride) }
      if exponents.count < 2 {
        exponents = Array(
          Swift.stride(from: decades.lowerBound, through: decades.upperBound, by: stride))
      }
      guard exponents.count >= 2, exponents.count <= wished + 2 else { return nil }
      let major = exponents.map { Tick(position: place($0), label: .decade($0)) }
      let minor =
        stride == 1
        ? minorTicks
        : decades.filter { !exponents.contains($0) }.map { Tick(position: place($0)) }
      return TickSet(major: major, minor: minor)
    }
    let ends = [decades.lowerBound, decades.upperBound]
    let sparsest = TickSet(major: ends.map { Tick(position: place($0), label: .decade($0)) })
    return sets + [sparsest]
  }

  private func place(_ exponent: Int) -> Double {
    min(1, max(0, scale.position(ofDecade: exponent)))
  }

  /// The numbers in view that are one of `digits` times a power of ten.
  private func multiples(of digits: [Int]) -> [DecimalNumber] {
    let first = Int(scale.lower.rounded(.down))
    let last = Int(scale.upper.rounded(.down))
    return (first...last).flatMap { exponent in
      digits.map { DecimalNumber($0, exponent: exponent) }
    }.filter { scale.spans($0.value) }
  }

  private var minorTicks: [Tick] {
    multiples(of: [2, 3, 4, 5, 6, 7, 8, 9]).map { Tick(position: scale.position($0.value)) }
  }

  /// For a range so short that no two of the usual numbers are in view: linear steps, placed by
  /// their logarithms.
  private func evenlySpaced(wished: Int) -> [TickSet] {
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
      return set(numbers, labels: TickLabel.sharingDecimals(numbers))
    }
  }

  private func set(_ numbers: [DecimalNumber], labels: [TickLabel]) -> TickSet {
    let major = zip(numbers, labels).map { number, label in
      Tick(position: min(1, max(0, scale.position(number.value))), label: label)
    }
    let places = Set(numbers)
    let minor = multiples(of: Array(1...9)).filter { !places.contains($0) }
    return TickSet(
      major: major, minor: minor.map { Tick(position: scale.position($0.value)) })
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
