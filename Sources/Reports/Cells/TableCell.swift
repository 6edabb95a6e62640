import SpecLanguage
import Specs

/// A table that a spec asks for, one for each problem.
struct TableCell: ComposedCell, TextualCell {
  static let key = "table"
  /// What it shows.
  let content: any TableContent
  /// What else the spec says of it.
  let spec: TableSpec

  /// What the author says of it.
  var text: AuthoredText? { spec.caption }

  static func asked(of keys: Keys) -> TableCell? {
    let content = keys.required(
      key, .choice(TableKinds.all.map { ($0.name, $0) }, of: "table"), "kind of the table")
    let spec = TableSpec.asked(of: keys)
    return content.map { TableCell(content: $0, spec: spec) }
  }

  func blocks(in composer: inout ReportComposer) -> [Block] {
    let tables = (spec.problems ?? Array(composer.comparison.problems.indices)).flatMap {
      composer.table(content, problem: $0, spec)
    }
    return tables.isEmpty ? composer.gap(CellGap(id: spec.id, content)) : tables
  }
}
