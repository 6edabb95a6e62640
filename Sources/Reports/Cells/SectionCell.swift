import SpecLanguage

/// One of the standard parts of a report.
struct SectionCell: ComposedCell {
  static let key = "section"
  let section: ReportSection

  static func asked(of keys: Keys) -> SectionCell? {
    keys.required(
      key, .choice(ReportSection.all.map { ($0.name, $0) }, of: "section"),
      "standard part of a report"
    ).map(SectionCell.init)
  }

  func blocks(in composer: inout ReportComposer) -> [Block] { section.blocks(&composer) }
}
