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
}
