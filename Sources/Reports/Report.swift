import Experiments
import Plotting

/// A finished report: what to say, what to draw, and the tables, but no bytes of figures yet.
public struct Report: Sendable {
  /// What it says.
  public let document: Document
  /// What is drawn.
  public let figures: [Figure]
  /// The tables, as files below the report's folder.
  public let tables: [ReportFile]

  /// Composes the report of `results`.
  ///
  /// - Parameters:
  ///   - results: all records of a plan.
  ///   - versions: what the report is made with, for its last section.
  public init(_ results: ResultSet, versions: [ToolVersion]) {
    let comparison = Comparison(results)
    let spec = results.plan.spec
    let styles = SeriesStyle.assigned(to: spec.optimizers.map(\.name))
    var names = FileNames()
    let drawn = comparison.problems.enumerated().flatMap { index, problem in
      LossCurves.figures(
        of: problem, index: index, seedCount: spec.seeds.count, styles: styles, names: &names)
    }

    let effectiveSteps = EffectiveSteps(spec.optimizers, styles: styles)?
      .reportFigure(names: &names)
    let all = drawn + [effectiveSteps].compactMap { $0 }

    var numbering = Numbering()
    var blocks: [Block] = [.heading(level: 1, [.text(spec.title)])]
    if let authors = spec.authors { blocks.append(.paragraph([.emphasis([.text(authors)])])) }
    blocks += AnswerSection(comparison: comparison).blocks
    if let description = spec.description {
      blocks += [.heading(level: 2, ["Question"]), .authored(description)]
    }
    blocks += ResultsSection(comparison: comparison, figures: drawn).blocks(&numbering)
    blocks += SetupSection(plan: results.plan, effectiveSteps: effectiveSteps)
      .blocks(&numbering)
    blocks += ProvenanceSection(plan: results.plan, versions: versions).blocks
    document = Document(blocks)

    figures = all.map(\.figure)
    let data = DataTables(comparison: comparison)
    tables =
      [
        ReportFile(path: "data/runs.csv", bytes: data.runs),
        ReportFile(path: "data/curves.csv", bytes: data.curves),
        ReportFile(path: "data/summary.csv", bytes: data.summary),
      ] + all.map { ReportFile(path: "figures/\($0.id).csv", bytes: $0.data) }
  }
}

/// A file of a report.
public struct ReportFile: Hashable, Sendable {
  /// Its path below the report's folder.
  public var path: String
  /// Its content.
  public var bytes: [UInt8]

  /// A file of a report.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
