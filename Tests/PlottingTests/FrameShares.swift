@testable import Plotting

/// Drawing commands as texts, with places as shares of a frame, rounded to four decimals.
struct FrameShares {
  let frame: Rectangle

  func text(_ command: DrawingCommand) -> String? {
    switch command {
    case .stroke(let path, let stroke):
      "stroke \(code(stroke.color)) \(short(stroke.color.opacity)) \(short(stroke.width)): "
        + text(path)
    case .fill(let path, let color):
      "fill \(code(color)) \(short(color.opacity)): \(text(path))"
    case .popClip: "unclip"
    case .text, .pushClip: nil
    }
  }

  /// A marker by its centre: discs are made of curves, squares are small.
  private func text(_ path: Path) -> String {
    let points = path.points
    let isDiscs = path.elements.contains { if case .curve = $0 { true } else { false } }
    if isDiscs {
      return stride(from: 0, to: points.count, by: 13).map { start in
        "marker " + place(center(points[start..<min(points.count, start + 13)]))
      }.joined(separator: ", ")
    }
    if points.count == 4, points[2].x - points[0].x < 8, points[2].y - points[0].y < 8,
      points[2].x > points[0].x, points[2].y > points[0].y
    {
      return "square " + place(center(points[...]))
    }
    return path.elements.compactMap { element in
      switch element {
      case .move(let point), .line(let point): place(point)
      case .curve: nil
      case .close: "close"
      }
    }.joined(separator: ", ")
  }

  private func center(_ points: ArraySlice<Point>) -> Point {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    return Point(
      x: ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2, y: ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2)
  }

  private func place(_ point: Point) -> String {
    short((point.x - frame.minX) / frame.width) + " "
      + short((frame.maxY - point.y) / frame.height)
  }

  private func short(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private func code(_ color: Color) -> String {
    [color.red, color.green, color.blue].map { part in
      let digits = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
