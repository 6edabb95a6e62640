import Foundation
import Testing

@testable import CairoRendering

@Suite struct FontFileTests {
  private static let texFolder = "/usr/share/texmf/fonts/opentype/public"

  /// What a message says to install must be found when it is.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "\(texFolder)/lm"),
      "skipped: needs Latin Modern (apt install fonts-lmodern)"))
  func fontsOfTeXAreFound() throws {
    #expect(FontPackage.package(of: "Latin Modern Roman") == "fonts-lmodern")
    let file = try FontFile.bytes(of: "Latin Modern Roman")
    let installed = try Data(
      contentsOf: URL(fileURLWithPath: "\(Self.texFolder)/lm/lmroman10-regular.otf"))
    #expect(file == Array(installed))
  }

  /// fc-match puts another family in their place on each machine.
  @Test(arguments: ["serif", "Sans", "sans-serif", "Monospace"])
  func genericNamesAreRefused(name: String) {
    let error = #expect(throws: RenderingError.self) { try FontFile.require(name) }
    #expect(error?.description.contains("stands for another font on each machine") == true)
  }

  /// `fc-list` names it beside 'DejaVu Sans', in whose file it lies.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(
        atPath: "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf"),
      "skipped: needs DejaVu Sans Condensed (apt install fonts-dejavu-extra)"))
  func everyNameOfAFontIsFound() throws {
    let file = try FontFile.bytes(of: "dejavu sans condensed")
    let path = "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf"
    #expect(file == Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(throws: RenderingError.self) { try FontFile.require("DejaVuSans") }
  }
}
