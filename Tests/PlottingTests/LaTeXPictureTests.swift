import Testing

@testable import Plotting

@Suite struct LaTeXPictureTests {
  /// Written by hand from LaTeX's manual, "The picture environment".
  @Test func everyLabelHasItsPlace() {
    let font = Font(family: "A", size: 8)
    let black = Color(0x000000)
    var drawing = Drawing(identifier: "a", width: 200, height: 100)
    drawing.commands = [
      .stroke(Path(through: []), Stroke(color: black, width: 1)),
      .text(TextRun(text: "50 % _x", font: font, color: black, origin: Point(x: 20, y: 90))),
      .text(
        TextRun(
          text: "10", font: font, color: Color(0xFF0000), origin: Point(x: 100, y: 50),
          label: TextLabel(latex: "10$^{3}$", anchor: .end, width: 14))),
      .text(TextRun(text: "3", font: font, color: black, origin: Point(x: 110, y: 47), label: nil)),
      .text(
        TextRun(
          text: "up", font: Font(family: "A", size: 8, isBold: true), color: black,
          origin: Point(x: 10, y: 60), direction: .upwards,
          label: TextLabel(anchor: .middle, width: 20))),
    ]
    let lines = LaTeXPicture(drawing).file(picture: "a-art.pdf").split(separator: "\n").map(
      String.init)
    #expect(lines.contains("\\begin{picture}(1,0.500000)%"))
    #expect(lines.contains("  \\setlength\\unitlength{200.000bp}%"))
    #expect(
      lines.contains(
        "  \\put(0,0){\\includegraphics[width=\\unitlength]{\\reportfigurepath a-art.pdf}}%"))
    let font8 = "\\fontsize{8.00bp}{9.60bp}\\selectfont"
    #expect(
      lines.filter { $0.contains("\\makebox") } == [
        "  \\put(0.100000,0.050000){\\makebox(0,0)[lb]{\\smash{\\color[rgb]{0.000,0.000,0.000}"
          + "\(font8) 50 \\% \\_x}}}%",
        "  \\put(0.570000,0.250000){\\makebox(0,0)[rb]{\\smash{\\color[rgb]{1.000,0.000,0.000}"
          + "\(font8) 10$^{3}$}}}%",
        "  \\put(0.050000,0.250000){\\rotatebox{90}{\\makebox(0,0)[b]{\\smash{\\color[rgb]"
          + "{0.000,0.000,0.000}\(font8)\\bfseries up}}}}%",
      ])
    #expect(drawing.withoutText.commands.count == 1)
  }

  @Test func thePictureHasANameOfItsOwn() {
    #expect(LaTeXPicture.pictureName(of: "a") == "a-art")
    #expect(LaTeXPicture.pictureName(of: "a", among: ["a", "a-art"]) == "a-art-art")
  }
}
