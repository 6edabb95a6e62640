/// How the numbers of an axis are written: what stands at each tick, and what is said once for all
/// of them.
struct TickNotation: Sendable, Hashable {
  /// Where what numbers have in common is written.
  enum Place {
    /// Once beside the axis: a power of ten, a number that all begin with.
    case once
    /// At each tick.
    case eachTick
    /// At each tick, every digit of it.
    case eachDigit
  }

  /// What stands at each number.
  var labels: [TickLabel]
  /// What is said once: "in 10⁻⁵", "100,000,000 + …"; empty for nothing.
  var note: [TickLabel] = []

  /// The numbers of a linear axis, in rising order, with as many decimals on all of them.
  init(evenlySpaced numbers: [DecimalNumber], said place: Place) {
    switch place {
    case .eachTick: labels = TickLabel.sharingDecimals(numbers)
    case .eachDigit: labels = TickLabel.writtenOut(numbers)
    case .once:
      guard let offset = Self.offset(of: numbers) else {
        self = Self.byPower(numbers)
        return
      }
      self = Self.byPower(numbers.map { $0.minus(offset) })
      let digits = TickLabel.writtenOut([offset])
      let begin = digits[0].text.count > 14 ? TickLabel.sharingDecimals([offset]) : digits
      note = begin + [TickLabel(text: note.isEmpty ? " + …" : " + … ")] + note
    }
  }

  /// The numbers of a logarithmic axis, each with as many decimals as it needs.
  init(unevenlySpaced numbers: [DecimalNumber], said place: Place) {
    let magnitudes = numbers.compactMap(\.magnitude)
    guard place == .once, let power = magnitudes.min(),
      !magnitudes.allSatisfy(TickLabel.isPlain)
    else {
      labels = TickLabel.shortest(numbers)
      return
    }
    labels = numbers.map {
      TickLabel(text: $0.formatted(decimals: power - $0.exponent, shift: power))
    }
    note = [Self.inPower(power)]
  }

  private init(labels: [TickLabel], note: [TickLabel]) {
    self.labels = labels
    self.note = note
  }

  /// Numbers that would be long divided by a power of ten: the least of them keeps a digit before
  /// its point.
  private static func byPower(_ numbers: [DecimalNumber]) -> TickNotation {
    guard let power = numbers.compactMap(\.magnitude).min(), !TickLabel.areShort(numbers) else {
      return TickNotation(labels: TickLabel.writtenOut(numbers), note: [])
    }
    let finest = numbers.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
    return TickNotation(
      labels: numbers.map {
        TickLabel(text: $0.formatted(decimals: power - finest, shift: power, isGrouped: true))
      }, note: [inPower(power)])
  }

  private static func inPower(_ power: Int) -> TickLabel {
    TickLabel(text: "in 10", exponent: TickLabel.signed(power))
  }

  /// What numbers that need seven digits and more begin with: the roundest number among them, else
  /// the digits that they share. Nil for others, and where it would shorten them by less than three.
  private static func offset(of numbers: [DecimalNumber]) -> DecimalNumber? {
    guard let magnitude = numbers.compactMap(\.magnitude).max(),
      let finest = numbers.filter({ $0.mantissa != 0 }).map(\.exponent).min(),
      (6...16).contains(magnitude - finest)
    else { return nil }
    let wholes = numbers.map { $0.multiple(of: finest) }
    guard let one = wholes.min(), let other = wholes.max(), (one > 0) == (other > 0) else {
      return nil
    }
    let (least, greatest) = one > 0 ? (one, other) : (-other, -one)
    var power = 1
    while power <= greatest - least { power *= 10 }
    var offset = least / power * power
    while greatest / power > 0, greatest / power * power >= least {
      offset = greatest / power * power
      power *= 10
    }
    let rest = max(greatest - offset, offset - least)
    guard offset > 0, String(rest).count + 3 <= String(greatest).count else { return nil }
    return DecimalNumber(one > 0 ? offset : -offset, exponent: finest)
  }
}
