import Plotting

/// The data of an SVG path: steps relative to the last point, in whole numbers of a small unit, so
/// that rounding never adds up.
struct RelativePath {
  private(set) var bytes: [UInt8] = []
  private let unit: Double
  private let decimals: Int
  private var x = 0
  private var y = 0
  private var startX = 0
  private var startY = 0
  private var command: UInt8 = 0

  /// `unit` is 10 to the power of `decimals`.
  init(unit: Double, decimals: Int) {
    self.unit = unit
    self.decimals = decimals
  }

  mutating func append(_ element: Path.Element) {
    switch element {
    case .move(let point):
      let (newX, newY) = whole(point)
      begin(UInt8(ascii: "M"))
      write(newX)
      write(newY)
      (x, y) = (newX, newY)
      (startX, startY) = (x, y)
    case .line(let point):
      begin(UInt8(ascii: "l"))
      step(to: whole(point))
    case .curve(let first, let second, let end):
      begin(UInt8(ascii: "c"))
      let from = (x, y)
      for point in [first, second] {
        let place = whole(point)
        write(place.0 - from.0)
        write(place.1 - from.1)
      }
      step(to: whole(end))
    case .close:
      bytes.append(UInt8(ascii: "z"))
      command = 0
      (x, y) = (startX, startY)
    }
  }

  private func whole(_ point: Point) -> (Int, Int) {
    (Int((point.x * unit).rounded()), Int((point.y * unit).rounded()))
  }

  /// The same command need not be repeated.
  private mutating func begin(_ next: UInt8) {
    if command != next || next == UInt8(ascii: "M") { bytes.append(next) }
    command = next
  }

  private mutating func step(to place: (Int, Int)) {
    write(place.0 - x)
    write(place.1 - y)
    (x, y) = place
  }

  /// A sign or a letter parts a number from the one before.
  private mutating func write(_ number: Int) {
    if number >= 0, let last = bytes.last, last < UInt8(ascii: "A") {
      bytes.append(UInt8(ascii: " "))
    }
    Self.append(number, decimals: decimals, to: &bytes)
  }

  /// Writes `number` / 10^`decimals` without zeros at its end.
  static func append(_ number: Int, decimals: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var places = decimals
    while places > 0, rest.isMultiple(of: 10) {
      rest /= 10
      places -= 1
    }
    let start = bytes.count
    var count = 0
    repeat {
      if count == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    } while rest > 0 || count <= places
    bytes[start...].reverse()
  }
}
