import SpecLanguage

/// Reads a style file that a spec names; whoever decodes a spec says how. Plotting opens no files.
package enum StyleFileReading: DecodingSetting {
  /// Takes the path as the spec writes it; notes faults and returns nil where there is no style.
  package typealias Reading = @Sendable (_ path: JSONValue, Decoding) -> FigureStyle?

  /// No files, until it is said.
  package static let initialValue: Reading? = nil
}

extension Shape<FigureStyle> {
  private static var presets: Shape {
    .choice(FigureStyle.presets.map { ($0.name, $0) }, of: "style")
  }

  /// The path of a style file ends in this.
  package static var ending: String { ".json" }

  /// The name of a preset, or the path of a style file.
  static var style: Shape {
    Shape(
      types: [.text],
      expectation: "\(presets.expectation), or the path of a style file, which ends in \(ending)",
      schema: { definitions in
        [
          "anyOf": [
            presets.schema(definitions), ["type": "string", "pattern": "\\.json$"],
          ]
        ]
      },
      read: { value, label, decoding in
        guard case .text(let text) = value.content, text.hasSuffix(ending),
          let reading = decoding[StyleFileReading.self]
        else { return presets.read(value, label, decoding) }
        return reading(value, decoding)
      })
  }

  /// What a style file may be: a preset, and what is another than there.
  ///
  /// - Parameter name: what the style is called, the file's path.
  package static func file(named name: String) -> Shape {
    .object("style file") { keys in
      var style =
        keys.optional(
          "base", presets, showing: .text(FigureStyle.screen.name), "preset that the rest changes")
        ?? .screen
      style.name = name
      let width = keys.optional("width", .number(FigureLook.widths), "width in inches")
      if let width { (style.width, style.isFlexible) = (width, false) }
      style.textSize =
        keys.optional("text_size", .number(textSizes), "size of labels in points")
        ?? style.textSize
      style.tickSize =
        keys.optional("tick_size", .number(textSizes), "size of tick labels in points")
        ?? style.tickSize
      style.fontFamily =
        keys.optional("font", .text(.line), "family of all text") ?? style.fontFamily
      style.palette =
        keys.optional("palette", .palette, "colours of series: a name, or a list of them")
        ?? style.palette
      style.lineWidth =
        keys.optional("line_width", .number(lineWidths), "width of curves in points")
        ?? style.lineWidth
      style.axisWidth =
        keys.optional("axis_width", .number(lineWidths), "width of axes in points")
        ?? style.axisWidth
      style.bandOpacity =
        keys.optional(
          "band_opacity", .number(NumberDomain(lower: 0, upper: 1)),
          "opacity of filled bands, from 0 to 1")
        ?? style.bandOpacity
      if let hasGrid = keys.optional("grid", .flag, "whether grid lines are drawn") {
        let usual = style.isDark ? FigureStyle.screenDark.grid : FigureStyle.screen.grid
        style.grid = hasGrid ? style.grid ?? usual : nil
      }
      return style
    }
  }

  private static var textSizes: NumberDomain { NumberDomain(lower: 4, upper: 30) }
  private static var lineWidths: NumberDomain { NumberDomain(lower: 0.1, upper: 10) }
}

extension Shape<Palette> {
  /// A palette by its name, or its colours.
  fileprivate static var palette: Shape {
    .either(
      .choice(Palette.named.map { ($0.name, $0.palette) }, of: "palette"),
      Shape<[Color]>.list(of: .color, "colours").unique().map { Palette($0) })
  }
}
