/// Writes numbers as text into memory that has room for the longest text that can come.
///
/// Paths of a hundred thousand numbers are written in one go: asking an array for room at every
/// digit would take most of the time.
struct TextCursor {
  private(set) var place: UnsafeMutablePointer<UInt8>

  /// The longest number that is written: a sign, a point and the digits of an `Int`.
  static let longestNumber = 22

  /// `length` in whole units of which `units` make a point; 0 for what is no number.
  ///
  /// What lies farther out than any canvas stays within 10⁹ units: so neither does the difference
  /// of two places overflow, nor are there numbers that a reader of PDF files need not take.
  static func whole(_ length: Double, units: Double) -> Int {
    let number = (length * units).rounded()
    return number.isNaN ? 0 : Int(max(-1e9, min(1e9, number)))
  }

  mutating func put(_ character: Unicode.Scalar) {
    place.pointee = UInt8(truncatingIfNeeded: character.value)
    place += 1
  }

  /// Writes a whole number.
  mutating func put(_ number: Int) {
    if number < 0 { put("-") }
    put(digitsOf: number.magnitude)
  }

  /// Writes `number` / 10^`decimals` without zeros at either end.
  mutating func put(_ number: Int, decimals: Int) {
    if number < 0 { put("-") }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    let (whole, part) = number.magnitude.quotientAndRemainder(dividingBy: unit)
    if whole > 0 || part == 0 { put(digitsOf: whole) }
    guard part > 0 else { return }
    put(".")
    var rest = part
    while rest > 0 {
      unit /= 10
      let (digit, next) = rest.quotientAndRemainder(dividingBy: unit)
      put(digit: digit)
      rest = next
    }
  }

  private mutating func put(digit: UInt) {
    place.pointee = UInt8(truncatingIfNeeded: digit &+ 48)
    place += 1
  }

  private mutating func put(digitsOf number: UInt) {
    var count = 1
    var bound: UInt = 10
    while number >= bound, count < 19 {
      count += 1
      bound &*= 10
    }
    var rest = number
    for offset in stride(from: count - 1, through: 0, by: -1) {
      let (next, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place[offset] = UInt8(truncatingIfNeeded: digit &+ 48)
      rest = next
    }
    place += count
  }
}

extension [UInt8] {
  /// Appends what `write` writes, which is at most `longest` bytes long.
  mutating func append(longest: Int, _ write: (inout TextCursor) -> Void) {
    append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: longest) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        var cursor = TextCursor(place: start)
        write(&cursor)
        count = cursor.place - start
      })
  }
}
