import SpecLanguage

/// One block of a report as a spec asks for it: an object that one of its keys tells from the
/// others. Whoever writes the block defines it, so that specs need not know what reports can hold.
package protocol ReportCell: Sendable {
  /// The key that tells such a cell.
  static var key: String { get }
  /// Asks for this key and those that go with it.
  static func asked(of keys: Keys) -> Self?
}

/// What the cells of a spec can be.
public struct CellKinds: Sendable {
  /// The kinds, in the order in which help names them.
  package let types: [any ReportCell.Type]
  /// What the spec's `description` is read as, once all names are known; nil: plain Markdown.
  package let introduction: (any ReportCell.Type)?

  /// Some kinds; without any, for specs whose reports nobody writes, one that lists cells is refused.
  package init(_ types: [any ReportCell.Type], introduction: (any ReportCell.Type)? = nil) {
    self.types = types
    self.introduction = introduction
  }

  /// No cells.
  public static let none = CellKinds([])
}
