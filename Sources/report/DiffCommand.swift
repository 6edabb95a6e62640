import ArgumentParser
import Diagnostics
import Publishing

/// Says what changed between two reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two reports, as Markdown.",
    discussion: """
      A report is told by its folder, such as reports/diabetes, or by one in a git revision, such as \
      origin/main:reports/diabetes. Settings, data and numbers are compared; changes within the seeds' noise are \
      told from real ones. The Markdown has at most 60,000 characters, so that it fits into a comment.
      """)

  @Argument(
    help: ArgumentHelp("The old report: its folder, or REV:folder.", valueName: "old"),
    completion: .directory)
  var old: String

  @Argument(
    help: ArgumentHelp("The new report: its folder, or REV:folder.", valueName: "new"),
    completion: .directory)
  var new: String

  @Option(
    help: ArgumentHelp("A file that the same Markdown is appended to.", valueName: "file"),
    completion: .file())
  var summary: String?

  func run() throws {
    let terminal = Terminal()
    let reports = try terminal.reportingFaults(of: [old, new]) { name throws(InputError) in
      try KeptReport(ReportLocation(name))
    }
    let text = reports[0].changes(to: reports[1])
    if let summary {
      try terminal.reportingFaults { () throws(InputError) in
        try SummaryFile(path: summary).append(text)
      }
    }
    try terminal.showText(text)
  }
}
