import Diagnostics
import Files
import Reports
import Specs

#if canImport(Glibc)
  import Glibc
#endif

/// Where a report goes.
package struct ReportFolder {
  /// The report's own folder.
  package let path: String
  /// The folder of all reports, when the report lies there.
  private let collection: String?
  private let root: String?

  /// What a folder must look like to be replaced.
  private static let earlierReport = FolderPattern(
    required: ["report.md"],
    allowed: ["figures/*", "data/*", "tables/*", "values.tex", Manifest.path])

  /// The folder of the report called `name`: `output`, or `reports/<name>` of the spec's project.
  package init(spec: SpecSource, name: String, output: String?) {
    if let output {
      path = output
      collection = nil
      root = nil
    } else {
      let project = spec.confinement.project
      collection = project + "/reports"
      path = project + "/reports/" + name
      root = project
    }
  }

  /// The report's file as the user would name it from here.
  package var displayPath: String { display(path) + "/report.md" }

  /// Finds out before anything runs whether the report may be written.
  package func check() throws(InputError) {
    try OutputFolder.check(path, named: display(path), replacing: Self.earlierReport)
  }

  /// Writes the report, then the index of all reports.
  package func write(_ bundle: ReportBundle) throws(InputError) {
    try OutputFolder.write(
      path, named: display(path),
      files: bundle.files.map { OutputFile(path: $0.path, bytes: $0.bytes) },
      replacing: Self.earlierReport, within: root)
    guard let collection else { return }
    for file in try ReportIndex(folder: collection).files() {
      let destination = collection + "/" + file.path
      try OutputFolder.writeFile(destination, named: display(destination), bytes: file.bytes)
    }
  }

  /// `path` relative to the working folder, where it lies below it.
  private func display(_ path: String) -> String {
    guard let pointer = getcwd(nil, 0) else { return path }
    defer { free(pointer) }
    let here = String(cString: pointer) + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
