/// A standard part of a report.
struct ReportSection: Sendable {
  /// Its name in a spec.
  let name: String
  /// What it holds, in a line of help.
  private(set) var summary = ""
  /// Its blocks, for the next place in the report.
  let blocks: @Sendable (inout ReportComposer) -> [Block]

  init(_ name: String, _ blocks: @escaping @Sendable (inout ReportComposer) -> [Block]) {
    self.name = name
    self.blocks = blocks
  }

  /// The same with what it holds.
  private func described(_ summary: String) -> ReportSection {
    var section = self
    section.summary = summary
    return section
  }

  /// The parts that a spec can ask for, in the order of help.
  static let all: [ReportSection] = [
    answer.described("who wins, by how much and how sure, with a table of the verdicts"),
    setup.described("problems, and optimizers with every hyperparameter and their rules"),
    results.described("loss curves, final figures and times to the targets, problem by problem"),
    tuning.described(
      "what each optimizer's search cost and found, and how that held on fresh seeds"),
    across.described("clear wins, ranks and effects over all problems, with profiles"),
    provenance.described("seeds, versions, digests and the command to run it again"),
  ]
}
