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
  private let spec: SpecSource

  /// The folder of the report called `name`: `output`, or `reports/<name>` of the spec's project.
  package init(spec: SpecSource, name: String, output: String?) {
    self.spec = spec
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

  /// The folder as the user would name it from here.
  package var displayFolder: String { display(path) }

  /// The report's file as the user would name it from here.
  package var displayPath: String { display(path) + "/report.md" }

  /// Finds out before anything runs whether the report may be written.
  ///
  /// - Throws: `.malformed` where the report of another spec lies there, `.inaccessible` where anything lies
  ///   there that no report's manifest names.
  package func check() throws(InputError) {
    let manifest = try Manifest(in: path, named: display(path))
    if let root, let other = manifest?.spec, other.path != spec.projectPath,
      FileKind(at: root + "/" + other.path) == .regular
    {
      throw InputError([
        spec.diagnostic(
          at: ["name"],
          message: "\(display(path)) is the report of another spec, \(other.path.quoted)",
          help: "give one of the two another 'name'")
      ])
    }
    try OutputFolder.check(path, named: display(path), replacing: Self.pattern(manifest))
  }

  /// Finds out whether each of several reports has a folder of its own.
  package static func checkDistinct(_ folders: [ReportFolder]) throws(InputError) {
    var known: [String: SpecSource] = [:]
    for folder in folders {
      if let other = known[folder.path], other.displayPath != folder.spec.displayPath {
        throw InputError([
          folder.spec.diagnostic(
            at: ["name"], message: "\(other.displayPath.quoted) has the same name",
            help: "give one of the two another 'name'")
        ])
      }
      known[folder.path] = folder.spec
    }
  }

  /// What a folder must hold to be replaced: the files that its own manifest names, and no other.
  private static func pattern(_ manifest: Manifest?) -> FolderPattern {
    // A star would stand for names that it does not say.
    let files = (manifest?.digests.keys.filter { !$0.contains("*") } ?? []).sorted()
    return FolderPattern(required: [Manifest.path], allowed: files)
  }

  /// Writes the report, then the index of all reports.
  ///
  /// - Returns: which reports the index leaves out, and why.
  package func write(_ bundle: ReportBundle) throws(InputError) -> [String] {
    try OutputFolder.write(
      path, named: display(path),
      files: bundle.files.map { OutputFile(path: $0.path, partCount: $0.partCount, part: $0.part) },
      replacing: Self.pattern(Manifest(in: path, named: display(path))), within: root)
    guard let collection else { return [] }
    let index = ReportIndex(folder: collection)
    for file in index.files {
      let destination = collection + "/" + file.path
      try OutputFolder.writeFile(destination, named: display(destination), bytes: file.bytes)
    }
    return index.warnings
  }

  /// `path` relative to the working folder, where it lies below it.
  private func display(_ path: String) -> String {
    guard let pointer = getcwd(nil, 0) else { return path }
    defer { free(pointer) }
    let here = String(cString: pointer) + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
