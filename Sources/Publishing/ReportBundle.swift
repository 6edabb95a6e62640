import CairoRendering
import Diagnostics
import Experiments
import Plotting
import Reports
import Specs

/// A report as a value: every file of it with its bytes, in memory.
///
/// Whoever writes, checks or compares reports starts from it, so that all of them mean the same.
public struct ReportBundle: Sendable {
  /// The name of the report's folder.
  public let name: String
  /// The files, by their paths in rising order, the manifest among them.
  public let files: [ReportFile]
  /// What the author should know: figures without anything to show, text that no font has, text
  /// that pdflatex cannot set.
  public let warnings: [String]
  /// The answer, the verdicts and the claims as Markdown of at most 60,000 characters, for a job's summary.
  public let summary: String
  /// The claims that the spec requires and the runs do not support, in sentences.
  public let brokenClaims: [String]

  /// The report of `results`.
  ///
  /// - Parameters:
  ///   - results: what became of a plan's runs.
  ///   - tool: the version of the program.
  ///   - time: the time that is declared for the report, ISO 8601; nil for none.
  /// - Throws: `.inaccessible` when a font is missing or cairo fails, with what to do.
  public init(
    _ results: ResultSet, tool: String, time: String? = nil
  ) throws(InputError) {
    let spec = results.plan.spec
    let tools = FigureFiles.versions(tool: tool)
    let report = Report(results, versions: tools)
    let rendered = try FigureFiles.render(report.figures, as: spec.report.formats, of: spec.source)
    let writer = MarkdownWriter(isolating: report.names)
    let text = ReportFile(
      path: "report.md", bytes: Array(writer.markdown(report.document).utf8))
    let paper = PaperEngine(report.tables)
    let files = ([text] + paper.files + rendered.files).sorted { $0.path < $1.path }
    let manifest = Crate(
      plan: results.plan,
      answer: report.answer.map { MarkdownWriter.unmarked(writer.markdown($0)) }, tools: tools,
      fonts: try FigureFiles.fonts(of: report.figures), time: time,
      missingCount: results.missingCount)
    name = spec.name
    self.files = (files + [manifest.file(of: files)]).sorted { $0.path < $1.path }
    summary = report.summary
    brokenClaims = report.brokenClaims
    warnings =
      report.gaps.map(\.message) + report.warnings + rendered.missingScripts.map(\.message)
      + paper.scripts.map(\.message)
  }
}
