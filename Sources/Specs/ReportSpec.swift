/// How the report looks and what it consists of.
public struct ReportSpec: Hashable, Sendable {
  /// How figures look, unless a figure says otherwise.
  public var look: FigureLook
  /// The files of each figure, without repeats, at least one.
  public var formats: [FigureFileFormat]
  /// The blocks of the report from top to bottom; nil for the standard report.
  public var cells: [ReportCell]?
}

/// One block of a report.
public enum ReportCell: Hashable, Sendable {
  /// One of the standard parts.
  case section(ReportSection)
  /// Markdown of the author's.
  case markdown(String)
  /// A figure.
  case figure(FigureSpec)
  /// A table.
  case table(TableSpec)
}

/// The standard parts of a report.
public enum ReportSection: String, Hashable, Sendable, CaseIterable {
  /// Who wins, by how much, how sure.
  case answer
  /// Problems and optimizers.
  case setup
  /// Figures and tables of each problem.
  case results
  /// How the report was made.
  case provenance
}

/// The files that a figure can be written as.
public enum FigureFileFormat: String, Hashable, Sendable, CaseIterable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Network Graphics.
  case png
  /// Portable Document Format.
  case pdf
}

/// What text in SVG files is made of.
public enum SVGTextForm: String, Hashable, Sendable, CaseIterable {
  /// Outlines, which look the same everywhere.
  case paths
  /// Text, which can be searched and edited, in the reader's own fonts.
  case text
}

/// How a figure looks; what is nil is as the preset has it.
public struct FigureLook: Hashable, Sendable {
  /// The names of the presets, the default first.
  public static let presets = [
    "screen", "screen-dark", "neurips", "iclr", "icml", "icml-wide", "ieee", "ieee-wide", "nature",
    "nature-wide", "jmlr", "tmlr",
  ]
  /// The names of the palettes.
  public static let palettes = ["okabe-ito", "tol"]

  /// The name of a preset.
  public var style: String?
  /// The width in inches, from 2 to 20.
  public var width: Double?
  /// The height in inches.
  public var height: Double?
  /// The family of all text.
  public var font: String?
  /// The name of a palette.
  public var palette: String?
  /// The pixels per inch of PNG files.
  public var resolution: Double?
  /// What text in SVG files is made of.
  public var svgText: SVGTextForm?

  /// A look of which nothing is said.
  public init() {}

  /// This look where it says something, else `other`.
  public func over(_ other: FigureLook) -> FigureLook {
    var look = self
    look.style = style ?? other.style
    // A width that was chosen for one preset does not fit another.
    if style == nil || style == other.style {
      look.width = width ?? other.width
      look.height = height ?? other.height
    }
    look.font = font ?? other.font
    look.palette = palette ?? other.palette
    look.resolution = resolution ?? other.resolution
    look.svgText = svgText ?? other.svgText
    return look
  }
}
