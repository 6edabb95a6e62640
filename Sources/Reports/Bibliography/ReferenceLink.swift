import Specs

/// Where a work can be read: its DOI, its address or its number at arXiv, the first that there is.
struct ReferenceLink: Hashable {
  /// What the link shows.
  let text: String
  /// Where it leads, escaped; nil where that is no page.
  let target: String?

  /// The link of a work; nil without any.
  init?(_ entry: BibliographyEntry) {
    if let doi = entry["doi"].map(Self.address) {
      let number = Self.dropping(["https://", "http://", "dx.", "doi.org/", "doi:"], from: doi)
      self.init("doi:\(number)", number.hasPrefix("10.") ? "https://doi.org/\(number)" : nil)
    } else if let url = (entry["url"] ?? Self.url(in: entry["howpublished"])).map(Self.address) {
      self.init(url, url)
    } else if let number = entry["eprint"].map(Self.address),
      (entry["archiveprefix"] ?? entry["eprinttype"] ?? "arxiv").lowercased() == "arxiv"
    {
      let number = Self.dropping(["arxiv:"], from: number)
      self.init("arXiv:\(number)", "https://arxiv.org/abs/\(number)")
    } else {
      return nil
    }
  }

  private init(_ text: String, _ target: String?) {
    self.text = text
    let isPage = target.map { target in
      ["http://", "https://"].contains { target.lowercased().hasPrefix($0) }
    }
    self.target = isPage == true ? target.map(escapedTarget) : nil
  }

  /// The address in `\url{...}`, where a field holds one.
  static func url(in field: String?) -> String? {
    guard let field, let start = field.firstRange(of: "\\url{") else { return nil }
    let rest = field[start.upperBound...]
    return rest.firstIndex(of: "}").map { String(rest[..<$0]) }
  }

  /// An address without what TeX needs around some of its marks.
  private static func address(_ text: String) -> String {
    text.replacing("\\url", with: "").replacing("\\~{}", with: "~")
      .replacing("\\textasciitilde", with: "~").filter { !"\\{} ".contains($0) }
  }

  /// A text without prefixes that stand there one after the other.
  private static func dropping(_ prefixes: [String], from text: String) -> String {
    prefixes.reduce(text) { text, prefix in
      text.lowercased().hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    }
  }
}
