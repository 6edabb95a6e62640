import CairoRendering
import Diagnostics
import Files
import Plotting
import Reports
import SpecLanguage
import Specs

/// The pictures of a report.
package enum FigureFiles {
  /// Files below the report's folder, and the scripts of texts that no installed font has.
  package struct Rendered {
    package var files: [ReportFile] = []
    package var missingScripts: [MissingScript] = []

    fileprivate mutating func append(_ other: Rendered) {
      files += other.files
      missingScripts += other.missingScripts.filter { script in
        !missingScripts.contains { $0.name == script.name }
      }
    }
  }

  /// Every figure in every format.
  ///
  /// - Throws: `.inaccessible` when a font is missing or cairo fails, with what to do.
  package static func render(
    _ pictures: [ReportPicture], as formats: [FigureFormat]
  ) throws(InputError) -> Rendered {
    var rendered = Rendered()
    let names = Set(pictures.map(\.figure.id))
    for picture in pictures {
      rendered.append(try render(picture, as: formats, among: names))
      if let dark = picture.darkFigure, formats.contains(.svg) {
        var picture = picture
        picture.figure = dark
        rendered.append(try render(picture, as: [.svg]))
      }
    }
    return rendered
  }

  /// One picture in several formats.
  ///
  /// - Parameters:
  ///   - name: the name of its files without ending; nil for its id.
  ///   - names: the names of pictures whose files lie beside its own.
  /// - Throws: `.malformed` with what the spec asks of it in vain, at its place in the spec.
  package static func render(
    _ picture: ReportPicture, as formats: [FigureFormat], named name: String? = nil,
    among names: Set<String> = []
  ) throws(InputError) -> Rendered {
    let figure = picture.figure
    // The dark version has the same faults.
    let faults = picture.faults + CairoRenderer.faults(of: figure)
    guard faults.isEmpty else { throw InputError(faults.map(picture.diagnostic)) }
    var renderer = picture.resolution.map { CairoRenderer(resolution: $0) } ?? CairoRenderer()
    renderer.svgText = picture.svgText
    do throws(RenderingError) {
      let drawing = try renderer.drawing(of: figure)
      var rendered = Rendered(missingScripts: CairoRenderer.missingScripts(in: drawing))
      for format in formats {
        let name = name ?? figure.id
        let art = LaTeXPicture.pictureName(of: name, among: names)
        rendered.files += try renderer.files(drawing, as: format, name: name, picture: art).map {
          ReportFile(path: "figures/\($0.name)", bytes: $0.bytes)
        }
      }
      return rendered
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

  /// The fonts of the pictures, by the names of their families.
  ///
  /// - Throws: `.inaccessible` when one is missing.
  static func fonts(of pictures: [ReportPicture]) throws(InputError) -> [DrawnFont] {
    var fonts: [DrawnFont] = []
    for family in Set(pictures.map(\.figure.style.fontFamily)).sorted() {
      do throws(RenderingError) {
        let bytes = try CairoRenderer.fontFile(family: family)
        fonts.append(DrawnFont(family: family, sha256: SHA256.hex(of: bytes)))
      } catch {
        throw InputError(
          .inaccessible, [Diagnostic(file: "font \(family)", message: error.description)])
      }
    }
    return fonts
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

/// A font that figures are drawn with.
struct DrawnFont: Hashable, Sendable {
  /// Its family.
  var family: String
  /// The SHA-256 of the file of its regular face.
  var sha256: String
}
