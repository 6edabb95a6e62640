/// Writes a document as Markdown that GitHub and GitLab both show, and that reads well as plain text.
public struct MarkdownWriter: Sendable {
  /// The names that stand apart from text of another direction.
  private let names: IsolatedNames
  /// Whether an author's text is kept apart like ours: it stands in a line of ours.
  private let isolatesProse: Bool

  /// A writer.
  ///
  /// - Parameters:
  ///   - names: the names that stand apart from text of another direction.
  ///   - isolatesProse: whether an author's text stands in lines of ours.
  public init(isolating names: IsolatedNames = .none, isolatesProse: Bool = false) {
    self.names = names
    self.isolatesProse = isolatesProse
  }

  /// Markdown without the marks around names, for a file that machines read.
  package static func unmarked(_ markdown: String) -> String {
    let marks = "\u{2068}\u{2069}\u{200E}".unicodeScalars
    return String(String.UnicodeScalarView(markdown.unicodeScalars.filter { !marks.contains($0) }))
  }

  /// The document as Markdown, ending with a newline.
  public func markdown(_ document: Document) -> String {
    markdown(document.blocks) + "\n"
  }

  func markdown(_ blocks: [Block]) -> String {
    var texts: [String] = []
    var usesOtherMark = false
    for (index, block) in blocks.enumerated() {
      // Two lists in a row would become one, if their marks were the same.
      let follows = index > 0 && block.isList(like: blocks[index - 1])
      usesOtherMark = follows && !usesOtherMark
      if case .items(let list) = block {
        texts.append(items(list, usesOtherMark: usesOtherMark))
      } else {
        texts.append(markdown(block))
      }
    }
    return texts.joined(separator: "\n\n")
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let level, let inlines):
      return String(repeating: "#", count: level) + " " + markdown(inlines)
    case .paragraph(let inlines):
      return markdown(inlines)
    case .list(let items):
      return items.map { "- " + markdown($0) }.joined(separator: "\n")
    case .items(let list):
      return items(list, usesOtherMark: false)
    case .quote(let blocks):
      return indented(markdown(blocks), first: "> ", others: "> ")
    case .rule:
      return "---"
    case .grid(let grid):
      return markdown(grid)
    case .table(let table):
      return markdown(table)
    case .figure(let figure):
      return markdown(figure)
    case .math(let formula):
      let fence = self.fence(around: formula)
      return "\(fence)math\n\(formula)\n\(fence)"
    case .code(let text, let language):
      let fence = self.fence(around: text)
      return "\(fence)\(language)\n\(text)\n\(fence)"
    case .details(let summary, let blocks):
      // Blank lines around the blocks: without them Markdown inside is not read as Markdown, as that of
      // the summary never is.
      let body = markdown(blocks)
      return "<details>\n<summary>\(hypertext(summary))</summary>\n\n\(body)\n\n</details>"
    }
  }

  package func markdown(_ inlines: [Inline]) -> String { markdown(inlines, inTable: false) }

  /// - Parameter inBrackets: whether they stand in the brackets of a link or a picture.
  func markdown(_ inlines: [Inline], inTable: Bool, inBrackets: Bool = false) -> String {
    var texts: [String] = []
    // From the end, since what a mark means depends on what follows it.
    let flat = inlines.flatMap { inline -> [Inline] in
      if case .citation(let shown, _) = inline { shown } else { [inline] }
    }
    for inline in flat.reversed() {
      let next = texts.last { !$0.isEmpty }?.unicodeScalars.first
      texts.append(markdown(inline, inTable: inTable, inBrackets: inBrackets, before: next))
    }
    // Spaces at the start of a block could make it a block of code.
    let line = String(texts.reversed().joined().drop(while: \.isWhitespace))
    return inBrackets ? line : IsolatedNames.startedFromLeft(line)
  }

  private func markdown(
    _ inline: Inline, inTable: Bool, inBrackets: Bool, before next: Unicode.Scalar?
  ) -> String {
    func inner(_ inlines: [Inline]) -> String {
      markdown(inlines, inTable: inTable, inBrackets: inBrackets)
    }
    func bracketed(_ inlines: [Inline]) -> String {
      markdown(inlines, inTable: inTable, inBrackets: true)
    }
    return switch inline {
    case .text(let text): escaped(text, before: next, inBrackets: inBrackets)
    case .strong(let inlines): "**\(inner(inlines))**"
    case .emphasis(let inlines): "*\(inner(inlines))*"
    case .code(let text):
      text.isRightToLeft
        ? IsolatedNames.isolated(codeSpan(text, inTable: inTable))
        : codeSpan(text, inTable: inTable)
    case .math(let formula): "$`\(inTable ? formula.replacing("|", with: "\\vert ") : formula)`$"
    case .link(let inlines, let target): "[\(bracketed(inlines))](\(target))"
    case .image(let inlines, let target): "![\(bracketed(inlines))](\(target))"
    case .struck(let inlines): "~~\(inner(inlines))~~"
    case .lineBreak(let isHard): inTable ? " " : isHard ? "\\\n" : "\n"
    case .anchor(let name): "<a name=\"\(name)\"></a>"
    case .citation(let inlines, _): inner(inlines)
    case .reference(let id): escapedMarkdown(id, before: next, isInBrackets: inBrackets)
    case .prose(let text):
      isolatesProse
        ? escaped(text, before: next, inBrackets: inBrackets, partsMentions: false)
        : escapedMarkdown(text, before: next, partsMentions: false, isInBrackets: inBrackets)
    }
  }

  private func markdown(_ table: Table) -> String {
    let titles = table.columns.map { markdown($0.title, inTable: true) }
    let rows = table.rows.map { row in row.map { markdown($0.text, inTable: true) } }
    let widths = titles.indices.map { column in
      max(4, ([titles] + rows).map { $0[column].count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells[column].count)
        return table.columns[column].isNumeric ? padding + cells[column] : cells[column] + padding
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = table.columns.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] - 1)
      return table.columns[column].isNumeric ? dashes + ":" : ":" + dashes
    }
    let files =
      table.id.isEmpty
      ? "" : " ([CSV](tables/\(table.id).csv), [LaTeX](tables/\(table.id).tex))"
    let caption =
      "<a name=\"table-\(table.number)\"></a>**Table \(table.number).** "
      + "\(markdown(table.caption))\(files)"
    return caption + "\n\n" + ([line(titles), line(rule)] + rows.map(line)).joined(separator: "\n")
  }

  private func markdown(_ figure: FigureReference) -> String {
    let path = "figures/\(figure.id)"
    let shown = figure.formats.first { $0 == "svg" } ?? figure.formats.first { $0 == "png" }
    let others = figure.formats.filter { $0 != shown } + ["csv"]
    let links = others.map { format in
      "[\(Self.formatNames[format] ?? format.uppercased())](\(path).\(format))"
    }
    let caption =
      "**Figure \(figure.number).** \(markdown(figure.caption)) (\(links.joined(separator: ", ")))"
    let image = shown.map { picture(figure, path: path, format: $0) + "\n\n" } ?? ""
    return "<a name=\"figure-\(figure.number)\"></a>\n\n\(image)\(caption)"
  }

  /// How links call files that are not called by their ending.
  private static let formatNames = ["csv": "data", "pdf_tex": "PDF + TeX"]

  /// The picture itself; a page that tells light from dark chooses between two.
  ///
  /// The picture is Markdown's, inside HTML that chooses, all in one line: readers of HTML see one element
  /// with two sources, and converters that leave HTML out keep the picture.
  private func picture(_ figure: FigureReference, path: String, format: String) -> String {
    let words = escaped(figure.alternativeText, inBrackets: true, partsMentions: false)
    let picture = "![\(words)](\(path).\(format))"
    guard figure.hasDarkVersion, format == "svg" else { return picture }
    return
      "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"\(path)-dark.svg\">\(picture)</picture>"
  }

  // MARK: Plain text

  /// Plain text with its names apart.
  private func escaped(
    _ text: String, before next: Unicode.Scalar? = nil, inBrackets: Bool = false,
    partsMentions: Bool = true
  ) -> String {
    guard text.isRightToLeft else {
      return escapedMarkdown(
        text, before: next, partsMentions: partsMentions, isInBrackets: inBrackets)
    }
    var next = next
    return names.parts(of: text).reversed().map { part in
      let written = escapedMarkdown(
        part.text, before: part.isIsolated ? nil : next, partsMentions: partsMentions,
        isInBrackets: inBrackets)
      next = part.isIsolated ? nil : part.text.unicodeScalars.first
      return part.isIsolated ? IsolatedNames.isolated(written) : written
    }.reversed().joined()
  }

  /// Running text as HTML, of which GitHub reads no more in a summary.
  private func hypertext(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .prose(let text), .reference(let text):
        names.parts(of: text).map { part in
          let written = escapedAttribute(part.text)
          return part.isIsolated ? IsolatedNames.isolated(written) : written
        }.joined()
      case .strong(let inner): "<strong>\(hypertext(inner))</strong>"
      case .emphasis(let inner): "<em>\(hypertext(inner))</em>"
      case .struck(let inner): "<del>\(hypertext(inner))</del>"
      case .code(let text), .math(let text): "<code>\(escapedAttribute(text))</code>"
      case .link(let inner, _), .image(let inner, _), .citation(let inner, _): hypertext(inner)
      case .lineBreak: " "
      case .anchor: ""
      }
    }.joined()
  }
}
