import Diagnostics
import Files
import Reports

/// The index of all reports of a project, made from what lies in their folder.
public struct ReportIndex: Sendable {
  /// More of a title or an answer than this is no part of an index, in characters.
  private static let longestText = 2000

  private var items: [String] = []
  /// Which reports are left out, and why.
  public private(set) var warnings: [String] = []

  /// The index of the reports in `folder`.
  public init(folder: String) {
    for name in FolderContents.folders(in: folder).sorted() where !name.hasPrefix(".") {
      do throws(InputError) {
        // What has no manifest is no report, or one of an earlier version.
        let manifest = try Manifest(in: "\(folder)/\(name)", named: "reports/\(name)")
        if let manifest { items.append(item(name: name, manifest)) }
      } catch {
        // A broken report is no reason to keep another from being written.
        warnings += error.diagnostics.map {
          "\($0.file.visible): \($0.message.visible); the index leaves this report out"
        }
      }
    }
  }

  /// The files that go into the folder: `README.md`, and `.gitignore` with what is not committed.
  public var files: [ReportFile] {
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
    let writer = MarkdownWriter(isolatesProse: true)
    let title = writer.markdown([.text(String(manifest.title.prefix(Self.longestText)))])
    let answer = manifest.answer.flatMap {
      AuthoredMarkdown.line(of: String($0.prefix(Self.longestText)))
    }
    return "- [\(title)](\(RelativeReference.to(name))/report.md)"
      + (answer.map { ": \(writer.markdown($0))" } ?? "")
  }
}
