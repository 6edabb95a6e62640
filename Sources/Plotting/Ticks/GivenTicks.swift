/// Ticks at numbers that are given, such as the learning rates that were tried.
struct GivenTicks {
  let scale: Scale
  let places: [Double]

  /// One candidate with a labelled tick at each number in view and none between; none where these
  /// are fewer than two, or not short decimal numbers.
  var candidates: [TickSet] {
    let inView = Set(places).sorted().filter { place in
      let position = scale.position(place)
      return position >= -1e-9 && position <= 1 + 1e-9 && !(scale.floor != nil && place <= 0)
    }
    let numbers = inView.compactMap(DecimalNumber.init(short:))
    guard numbers.count >= 2, numbers.count == inView.count else { return [] }
    let ticks = zip(inView, TickLabel.shortest(numbers)).map { place, label in
      Tick(position: min(1, max(0, scale.position(place))), label: label)
    }
    return [TickSet(major: ticks)]
  }
}

extension DecimalNumber {
  /// The number that `value` is written as; nil for one of more than three digits, and for none.
  init?(short value: Double) {
    guard value.isFinite else { return nil }
    for digits in 0..<3 {
      let magnitude = value == 0 ? 0 : Int(decimalLogarithm(value.magnitude).rounded(.down))
      let exponent = magnitude - digits
      // The nearest whole number of units, in the same arithmetic as reading it back.
      guard let unit = Double("1e\(exponent)"), unit > 0 else { return nil }
      let count = (value / unit).rounded()
      guard count.magnitude < 1e6 else { continue }
      let number = DecimalNumber(Int(count), exponent: exponent)
      if number.value == value { self = number; return }
    }
    return nil
  }
}
