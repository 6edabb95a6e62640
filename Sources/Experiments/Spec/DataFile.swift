import Datasets
import Diagnostics
import Files

extension FileLocation {
  /// A path alone, or an object with `path` or `url`.
  static let shape: Shape<FileLocation> = .either(
    Shape<DataFile>.dataFile.map { FileLocation(path: $0.resolved, displayName: $0.written) },
    .object("file") { FileLocation.asked(of: $0) })

  /// Asks for the keys that say where a file is: `path`, or `url` with `sha256`.
  static func asked(of keys: Keys) -> FileLocation? {
    keys.branch(
      onOneOf: [
        (
          "path",
          { keys in
            let path = keys.required("path", .dataFile, "path of the file, from the spec's folder")
            let sha256 = keys.optional(
              "sha256", .text(.sha256), "SHA-256 that the file must have")
            return path.map {
              FileLocation(
                path: $0.resolved, displayName: $0.written, sha256: sha256?.lowercased())
            }
          }
        ),
        (
          "url",
          { keys in
            let url = keys.required("url", .text(.address), "address of the file")
            let sha256 = keys.required(
              "sha256", .text(.sha256), "SHA-256 that the file must have")
            guard let url, let sha256 else { return nil }
            return FileLocation(url: url, sha256: sha256.lowercased())
          }
        ),
      ], "file to read")
  }
}

/// A data file that a spec names.
struct DataFile: Hashable, Sendable {
  /// The path as the spec writes it.
  var written: String
  /// The absolute path, confined.
  var resolved: String
}

extension Shape<DataFile> {
  /// The path of a file that exists where the spec may look.
  static let dataFile = Shape<String>.text.refined { path, value, label, decoding -> DataFile? in
    let resolved: String
    do throws(Confinement.Refusal) {
      resolved = try decoding.confinement.resolve(path)
    } catch {
      let (message, help) = explanation(of: error, path)
      decoding.fault(at: value.range, message, help)
      return nil
    }
    guard FileKind(at: resolved) != nil else {
      decoding.fault(
        at: value.range, "no file \(path.quoted)", "paths start from the spec's own folder")
      return nil
    }
    return DataFile(written: path, resolved: resolved)
  }

  private static func explanation(
    of refusal: Confinement.Refusal, _ path: String
  ) -> (message: String, help: String) {
    switch refusal {
    case .unusable: ("\(path.quoted) is no path", "name a file")
    case .absolute:
      (
        "\(path.quoted) is an absolute path",
        "write it from the spec's own folder; --allow-outside lifts this"
      )
    case .outside:
      ("\(path.quoted) leads out of the project", "move the file, or pass --allow-outside")
    }
  }
}
