import Specs

/// A work as the list of references describes it: who, what, where, when, and a link.
struct ReferenceText {
  private let entry: BibliographyEntry

  init(_ entry: BibliographyEntry) { self.entry = entry }

  /// The whole entry of the list.
  var inlines: [Inline] {
    var parts = [authors, title, venue, note].map(sentence).filter { !$0.isEmpty }
    if let link = ReferenceLink(entry) {
      parts.append([link.target.map { .link([.text(link.text)], to: $0) } ?? .text(link.text)])
    }
    return parts.isEmpty ? [.text(entry.key)] : Array(parts.joined(separator: [" "]))
  }

  private func plain(_ names: String...) -> String? {
    names.lazy.compactMap { entry[$0] }.first.map(TeXText.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  private var authors: [Inline] {
    if let field = entry["author"] { return [.text(AuthorNames(field).text)] }
    guard let field = entry["editor"] else { return [] }
    let editors = AuthorNames(field)
    return [.text("\(editors.text) (\(editors.count > 1 ? "eds." : "ed."))")]
  }

  private var title: [Inline] {
    guard let title = plain("title") else { return [] }
    return [entry.kind == "book" ? .emphasis([.text(title)]) : .text(title)]
  }

  private var venue: [Inline] {
    var parts: [[Inline]] = []
    if let journal = plain("journal", "journaltitle") {
      let number = plain("number", "issue").map { "(\($0))" } ?? ""
      let issue = (plain("volume") ?? "") + number
      parts.append(
        [.emphasis([.text(journal)])]
          + (issue.isEmpty ? [] : [.text(" \(issue)")])
          + (pages.map { [.text("\(issue.isEmpty ? ", " : ":")\($0)")] } ?? []))
    } else if let book = plain("booktitle") {
      parts.append([.text("In "), .emphasis([.text(book)])])
      if let volume = plain("volume") { parts.append([.text("volume \(volume)")]) }
      if let pages { parts.append([.text("pages \(pages)")]) }
    }
    parts += [degree, plain("school"), report, plain("institution"), plain("publisher"), published]
      .compactMap { $0.map { [.text($0)] } }
    if let year { parts.append([.text(year)]) }
    return Array(parts.joined(separator: [", "]))
  }

  private var degree: String? {
    switch entry.kind {
    case "phdthesis": plain("type") ?? "PhD thesis"
    case "mastersthesis": plain("type") ?? "Master’s thesis"
    default: nil
    }
  }

  private var report: String? {
    guard entry.kind == "techreport" else { return nil }
    return (plain("type") ?? "Technical report") + (plain("number").map { " \($0)" } ?? "")
  }

  /// Where else it appeared, unless that is an address, which stands at the end.
  private var published: String? {
    ReferenceLink.url(in: entry["howpublished"]) == nil ? plain("howpublished") : nil
  }

  private var note: [Inline] { plain("note").map { [.text($0)] } ?? [] }

  private var pages: String? {
    guard let pages = plain("pages") else { return nil }
    let isRange = pages.allSatisfy { $0.isNumber || $0 == "-" || $0 == "," || $0 == " " }
    return isRange ? pages.replacing("-", with: "–") : pages
  }

  private var year: String? { plain("year") ?? plain("date").map { String($0.prefix(4)) } }

  /// Running text with a full stop.
  private func sentence(_ inlines: [Inline]) -> [Inline] {
    guard let last = inlines.last?.lastCharacter else { return [] }
    return ".!?…".contains(last) ? inlines : inlines + ["."]
  }
}

extension Inline {
  fileprivate var lastCharacter: Character? {
    switch self {
    case .text(let text): text.last
    case .emphasis(let inner): inner.last?.lastCharacter
    default: nil
    }
  }
}
