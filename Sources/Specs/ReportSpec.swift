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
  /// The works that its text can cite; nil where none are named.
  public var bibliography: Bibliography?
  /// The introduction as `CellKinds` reads it; nil where there is none, or nobody reads it.
  package var introduction: (any ReportCell)?
  /// The blocks of the report from top to bottom; nil for the standard report.
  package var cells: [any ReportCell]?
  /// The style files that the report and its figures name, each once.
  public var styleFiles: [StyleFile] = []
}
