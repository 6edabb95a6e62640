import Diagnostics
import SpecLanguage

extension ReportSpec {
  /// The report of a spec that says nothing of it.
  package static let standard = ReportSpec(look: FigureLook(), formats: [.svg, .png], cells: nil)

  /// What a spec may say of its report.
  package static let shape = Shape<ReportSpec>.object("report") { keys in
    let look = FigureLook.asked(of: keys)
    let formats = keys.optional(
      "formats", Shape<[FigureFileFormat]>.list(of: .choice(), "formats").unique(),
      default: ["svg", "png"], "files of each figure")
    let cells = keys.optional(
      "cells", .list(of: ReportCell.shape, "cells"), "blocks of the report, from top to bottom")
    guard let formats else { return nil }
    return ReportSpec(look: look, formats: formats, cells: cells)
  }
}

extension FigureLook {
  /// Asks for what makes a look.
  package static func asked(of keys: Keys) -> FigureLook {
    var look = FigureLook()
    // On a narrower canvas numbers have no room beside a panel.
    let (width, height) = (NumberDomain(lower: 2, upper: 20), NumberDomain(lower: 1, upper: 20))
    look.style = keys.optional(
      "style", .choice(presets.map { ($0, $0) }),
      "preset of sizes, colours and fonts; by default screen")
    look.width = keys.optional("width", .number(width), "width in inches; by default the style's")
    look.height = keys.optional(
      "height", .number(height), "height in inches; by default that of the panels")
    look.font = keys.optional("font", .text(.line), "family of all text; by default DejaVu Sans")
    look.palette = keys.optional(
      "palette", .choice(palettes.map { ($0, $0) }), "colours; by default okabe-ito")
    look.resolution = keys.optional(
      "dpi", .number(NumberDomain(lower: 36, upper: 1200)),
      "pixels per inch of PNG files; by default 192")
    look.svgText = keys.optional(
      "svg_text", .choice(),
      "text of SVG files: outlines (by default), or text in the reader's fonts")
    return look
  }
}

extension ReportCell {
  /// An object that has one of the keys `section`, `markdown`, `figure` and `table`.
  package static let shape = Shape<ReportCell>.object("cell") { keys in
    keys.branch(
      onOneOf: [
        (
          "section",
          { keys in
            let section: ReportSection? = keys.required(
              "section", .choice(of: "section"), "standard part of a report")
            return section.map { .section($0) }
          }
        ),
        (
          "markdown",
          { keys in
            keys.required("markdown", .text, "text, Markdown").map { .markdown($0) }
          }
        ),
        ("figure", { keys in FigureSpec.asked(of: keys).map { .figure($0) } }),
        ("table", { keys in TableSpec.asked(of: keys).map { .table($0) } }),
      ], "block of the report")
  }
}
