import CairoRendering
import Diagnostics
import Plotting
import Reports
import SpecLanguage
import Specs

/// The pictures of a report.
package enum FigureFiles {
  /// Every figure in every format, as files below the report's folder.
  ///
  /// - Throws: `.inaccessible` when a font is missing or cairo fails, with what to do.
  package static func render(
    _ pictures: [ReportPicture], as formats: [FigureFormat]
  ) throws(InputError) -> [ReportFile] {
    var files: [ReportFile] = []
    for picture in pictures {
      files += try render(picture, as: formats)
      if let dark = picture.darkFigure, formats.contains(.svg) {
        var picture = picture
        picture.figure = dark
        files += try render(picture, as: [.svg])
      }
    }
    return files
  }

  /// One picture in several formats, as files below the report's folder.
  package static func render(
    _ picture: ReportPicture, as formats: [FigureFormat]
  ) throws(InputError) -> [ReportFile] {
    let figure = picture.figure
    var renderer = picture.resolution.map { CairoRenderer(resolution: $0) } ?? CairoRenderer()
    renderer.svgText = picture.svgText
    do throws(RenderingError) {
      let drawing = try renderer.drawing(of: figure)
      var files: [ReportFile] = []
      for format in formats {
        files.append(
          ReportFile(
            path: "figures/\(figure.id).\(format.rawValue)",
            bytes: try renderer.render(drawing, as: format)))
      }
      return files
    } catch {
      throw InputError(
        .inaccessible, [Diagnostic(file: "figure \(figure.id)", message: error.description)])
    }
  }

  /// Checks that the fonts which a spec names are installed, before hours of runs.
  ///
  /// - Throws: `.inaccessible` with the package to install.
  package static func requireFonts(of spec: ExperimentSpec) throws(InputError) {
    let cells = (spec.report.cells ?? []).enumerated().compactMap { index, cell in
      (cell as? FigureCell).map {
        (look: $0.look, path: ["report", "cells", .index(index)] as [JSONStep])
      }
    }
    for (look, path) in [(spec.report.look, ["report"])] + cells {
      guard let family = look.font else { continue }
      do throws(RenderingError) {
        try CairoRenderer.require(family: family)
      } catch {
        throw InputError(
          .inaccessible,
          [spec.source.diagnostic(at: path + ["font"], message: error.description)])
      }
    }
  }

  /// What a report is made with.
  package static func versions(tool: String) -> [ToolVersion] {
    let libraries = CairoRenderer.versions
    return [
      ToolVersion(name: "report", version: tool),
      ToolVersion(name: "cairo", version: libraries.cairo),
      ToolVersion(name: "pango", version: libraries.pango),
    ]
  }
}
