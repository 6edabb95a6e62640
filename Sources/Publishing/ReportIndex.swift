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
      let path = "\(folder)/\(name)/report.md"
      guard FileKind(at: path) == .regular else { continue }
      let bytes = try FileContents.read(path, named: "reports/\(name)/report.md")
      items.append(item(name: name, text: String(decoding: bytes, as: UTF8.self)))
    }
    let text = """
      # Reports

      Each report is made by one command from one spec, and its first section is its answer.

      \(items.joined(separator: "\n"))

      """
    return [
      ReportFile(path: "README.md", bytes: Array(text.utf8)),
      ReportFile(path: ".gitignore", bytes: Array("curves.csv\ntiming.csv\n".utf8)),
    ]
  }

  /// The report's title as a link, and the first sentence of its answer; both are Markdown already.
  private func item(name: String, text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let title = lines.first { $0.hasPrefix("# ") }?.dropFirst(2) ?? Substring(name)
    let answer = lines.drop { $0 != "## Answer" }.first { $0.hasPrefix("- ") }?.dropFirst(2)
    return "- [\(title)](\(name)/report.md)" + (answer.map { ": \($0)" } ?? "")
  }
}
