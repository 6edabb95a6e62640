/// An author's words on the canvas, with the arrow that goes out from them.
struct NoteContent {
  /// The words, line by line.
  let lines: [String]
  /// The start of each line's baseline.
  let origins: [Point]
  /// What they take.
  let box: Rectangle
  /// From the words to the head; nil without an arrow.
  let shaft: (start: Point, end: Point)?
  /// The corners of the arrow's head, its tip first.
  let head: [Point]

  /// The share of the panel's width from which on words are wrapped.
  private static let widest = 0.5
  /// How long and how wide the head of an arrow is, in points.
  private static let headLength = 4.5
  private static let headWidth = 3.6

  /// The words of a panel, each where the author wants it or, where that would hide others or leave
  /// the panel, as near as there is room.
  static func all(
    _ data: PanelData, _ canvas: Canvas, style: FigureStyle, ruler: TextRuler
  ) -> [NoteContent] {
    var notes: [NoteContent] = []
    for annotation in data.annotations {
      guard case .text(let note) = annotation.content else { continue }
      let place = Point(x: canvas.x(data.x.position(note.x)), y: canvas.y(data.y.position(note.y)))
      let target = note.target.map {
        Point(x: canvas.x(data.x.position($0.x)), y: canvas.y(data.y.position($0.y)))
      }
      let frame = canvas.frame
      guard frame.expanded(by: 0.01).contains(place) else { continue }
      notes.append(
        NoteContent(
          note.text, around: place, pointingTo: target, in: frame, beside: notes.map(\.box),
          font: style.tickFont, ruler: ruler))
    }
    return notes
  }

  private init(
    _ text: String, around place: Point, pointingTo target: Point?, in frame: Rectangle,
    beside others: [Rectangle], font: Font, ruler: TextRuler
  ) {
    lines = ruler.lines(text, font, width: max(8, Self.widest * frame.width))
    let extents = lines.map { ruler.extents($0, font) }
    let lineHeight = ruler.lineHeight(font)
    let width = extents.map(\.width).max() ?? 0
    let height = Double(lines.count) * lineHeight
    let inside = frame.expanded(by: -2)
    func box(_ shift: Double) -> Rectangle {
      let x = place.x - width / 2
      let y = place.y - height / 2 + shift
      return Rectangle(
        x: max(inside.minX, min(inside.maxX - width, x)),
        y: max(inside.minY, min(inside.maxY - height, y)), width: width, height: height)
    }
    // Upwards and downwards in turn, a third of a line at a time.
    let shifts = (0..<60).map { index -> Double in
      let steps = Double((index + 1) / 2)
      return (index.isMultiple(of: 2) ? steps : -steps) * lineHeight / 3
    }
    let found =
      shifts.lazy.map(box).first { box in !others.contains { $0.expanded(by: 1).overlaps(box) } }
      ?? box(0)
    self.box = found
    origins = extents.enumerated().map { index, extents in
      Point(
        x: found.midX - extents.width / 2,
        y: found.minY + Double(index) * lineHeight + extents.ascent)
    }
    let plate = found.expanded(by: 1.5)
    guard let target, !plate.contains(target) else {
      (shaft, head) = (nil, [])
      return
    }
    let middle = Point(x: found.midX, y: found.midY)
    let start = clippedSegment(middle, target, to: plate)?.1 ?? middle
    let length = ((target.x - start.x).squared + (target.y - start.y).squared).squareRoot()
    guard length > 0 else {
      (shaft, head) = (nil, [])
      return
    }
    let along = Point(x: (target.x - start.x) / length, y: (target.y - start.y) / length)
    let size = min(Self.headLength, length)
    let base = Point(x: target.x - along.x * size, y: target.y - along.y * size)
    let half = Self.headWidth / 2 * size / Self.headLength
    shaft = (start, base)
    head = [
      target, Point(x: base.x - along.y * half, y: base.y + along.x * half),
      Point(x: base.x + along.y * half, y: base.y - along.x * half),
    ]
  }

  /// Whether neither the words nor the arrow lie in `other`.
  func isFree(_ other: Rectangle) -> Bool {
    guard !box.overlaps(other) else { return false }
    guard let shaft, let tip = head.first else { return true }
    return clippedSegment(shaft.start, tip, to: other) == nil
  }
}

extension Double {
  /// Its square.
  fileprivate var squared: Double { self * self }
}
