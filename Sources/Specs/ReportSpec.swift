import Plotting

/// How the report looks and what it consists of.
public struct ReportSpec: Sendable {
  /// How figures look, unless a figure says otherwise.
  public var look: FigureLook
  /// The files of each figure, without repeats, at least one.
  public var formats: [FigureFormat]
  /// The blocks of the report from top to bottom; nil for the standard report.
  package var cells: [any ReportCell]?
}
