/// The words of a drawing for the TeX of a paper: an environment `picture` that shows a PDF file without
/// text and puts every label where the drawing has it, in the paper's fonts.
public struct LaTeXPicture {
  private let drawing: Drawing

  /// Takes the texts of `drawing`.
  public init(_ drawing: Drawing) { self.drawing = drawing }

  /// What the PDF file without text is called beside a file called `name`; another name where it would
  /// be that of one of `others`.
  public static func pictureName(of name: String, among others: Set<String> = []) -> String {
    var picture = name + "-art"
    while others.contains(picture) { picture += "-art" }
    return picture
  }

  /// The file that a paper inputs.
  ///
  /// - Parameter picture: the name of the PDF file beside it that holds all but the text.
  public func file(picture: String) -> String {
    let height = drawing.height / max(drawing.width, 1e-9)
    var lines = [
      "% Made by `report`. \\input this file where the figure stands; it needs the package graphicx,",
      "% and color or xcolor for coloured words. From another folder: \\newcommand\\reportfigurepath{folder/}.",
      "% To scale it: \\newlength\\reportfigurewidth \\setlength\\reportfigurewidth{\\columnwidth}.",
      "\\begingroup%", "\\providecommand\\reportfigurepath{}%",
      "\\providecommand\\color[2][]{}%",
      "\\ifx\\reportfigurewidth\\undefined%",
      "  \\setlength\\unitlength{\(Self.number(drawing.width, decimals: 3))bp}%",
      "\\else%", "  \\setlength\\unitlength{\\reportfigurewidth}%", "\\fi%",
      "\\begin{picture}(1,\(Self.number(height, decimals: 6)))%",
      "  \\put(0,0){\\includegraphics[width=\\unitlength]{\\reportfigurepath \(picture)}}%",
    ]
    for run in drawing.textRuns {
      if let label = run.label { lines.append(put(run, label)) }
    }
    return (lines + ["\\end{picture}%", "\\endgroup%"]).joined(separator: "\n") + "\n"
  }

  private func put(_ run: TextRun, _ label: TextLabel) -> String {
    let part: Double
    let letter: String
    switch label.anchor {
    case .start: (part, letter) = (0, "l")
    case .middle: (part, letter) = (0.5, "")
    case .end: (part, letter) = (1, "r")
    }
    let along = part * label.width - label.lead
    let isTurned = run.direction == .upwards
    let x = run.origin.x + (isTurned ? 0 : along)
    let y = drawing.height - run.origin.y + (isTurned ? along : 0)
    let size = Self.number(run.font.size, decimals: 2)
    let leading = Self.number(1.2 * run.font.size, decimals: 2)
    var text = "\\fontsize{\(size)bp}{\(leading)bp}\\selectfont"
    if run.font.isBold { text += "\\bfseries" }
    text += " " + (label.latex ?? LaTeXEscaping.escaped(run.text))
    let parts = [run.color.red, run.color.green, run.color.blue].map {
      Self.number(min(1, max(0, $0)), decimals: 3)
    }
    text = "\\color[rgb]{\(parts.joined(separator: ","))}" + text
    // Without height and depth: the baseline is what keeps its place.
    var box = "\\makebox(0,0)[\(letter)b]{\\smash{\(text)}}"
    if isTurned { box = "\\rotatebox{90}{\(box)}" }
    return "  \\put(\(share(of: x)),\(share(of: y))){\(box)}%"
  }

  /// A length as a share of the drawing's width.
  private func share(of length: Double) -> String {
    Self.number(length / max(drawing.width, 1e-9), decimals: 6)
  }

  /// A number without exponent; 0 for none, and no farther out than TeX's lengths reach.
  private static func number(_ value: Double, decimals: Int) -> String {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let whole = value.isNaN ? 0 : Int(max(-1e10, min(1e10, (value * unit).rounded())))
    let digits = String(whole.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (whole < 0 ? "-" : "") + padded.dropLast(decimals)
      + (decimals > 0 ? "." + padded.suffix(decimals) : "")
  }
}
