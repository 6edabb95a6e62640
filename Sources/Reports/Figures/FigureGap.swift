/// A figure that a spec asks for and that has nothing to show.
public struct FigureGap: Hashable, Sendable {
  /// The name of its files that the spec gives.
  public let id: String?
  /// Its kind, as the spec names it.
  public let kind: String
  /// What a figure of this kind needs, to follow "it needs".
  public let need: String

  /// A figure that would show `content`.
  init(id: String?, _ content: some FigureContent) {
    self.id = id
    kind = content.kindName
    need = content.need
  }

  /// The whole message.
  public var message: String {
    let name = id.map { " '\($0)'" } ?? ""
    return "The figure\(name) of kind \(kind) has nothing to show: it needs \(need)."
  }
}
