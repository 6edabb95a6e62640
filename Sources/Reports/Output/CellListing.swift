import SpecLanguage

extension Listing {
  /// The kinds of figure.
  public static var figures: Listing {
    Listing(
      noun: "figure",
      entries: FigureKinds.all.map { kind in
        let keys = Keys(describing: FigureCell.key)
        _ = FigureCell.asked(of: keys, kind)
        return Entry(
          name: kind.name, summary: kind.summary, keys: keys, example: kind.example)
      })
  }

  /// The kinds of table.
  public static var tables: Listing {
    Listing(
      noun: "table",
      entries: TableKinds.all.map { kind in
        let keys = Keys(describing: TableCell.key)
        _ = TableSpec.asked(of: keys)
        return Entry(
          name: kind.name, summary: kind.summary,
          keys: keys, example: #"{ "\#(TableCell.key)": "\#(kind.name)" }"#)
      })
  }

  /// The standard parts of a report.
  public static var sections: Listing {
    Listing(
      noun: "section",
      entries: ReportSection.all.map { section in
        Entry(
          name: section.name, summary: section.summary, keys: Keys(describing: SectionCell.key),
          example: #"{ "\#(SectionCell.key)": "\#(section.name)" }"#)
      })
  }
}
