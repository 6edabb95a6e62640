import Diagnostics
import Files

/// Where a report lies that is read again: in a folder, or in a folder of a git revision.
package struct ReportLocation {
  private enum Place {
    case folder(String)
    case revision(GitRevision, String)
  }

  /// What the user calls it.
  package let name: String
  private let place: Place

  /// The most bytes of a file of numbers.
  private static let limit = 1 << 28

  /// The report that `name` stands for: a folder such as `reports/diabetes`, or `REV:folder`.
  ///
  /// - Throws: where there is no such folder, or no such revision.
  package init(_ name: String) throws(InputError) {
    self.name = name
    var folder = name
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    switch FileKind(at: folder) {
    case .folder: place = .folder(folder)
    case let kind?:
      throw InputError([
        Diagnostic(
          file: name, message: "this is \(kind.description), not a report's folder",
          help: "name the folder, such as 'reports/diabetes'")
      ])
    case nil:
      guard let colon = folder.firstIndex(of: ":") else {
        throw InputError([
          Diagnostic(
            file: name, message: "no such folder",
            help:
              "name the folder of a report, such as 'reports/diabetes', or one of a git revision, such as "
              + "'origin/main:reports/diabetes'")
        ])
      }
      let revision = try GitRevision(String(folder[..<colon]))
      var path = String(folder[folder.index(after: colon)...])
      // The working folder, which git takes for a name when it is written so.
      if path == "." { path = "./." }
      guard try revision.hasFolder(path) else {
        throw InputError([
          Diagnostic(
            file: name, message: "this revision has no such folder",
            help: "the folder is told from the top of the repository")
        ])
      }
      place = .revision(revision, path)
    }
  }

  /// One of its files, named as the user would; nil where it is not there.
  func file(_ path: String) throws(InputError) -> (name: String, bytes: [UInt8])? {
    let limit = path == Manifest.path ? Manifest.sizeLimit : Self.limit
    let named = name.hasSuffix("/") || name.hasSuffix(":") ? name + path : "\(name)/\(path)"
    switch place {
    case .folder(let folder):
      let file = "\(folder)/\(path)"
      guard FileKind(at: file) != nil else { return nil }
      return (named, try FileContents.read(file, named: named, limit: limit))
    case .revision(let revision, let folder):
      let file = folder.isEmpty ? path : "\(folder)/\(path)"
      return try revision.file(file, limit: limit).map { (named, $0) }
    }
  }
}
