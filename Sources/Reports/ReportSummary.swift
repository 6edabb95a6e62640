import Analysis

/// The answer, the table of verdicts and the claims of a report as Markdown for a page that shows no more: the
/// summary of a job in continuous integration.
struct ReportSummary {
  /// The Markdown, without links, which would lead nowhere.
  let markdown: String

  /// - Parameters:
  ///   - title: the report's.
  ///   - claims: the blocks of the report's claims.
  init(title: String, _ comparison: Comparison, claims: [Block]) {
    var numbering = Numbering()
    var blocks: [Block] = [.heading(level: 1, [.text(title)])]
    blocks += AnswerSection(comparison: comparison).blocks(&numbering)
    blocks += claims
    markdown = BoundedMarkdown.text(
      blocks.map(\.withoutLinks), rest: "in the report", isolating: IsolatedNames(comparison))
  }
}

extension Block {
  /// The same with the text of links alone.
  fileprivate var withoutLinks: Block {
    switch self {
    case .paragraph(let inlines): .paragraph(inlines.withoutLinks)
    case .list(let points): .list(points.map(\.withoutLinks))
    default: self
    }
  }
}

extension [Inline] {
  fileprivate var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      if case .link(let inner, _) = inline { inner.withoutLinks } else { [inline] }
    }
  }
}
