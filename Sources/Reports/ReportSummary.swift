import Analysis

/// The answer, the table of verdicts and the claims of a report as Markdown for a page that shows no more: the
/// summary of a job in continuous integration.
struct ReportSummary {
  /// The most characters: such pages drop whole what is longer.
  static let mostCharacters = 60_000

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
    let text = Self.text(of: blocks.map { $0.withoutLinks })
    markdown = String(text.prefix(Self.mostCharacters))
  }

  /// The Markdown of as many blocks as are not too long, at least of the first.
  private static func text(of blocks: [Block]) -> String {
    let writer = MarkdownWriter()
    let all = writer.markdown(Document(blocks))
    guard all.count > mostCharacters, blocks.count > 1 else { return all }
    let note = Block.paragraph(["The rest is in the report."])
    func text(first count: Int) -> String {
      writer.markdown(Document(blocks.prefix(count) + [note]))
    }
    // More blocks are longer; written anew for each of thousands of claims, this would take minutes.
    var (fitting, tooMany) = (1, blocks.count)
    while tooMany - fitting > 1 {
      let middle = (fitting + tooMany) / 2
      if text(first: middle).count > mostCharacters { tooMany = middle } else { fitting = middle }
    }
    return text(first: fitting)
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
