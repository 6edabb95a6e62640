/// A figure, table or section that a spec asks for and that has nothing to show.
public struct CellGap: Hashable, Sendable {
  /// What it is: "figure", "table" or "section".
  public let noun: String
  /// The name of its files that the spec gives.
  public let id: String?
  /// Its kind, as the spec names it.
  public let kind: String
  /// What one of this kind needs, to follow "it needs".
  public let need: String

  /// A figure that would show `content`.
  init(id: String?, _ content: some FigureContent) {
    noun = FigureCell.key
    self.id = id
    kind = content.kindName
    need = content.need
  }

  /// A table that would show `content`.
  init(id: String?, _ content: some TableContent) {
    noun = TableCell.key
    self.id = id
    kind = content.name
    need = content.need
  }

  /// A standard part of a report.
  init(section: String, need: String) {
    noun = SectionCell.key
    id = nil
    kind = section
    self.need = need
  }

  /// What it is, to stand before its kind.
  var subject: String { noun == SectionCell.key ? "the section" : "a \(noun) of kind" }

  /// The whole message.
  public var message: String {
    if noun == SectionCell.key {
      return "The section \(kind) has nothing to show: it needs \(need)."
    }
    let name = id.map { " '\($0)'" } ?? ""
    return "The \(noun)\(name) of kind \(kind) has nothing to show: it needs \(need)."
  }
}
