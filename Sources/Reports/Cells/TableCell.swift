import SpecLanguage
import Specs

/// A table that a spec asks for, one for each problem.
struct TableCell: ComposedCell {
  static let key = "table"
  let content: any TableContent
  /// The problems it shows, by position in the spec; nil for all.
  let problems: [Int]?
  /// The name of the first one's files; nil: made from its kind and problem.
  let id: String?

  static func asked(of keys: Keys) -> TableCell? {
    let content = keys.required(
      key, .choice(TableKinds.all.map { ($0.name, $0) }, of: "table"), "kind of the table")
    let (id, problems) = askedDetails(of: keys)
    return content.map { TableCell(content: $0, problems: problems, id: id) }
  }

  /// Asks for what a table of any kind can be told.
  static func askedDetails(of keys: Keys) -> (id: String?, problems: [Int]?) {
    let id = keys.optional("id", .text(.reportName), "name of its files, and for references")
    if let id, let subject = keys.subject {
      subject.decoding.claim(id, for: "figure", at: keys.range(of: "id"))
    }
    return (id, keys.problems())
  }

  func blocks(in composer: inout ReportComposer) -> [Block] {
    var tables: [Block] = []
    for problem in problems ?? Array(composer.comparison.problems.indices) {
      tables += composer.table(content, problem: problem, id: id, place: tables.count)
    }
    return tables.isEmpty ? composer.gap(CellGap(content)) : tables
  }
}
