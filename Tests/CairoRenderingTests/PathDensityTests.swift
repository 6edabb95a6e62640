import Foundation
import Plotting
import Testing

@testable import CairoRendering

@Suite struct PathDensityTests {
  private func wave(points: Int, width: Double) -> Path {
    Path(
      through: (0..<points).map { index in
        Point(
          x: width * Double(index) / Double(points - 1), y: index.isMultiple(of: 2) ? 0 : 10)
      })
  }

  @Test func noiseHasMorePointsThanPixels() {
    // 400 pixels from end to end.
    #expect(wave(points: 500, width: 100).isDense(scale: 4))
    #expect(!wave(points: 390, width: 100).isDense(scale: 4))
    #expect(!wave(points: 500, width: 100).isDense(scale: 6))
    #expect(!wave(points: 200, width: 1).isDense(scale: 4))
    var curved = wave(points: 500, width: 100)
    curved.elements.append(.curve(Point(x: 1, y: 1), Point(x: 2, y: 2), Point(x: 3, y: 3)))
    #expect(!curved.isDense(scale: 4))
  }

  /// The coarser samples must neither move the curve nor reach what is drawn after it.
  @Test func aDenseCurveLooksLikeItsPieces() throws {
    let points = (0..<600).map { index in
      Point(x: 5 + 90 * Double(index) / 599, y: 5.13 + 0.03 * Double(index * 7 % 11))
    }
    let dense = try picture([Path(through: points)])
    // Sixty segments each, which are too few to be dense.
    let pieces = try picture(
      stride(from: 0, to: 599, by: 59).map {
        Path(through: Array(points[$0..<min(600, $0 + 61)]))
      })
    #expect(dense.largestTileDifference(pieces) < 3)
    let bare = try picture([])
    #expect(dense.largestTileDifference(bare) > 30)
  }

  /// The curves with a disc below them, four pixels to a point.
  private func picture(_ curves: [Path]) throws -> Picture {
    let disc = Path([
      .move(Point(x: 60, y: 30)),
      .curve(Point(x: 60, y: 43), Point(x: 40, y: 43), Point(x: 40, y: 30)),
      .curve(Point(x: 40, y: 17), Point(x: 60, y: 17), Point(x: 60, y: 30)), .close,
    ])
    let drawing = Drawing(
      identifier: "a", width: 100, height: 50,
      commands: curves.map { .stroke($0, Stroke(color: Color(0), width: 1)) }
        + [.fill(disc, Color(0x0000FF))])
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(CairoRenderer(resolution: 288).render(drawing, as: .png)).write(to: file)
    return try #require(Picture(file: file.path))
  }
}
