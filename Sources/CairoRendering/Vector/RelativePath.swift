import Plotting

/// The data of an SVG path: steps relative to the last point, in whole numbers of a small unit, so
/// that rounding never adds up.
struct RelativePath {
  private var cursor: TextCursor
  private let unit: Double
  private let decimals: Int
  private var x = 0
  private var y = 0
  private var startX = 0
  private var startY = 0
  private var command: Unicode.Scalar = " "

  /// Six numbers, the spaces between them and a letter.
  private static let longestElement = 6 * (TextCursor.longestNumber + 1) + 1

  /// Appends the data of `path` to `bytes`, with so many `decimals`.
  static func append(_ path: Path, decimals: Int, to bytes: inout [UInt8]) {
    bytes.append(longest: path.elements.count * longestElement) { cursor in
      var outline = RelativePath(cursor: cursor, decimals: decimals)
      for element in path.elements { outline.append(element) }
      cursor = outline.cursor
    }
  }

  private init(cursor: TextCursor, decimals: Int) {
    self.cursor = cursor
    self.decimals = decimals
    unit = (0..<decimals).reduce(1) { product, _ in product * 10 }
  }

  private mutating func append(_ element: Path.Element) {
    switch element {
    case .move(let point):
      (x, y) = whole(point)
      (startX, startY) = (x, y)
      begin("M")
      write(x)
      write(y, isFirst: false)
    case .line(let point):
      let isFirst = begin("l")
      step(to: whole(point), isFirst: isFirst)
    case .curve(let first, let second, let end):
      var isFirst = begin("c")
      for point in [first, second] {
        let place = whole(point)
        write(place.0 - x, isFirst: isFirst)
        write(place.1 - y, isFirst: false)
        isFirst = false
      }
      step(to: whole(end), isFirst: false)
    case .close:
      cursor.put("z")
      command = "z"
      (x, y) = (startX, startY)
    }
  }

  private func whole(_ point: Point) -> (Int, Int) {
    (TextCursor.whole(point.x, units: unit), TextCursor.whole(point.y, units: unit))
  }

  /// Writes the letter of a command, which need not be repeated; tells whether it was written.
  @discardableResult private mutating func begin(_ next: Unicode.Scalar) -> Bool {
    guard command != next || next == "M" else { return false }
    cursor.put(next)
    command = next
    return true
  }

  private mutating func step(to place: (Int, Int), isFirst: Bool) {
    write(place.0 - x, isFirst: isFirst)
    write(place.1 - y, isFirst: false)
    (x, y) = place
  }

  /// A sign or a letter parts a number from the one before.
  private mutating func write(_ number: Int, isFirst: Bool = true) {
    if number >= 0, !isFirst { cursor.put(" ") }
    cursor.put(number, decimals: decimals)
  }
}
