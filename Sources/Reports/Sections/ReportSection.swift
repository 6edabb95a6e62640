/// A standard part of a report.
struct ReportSection: Sendable {
  /// Its name in a spec.
  let name: String
  /// Its blocks, for the next place in the report.
  let blocks: @Sendable (inout ReportComposer) -> [Block]

  init(_ name: String, _ blocks: @escaping @Sendable (inout ReportComposer) -> [Block]) {
    self.name = name
    self.blocks = blocks
  }

  /// The parts that a spec can ask for, in the order of help.
  static let all: [ReportSection] = [.answer, .setup, .results, .provenance]
}
