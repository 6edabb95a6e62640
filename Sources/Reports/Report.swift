import Analysis
import Diagnostics
import Experiments
import Plotting
import Specs

/// A finished report: what to say, what to draw, and the tables, but no bytes of figures yet.
public struct Report: Sendable {
  /// What it says.
  public let document: Document
  /// The one sentence of its answer; nil where it has no answer.
  public let answer: [Inline]?
  /// What is drawn.
  public let figures: [ReportPicture]
  /// What the spec asks for without there being anything to draw.
  public let gaps: [CellGap]
  /// What the author should know of the figures: data outside the limits that the spec gives.
  public let warnings: [String]
  /// The claims that the spec requires and the runs do not support, in sentences.
  public let brokenClaims: [String]
  /// The answer, the verdicts and the claims as Markdown of at most 60,000 characters, for a job's summary.
  public let summary: String
  /// The names that stand apart from text of another direction wherever the report is read.
  public let names: IsolatedNames
  /// The tables, as files below the report's folder.
  public let tables: [ReportFile]

  /// Composes the report of `results`.
  ///
  /// - Parameters:
  ///   - results: all records of a plan.
  ///   - versions: what the report is made with, for its last section.
  ///   - look: what stands over the look that the spec asks for.
  public init(_ results: ResultSet, versions: [ToolVersion], look: FigureLook = FigureLook()) {
    var composer = ReportComposer(Comparison(results), versions: versions, look: look)
    document = composer.document()
    answer =
      AnswerSection.isIn(document)
      ? AnswerSection(comparison: composer.comparison).statement : nil
    let source = results.plan.spec.source.text
    let names = IsolatedNames(composer.comparison)
    self.names = names
    figures = composer.figures.map {
      ReportPicture(
        figure: $0.figure.isolating(names), darkFigure: $0.darkFigure?.isolating(names),
        resolution: $0.resolution, svgText: $0.svgText, faults: $0.faults,
        spec: $0.spec, source: source)
    }
    warnings = composer.figures.flatMap(\.warnings)
    gaps = composer.gaps
    brokenClaims = composer.claims.enumerated().compactMap { number, claim in
      guard claim.cell.isRequired, claim.judgement.verdict != .supported else { return nil }
      return "claim \(number + 1) is \(claim.judgement.verdict.rawValue): \(claim.cell.text)"
    }
    let claims = composer.claims.enumerated().map { number, claim in
      ClaimWords(composer.comparison, claim.cell, claim.judgement, number: number + 1).block
    }
    summary =
      ReportSummary(
        title: results.plan.spec.title, composer.comparison, claims: claims
      ).markdown
    let verdicts = composer.claims.enumerated().map { number, claim in
      (
        source: "claim/\(claim.cell.id ?? String(number + 1))",
        text: claim.judgement.verdict.rawValue
      )
    }
    let judged = composer.claims.map { (cell: $0.cell, judgement: $0.judgement) }
    let claimFiles =
      judged.isEmpty
      ? []
      : [
        ReportFile(
          path: "data/claims.csv",
          bytes: ClaimsTable(comparison: composer.comparison, claims: judged).bytes)
      ]
    let spec = results.plan.spec.source.projectPath
    let data = DataTables(comparison: composer.comparison)
    tables =
      [
        ReportFile(
          path: "data/runs.csv", content: RunsTable(comparison: composer.comparison).content),
        ReportFile(path: "data/curves.csv", content: data.curves()),
        ReportFile(path: "data/summary.csv", bytes: data.summary),
        ReportFile(path: "data/comparisons.csv", bytes: data.comparisons),
        .settings(of: results.plan),
      ] + TrialsTable(results).files + claimFiles
      + PaperFiles(document, values: composer.values + verdicts, spec: spec).files
      + composer.figures.map { ReportFile(path: "figures/\($0.id).csv", bytes: $0.data) }
  }
}

extension ReportFile {
  /// All settings that the results of a plan depend on, as the report's file has them.
  public static func settings(of plan: Plan) -> ReportFile {
    ReportFile(path: "data/settings.csv", bytes: SettingsTable(plan: plan).bytes)
  }
}

/// A figure of a report as it is to be drawn.
public struct ReportPicture: Sendable {
  /// What is drawn.
  public var figure: Figure
  /// The same for a dark page, drawn as SVG; nil where the style is not that of a screen.
  public var darkFigure: Figure?
  /// The pixels per inch of its PNG; nil for the usual ones.
  public var resolution: Double?
  /// What text in its SVG is made of.
  public var svgText: SVGTextForm
  /// Where the spec gives the figure's own height, in bytes; nil where it does not.
  public var heightPlace: Range<Int>? { spec.place(of: .key("height")) }
  /// What the spec asks of it in vain, as far as that is known before texts are measured.
  public var faults: [FigureFault]
  /// What the spec says of it, and the spec's text.
  let spec: FigureSpec
  let source: SourceText

  /// A fault of the figure at the place in the spec that it comes from.
  public func diagnostic(_ fault: FigureFault) -> Diagnostic {
    // What no key asks for is the figure's own.
    guard let place = spec.place(of: fault.subject) ?? spec.place(of: .key("figure")) else {
      return Diagnostic(
        file: "figure \(figure.id)", message: fault.message, help: fault.help)
    }
    return source.diagnostic(at: place, message: fault.message, help: fault.help)
  }
}
