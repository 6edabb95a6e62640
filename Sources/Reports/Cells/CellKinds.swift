import SpecLanguage
import Specs

extension CellKinds {
  /// The cells that reports are made of.
  public static let standard = CellKinds(
    [SectionCell.self, MarkdownCell.self, FigureCell.self, TableCell.self, ClaimCell.self],
    introduction: Introduction.self)
}

/// A cell that knows the blocks it becomes.
protocol ComposedCell: ReportCell {
  /// Its blocks, for the next place in the report.
  func blocks(in composer: inout ReportComposer) -> [Block]
}
