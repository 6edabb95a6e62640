/// How the files of two reports differ, by their digests.
public struct FileChanges: Hashable, Sendable {
  /// Figures that look different although they draw the same numbers.
  public let redrawn: [String]
  /// Figures that draw other numbers.
  public let figures: [String]
  /// Whether the text of the report differs.
  public let isTextOther: Bool
  /// Files that only the new report has, and only the old one.
  public let added: [String], removed: [String]
  /// Whether every file has the same bytes.
  public let isSame: Bool

  /// What follows a figure's name in the names of its pictures.
  private static let endings = [
    ".svg", "-dark.svg", ".png", ".pdf", ".eps", ".pdf_tex", "-art.pdf",
  ]

  /// Compares files by their paths and digests.
  public init(from old: [String: String], to new: [String: String]) {
    isSame = old == new
    added = new.keys.filter { old[$0] == nil }.sorted()
    removed = old.keys.filter { new[$0] == nil }.sorted()
    isTextOther = old["report.md"] != new["report.md"]
    let common = new.keys.filter { old[$0] != nil }
    // A figure is its numbers in one file and its pictures in others.
    let ids = common.filter { $0.hasPrefix("figures/") && $0.hasSuffix(".csv") }
      .map { String($0.dropFirst("figures/".count).dropLast(".csv".count)) }.sorted()
    let others = ids.filter { old["figures/\($0).csv"] != new["figures/\($0).csv"] }
    figures = others
    redrawn = ids.filter { id in
      !others.contains(id)
        && Self.endings.contains { ending in
          let path = "figures/\(id)\(ending)"
          return old[path] != nil && new[path] != nil && old[path] != new[path]
        }
    }
  }
}
