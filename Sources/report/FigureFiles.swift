import CairoRendering
import Diagnostics
import Plotting
import Reports

/// The pictures of a report.
enum FigureFiles {
  /// Every figure as SVG and as PNG, as files below the report's folder.
  ///
  /// - Throws: `.inaccessible` when a font is missing or cairo fails, with what to do.
  static func render(_ figures: [Figure]) throws(InputError) -> [ReportFile] {
    do throws(RenderingError) {
      return try rendered(figures)
    } catch {
      throw InputError(
        .inaccessible, [Diagnostic(file: "figures", message: error.description)])
    }
  }

  private static func rendered(_ figures: [Figure]) throws(RenderingError) -> [ReportFile] {
    let renderer = CairoRenderer()
    var files: [ReportFile] = []
    for figure in figures {
      let drawing = try renderer.drawing(of: figure)
      for format in [FigureFormat.svg, .png] {
        files.append(
          ReportFile(
            path: "figures/\(figure.id).\(format.rawValue)",
            bytes: try renderer.render(drawing, as: format)))
      }
    }
    return files
  }

  /// What a report is made with.
  static func versions(tool: String) -> [ToolVersion] {
    let libraries = CairoRenderer.versions
    return [
      ToolVersion(name: "report", version: tool),
      ToolVersion(name: "cairo", version: libraries.cairo),
      ToolVersion(name: "pango", version: libraries.pango),
    ]
  }
}
