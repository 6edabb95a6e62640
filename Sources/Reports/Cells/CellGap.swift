/// A figure or table that a spec asks for and that has nothing to show.
public struct CellGap: Hashable, Sendable {
  /// What it is: "figure" or "table".
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

  /// The whole message.
  public var message: String {
    let name = id.map { " '\($0)'" } ?? ""
    return "The \(noun)\(name) of kind \(kind) has nothing to show: it needs \(need)."
  }
}
