import CairoRendering
import Diagnostics
import Plotting
import Reports

/// The pictures of a report.
enum FigureFiles {
  /// Every figure in every format, as files below the report's folder.
  ///
  /// - Throws: `.inaccessible` when a font is missing or cairo fails, with what to do.
  static func render(
    _ pictures: [ReportPicture], as formats: [FigureFormat]
  ) throws(InputError) -> [ReportFile] {
    var files: [ReportFile] = []
    for picture in pictures {
      let rendered = try render(picture, as: formats)
      for (format, bytes) in zip(formats, rendered) {
        files.append(
          ReportFile(path: "figures/\(picture.figure.id).\(format.rawValue)", bytes: bytes))
      }
    }
    return files
  }

  /// One figure in several formats.
  static func render(
    _ picture: ReportPicture, as formats: [FigureFormat]
  ) throws(InputError) -> [[UInt8]] {
    let renderer =
      picture.resolution.map { CairoRenderer(resolution: $0) } ?? CairoRenderer()
    do throws(RenderingError) {
      let drawing = try renderer.drawing(of: picture.figure)
      var files: [[UInt8]] = []
      for format in formats { files.append(try renderer.render(drawing, as: format)) }
      return files
    } catch {
      throw InputError(
        .inaccessible,
        [Diagnostic(file: "figure \(picture.figure.id)", message: error.description)])
    }
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
