import Diagnostics
import Files
import Reports

/// The index of all reports of a project, made from what lies in their folder.
public struct ReportIndex: Sendable {
  private let folder: String

  /// The index of the reports in `folder`.
  public init(folder: String) { self.folder = folder }

  /// The files that go into the folder: `README.md`, and `.gitignore` with what is not committed.
  public func files() throws(InputError) -> [ReportFile] {
    var items: [String] = []
    for name in FolderContents.folders(in: folder).sorted() where !name.hasPrefix(".") {
      // What has no manifest is no report, or one of an earlier version.
      let manifest = try Manifest(in: "\(folder)/\(name)", named: "reports/\(name)")
      if let manifest { items.append(item(name: name, manifest)) }
    }
    let text = """
      # Reports

      Each report is made by one command from one spec, and its first section is its answer.

      \(items.joined(separator: "\n"))

      """
    return [
      ReportFile(path: "README.md", bytes: Array(text.utf8)),
      ReportFile(path: ".gitignore", bytes: Array(".*.tmp\ncurves.csv\ntiming.csv\n".utf8)),
    ]
  }

  /// The report's title as a link, and the first statement of its answer.
  ///
  /// Anybody could have written the manifest: its texts are read and written again like an author's.
  private func item(name: String, _ manifest: Manifest) -> String {
    let writer = MarkdownWriter()
    let title = writer.markdown([.text(manifest.title)])
    let answer = manifest.answer.flatMap { AuthoredMarkdown.line(of: $0) }
    return "- [\(title)](\(RelativeReference.to(name))/report.md)"
      + (answer.map { ": \(writer.markdown($0))" } ?? "")
  }
}
