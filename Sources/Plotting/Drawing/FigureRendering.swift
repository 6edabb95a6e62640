/// A file format that a figure can be written in.
public enum FigureFormat: String, Sendable, Hashable, CaseIterable {
  /// Scalable Vector Graphics, with text as outlines.
  case svg
  /// Portable Network Graphics.
  case png
  /// Portable Document Format, with fonts embedded.
  case pdf
  /// Encapsulated PostScript, with fonts embedded and no transparency.
  case eps
  /// A picture for LaTeX, which sets the words itself, beside a PDF file that holds all but the text.
  case pdfTeX = "pdf_tex"
}

/// What text in SVG files is made of, by the names that specs write.
public enum SVGTextForm: String, Sendable, Hashable, CaseIterable {
  /// Outlines, which look the same everywhere.
  case outlines = "paths"
  /// Text, which can be searched and edited, in the reader's own fonts.
  case text
}

/// Whoever turns figures into files.
public protocol FigureRendering: Sendable {
  /// The bytes of a file in `format` that shows `figure`; the same figure gives the same bytes.
  func render(_ figure: Figure, as format: FigureFormat) throws -> [UInt8]
}
