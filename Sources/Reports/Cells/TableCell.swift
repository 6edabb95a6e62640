import SpecLanguage
import Specs

/// A table that a spec asks for, one for each problem.
struct TableCell: ComposedCell {
  static let key = "table"
  let content: any TableContent
  /// The problems it shows, by position in the spec; nil for all.
  let problems: [Int]?

  static func asked(of keys: Keys) -> TableCell? {
    let content = keys.required(
      key, .choice(TableKinds.all.map { ($0.name, $0) }, of: "table"), "kind of the table")
    let problems = askedProblems(of: keys)
    return content.map { TableCell(content: $0, problems: problems) }
  }

  /// Asks for the problems.
  static func askedProblems(of keys: Keys) -> [Int]? { keys.problems() }

  func blocks(in composer: inout ReportComposer) -> [Block] {
    let tables = (problems ?? Array(composer.comparison.problems.indices)).flatMap {
      composer.table(content, problem: $0)
    }
    return tables.isEmpty ? composer.gap(CellGap(content)) : tables
  }
}
