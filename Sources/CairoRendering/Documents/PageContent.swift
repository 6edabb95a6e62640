import Plotting

/// The drawing operators of a PDF page (ISO 32000-1, 8 and 9), in hundredths of a point.
///
/// Whole numbers are shorter than fractions of a point, and quicker to write.
struct PageContent {
  private(set) var bytes: [UInt8] = []
  /// The opacities that the page uses, in the order of their first use: `/A0`, `/A1`, ...
  private(set) var opacities: [Double] = []
  private let height: Double
  private var state = State()
  private var kept: [State] = []

  /// What an operator sets until another one does.
  private struct State {
    var fill: Color?
    var stroke: Color?
    var opacity = 1.0
    var width: Int?
    var dash: [Int] = []
  }

  /// Units to a point.
  private static let unit = 100.0

  /// Six numbers with a space after each, an operator and the end of the line.
  private static let longestElement = 6 * (TextCursor.longestNumber + 1) + 2

  /// The content of a page of `height` points.
  init(height: Double) {
    self.height = height
    append("0.01 0 0 0.01 0 0 cm 1 j\n")
  }

  // MARK: Paths

  mutating func stroke(_ path: Path, _ stroke: Stroke) {
    guard !path.elements.isEmpty else { return }
    set(opacity: stroke.color.opacity)
    if state.stroke.map(Self.opaque) != Self.opaque(stroke.color) {
      append(Self.components(stroke.color) + "RG\n")
      state.stroke = stroke.color
    }
    let width = Self.whole(stroke.width)
    if state.width != width {
      append("\(width) w\n")
      state.width = width
    }
    let lengths = stroke.dash.map(Self.whole)
    // Dashes of no length would be an error.
    let dash = lengths.contains { $0 > 0 } ? lengths : []
    if state.dash != dash {
      append("[\(dash.map(String.init).joined(separator: " "))] 0 d\n")
      state.dash = dash
    }
    append(path, painted: "S")
  }

  mutating func fill(_ path: Path, _ color: Color) {
    guard !path.elements.isEmpty else { return }
    set(fill: color)
    append(path, painted: "f")
  }

  mutating func pushClip(_ box: Rectangle) {
    kept.append(state)
    append("q\n")
    append(Path(box), painted: "W n")
  }

  mutating func popClip() {
    guard let last = kept.popLast() else { return }
    state = last
    append("Q\n")
  }

  /// Ends the page: every limit that is left is ended.
  mutating func finish() {
    while !kept.isEmpty { popClip() }
  }

  private mutating func append(_ path: Path, painted operation: String) {
    let top = Self.whole(height)
    bytes.append(longest: path.elements.count * Self.longestElement) { cursor in
      func put(_ point: Point, _ cursor: inout TextCursor) {
        cursor.put(Self.whole(point.x))
        cursor.put(" ")
        cursor.put(top - Self.whole(point.y))
        cursor.put(" ")
      }
      for element in path.elements {
        switch element {
        case .move(let point):
          put(point, &cursor)
          cursor.put("m")
        case .line(let point):
          put(point, &cursor)
          cursor.put("l")
        case .curve(let first, let second, let end):
          put(first, &cursor)
          put(second, &cursor)
          put(end, &cursor)
          cursor.put("c")
        case .close: cursor.put("h")
        }
        cursor.put("\n")
      }
    }
    append(operation + "\n")
  }

  // MARK: Text

  /// Begins text in `color` at `run`'s place; `characters` is what it says where the glyphs do not
  /// tell.
  mutating func beginText(_ run: TextRun, slant: Double, characters: String?) {
    if let characters {
      append("/Span << /ActualText \(DocumentObjects.string(characters)) >> BDC\n")
    }
    set(fill: run.color)
    append("BT\n")
    let lean = slant == 0 ? "0" : Self.number(slant)
    let turn = run.direction == .upwards ? "0 1 -1 \(lean)" : "1 0 \(lean) 1"
    let (x, y) = (Self.whole(run.origin.x), Self.whole(height) - Self.whole(run.origin.y))
    append("\(turn) \(x) \(y) Tm\n")
  }

  /// Shows glyphs of the font of that name: hexadecimal strings, and between them what moves the
  /// next glyph back, in thousandths of the font's size; raised by `rise` points.
  mutating func showText(font: String, size: Double, rise: Double, _ strings: String) {
    append("/\(font) \(Self.whole(size)) Tf ")
    if rise != 0 { append("\(Self.whole(rise)) Ts ") }
    append("[\(strings)] TJ\n")
    if rise != 0 { append("0 Ts\n") }
  }

  mutating func endText(hasCharacters: Bool) {
    append(hasCharacters ? "ET\nEMC\n" : "ET\n")
  }

  // MARK: State

  private mutating func set(fill color: Color) {
    set(opacity: color.opacity)
    guard state.fill.map(Self.opaque) != Self.opaque(color) else { return }
    append(Self.components(color) + "rg\n")
    state.fill = color
  }

  private mutating func set(opacity: Double) {
    guard state.opacity != opacity else { return }
    if !opacities.contains(opacity) { opacities.append(opacity) }
    append("/A\(opacities.firstIndex(of: opacity) ?? 0) gs\n")
    state.opacity = opacity
  }

  private static func opaque(_ color: Color) -> Color { color.with(opacity: 1) }

  private static func components(_ color: Color) -> String {
    [color.red, color.green, color.blue].map { number(min(1, max(0, $0))) + " " }.joined()
  }

  /// A number with three decimals: a colour has 255 steps.
  static func number(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(longest: TextCursor.longestNumber) {
      $0.put(TextCursor.whole(number, units: 1000), decimals: 3)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func whole(_ length: Double) -> Int { TextCursor.whole(length, units: unit) }

  private mutating func append(_ text: String) { bytes += Array(text.utf8) }
}
