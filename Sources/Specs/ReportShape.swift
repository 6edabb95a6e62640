import Plotting
import SpecLanguage

extension ReportSpec {
  /// What a spec may say of its report.
  package static func shape(cells kinds: CellKinds) -> Shape<ReportSpec> {
    .object("report") { keys in
      let look = FigureLook.asked(of: keys)
      let formats = keys.optional(
        "formats", Shape<[FigureFormat]>.list(of: .choice(), "formats").unique(),
        default: ["svg", "png"], "files of each figure")
      let baseline = keys.optional(
        "baseline", .only("optimizer"),
        "optimizer that all others are compared with; by default all pairs are compared")
      let margins = keys.optional(
        "margin", Margins.shape, default: [:], "differences that count as practically equal")
      let family: FamilyScope? = keys.optional(
        "family", .choice(), default: "report",
        "comparisons that the statements hold for together: the whole report's, or each problem's")
      let bibliography = keys.optional(
        "bibliography", .bibliography, "BibTeX file with the works that its text cites")
      keys.subject?.decoding[GivenBibliography.self] =
        bibliography.map { .given($0) }
        ?? (keys.subject?.members["bibliography"] == nil ? .absent : .faulty)
      let cells =
        kinds.types.isEmpty
        ? nil
        : keys.optional(
          "cells", .list(of: kinds.shape, "cells"), "blocks of the report, from top to bottom")
      guard let formats, let margins, let family else { return nil }
      return ReportSpec(
        look: look, formats: formats, baseline: baseline, margins: margins, family: family,
        bibliography: bibliography, cells: cells)
    }
  }
}

extension CellKinds {
  /// An object that has the key of one of the kinds.
  fileprivate var shape: Shape<any ReportCell> {
    .object("cell") { [types] keys in
      keys.branch(
        onOneOf: types.map { type in (type.key, { Self.cell(type, $0) }) }, "block of the report")
    }
  }

  private static func cell(_ type: any ReportCell.Type, _ keys: Keys) -> (any ReportCell)? {
    type.asked(of: keys)
  }
}
