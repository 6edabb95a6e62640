import Plotting
import Testing

@testable import CairoRendering

@Suite struct VectorWriterTests {
  /// Written by hand from SVG 1.1, chapters 8, 11 and 14.
  @Test func aFileHoldsPathsInShort() {
    let pen = Stroke(color: Color(0x0000FF, opacity: 0.5), width: 0.5, dash: [3, 1.5])
    let corners = [Point(x: 0, y: 0), Point(x: 5, y: 0), Point(x: 5, y: 5)]
    var area = Path()
    area.append(corners, closed: true)
    var drawing = Drawing(identifier: "d", width: 100, height: 50)
    drawing.commands = [
      .stroke(Path(through: [Point(x: 1, y: 2), Point(x: 3.456, y: 50)]), pen),
      .pushClip(Rectangle(x: 10, y: 20, width: 30, height: 40)),
      .fill(area, Color(0xFF0000, opacity: 0.2)), .popClip,
      .stroke(Path(through: corners), Stroke(color: Color(0x00FF00), width: 1)),
    ]
    #expect(
      String(decoding: VectorWriter.file(drawing, textForm: .outlines), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
        width="100pt" height="50pt" viewBox="0 0 100 50" version="1.1" role="img">
        <rect width="100%" height="100%" fill="#ffffff"/>
        <path fill="none" stroke-linejoin="round" stroke="#0000ff" stroke-opacity=".5" \
        stroke-width=".5" stroke-dasharray="3 1.5" d="M1 2l2.46 48"/>
        <clipPath id="d-1"><rect x="10" y="20" width="30" height="40"/></clipPath>
        <g clip-path="url(#d-1)">
        <path fill="#ff0000" fill-opacity=".2" d="M0 0l5 0 0 5z"/>
        </g>
        <path fill="none" stroke-linejoin="round" stroke="#00ff00" stroke-width="1" d="M0 0l5 0 0 5"/>
        </svg>

        """)
  }
}
