import Plotting

/// How the report looks and what it consists of.
public struct ReportSpec: Sendable {
  /// How figures look, unless a figure says otherwise.
  public var look: FigureLook
  /// The files of each figure, without repeats, at least one.
  public var formats: [FigureFormat]
  /// The position in the spec of the optimizer that all others are compared with; nil where all pairs
  /// are compared.
  public var baseline: Int?
  /// What counts as practically equal.
  public var margins: Margins
  /// Which comparisons the report's statements hold for together.
  public var family: FamilyScope
  /// The blocks of the report from top to bottom; nil for the standard report.
  package var cells: [any ReportCell]?
}
