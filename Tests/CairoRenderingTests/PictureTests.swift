import CCairo
import Foundation
import Plotting
import Testing

@testable import CairoRendering

/// Pictures beside ones that were looked at, tile by tile: one wrong letter shows in its tile and
/// would be lost in the mean of a whole picture.
@Suite struct PictureTests {
  /// Grey values from 0 to 255, row by row.
  private struct Picture {
    var width = 0
    var height = 0
    var grey: [Double] = []

    init?(file: String) {
      let surface = cairo_image_surface_create_from_png(file)
      defer { cairo_surface_destroy(surface) }
      guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
        let data = cairo_image_surface_get_data(surface)
      else { return nil }
      width = Int(cairo_image_surface_get_width(surface))
      height = Int(cairo_image_surface_get_height(surface))
      let stride = Int(cairo_image_surface_get_stride(surface))
      for row in 0..<height {
        for column in 0..<width {
          let place = row * stride + 4 * column
          grey.append((Double(data[place]) + Double(data[place + 1]) + Double(data[place + 2])) / 3)
        }
      }
    }

    /// The largest mean difference over tiles of 30 x 30 pixels.
    func largestTileDifference(_ other: Picture) -> Double {
      var largest = 0.0
      for top in stride(from: 0, to: height, by: 30) {
        for left in stride(from: 0, to: width, by: 30) {
          var sum = 0.0
          let (bottom, right) = (min(height, top + 30), min(width, left + 30))
          for row in top..<bottom {
            for column in left..<right {
              sum += abs(grey[row * width + column] - other.grey[row * width + column])
            }
          }
          largest = max(largest, sum / Double((bottom - top) * (right - left)))
        }
      }
      return largest
    }
  }

  private func reference(_ name: String, filePath: String = #filePath) -> String {
    URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent("References/\(name).png").path
  }

  @Test(arguments: KindSamples.names)
  func looksAsItDid(name: String) throws {
    let png = try CairoRenderer(resolution: 96).render(KindSamples.figure(name), as: .png)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).png")
    try Data(png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try Data(png).write(to: URL(fileURLWithPath: reference(name)))
    }
    let found = try #require(Picture(file: file.path))
    let expected = try #require(Picture(file: reference(name)))
    try #require(found.width == expected.width && found.height == expected.height)
    // Other versions of FreeType shade the edges of letters a little differently.
    #expect(found.largestTileDifference(expected) < 4)
  }

  @Test func translucentCurvesAreEvenWhereTheirPiecesMeet() throws {
    let points = (0...300).map { Point(x: Double($0) / 3, y: 10) }
    let stroke = Stroke(color: Color(0x000000, opacity: 0.5), width: 4)
    let drawing = Drawing(
      identifier: "line", width: 100, height: 20, commands: [.stroke(Path(through: points), stroke)]
    )
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).png")
    try Data(CairoRenderer(resolution: 72).render(drawing, as: .png)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let picture = try #require(Picture(file: file.path))
    let middle = picture.grey[(10 * picture.width)..<(11 * picture.width)]
    // Half of black on white, in eight bits.
    #expect(middle.dropFirst().dropLast().allSatisfy { abs($0 - 127.5) <= 1 })
  }

  @Test func aWrongPictureIsSeen() throws {
    let one = try #require(Picture(file: reference("heat-map")))
    var other = one
    // A letter's worth of ink.
    for row in 3..<12 { for column in 3..<11 { other.grey[row * one.width + column] = 0 } }
    #expect(one.largestTileDifference(other) > 4)
  }
}
