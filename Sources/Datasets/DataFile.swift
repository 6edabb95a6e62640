import Diagnostics
import Files
import SpecLanguage

extension FileLocation {
  /// A path alone, or an object with `path` or `url`.
  package static let shape: Shape<FileLocation> = .either(
    Shape<DataFile>.dataFile.map { FileLocation(path: $0.resolved, displayName: $0.written) },
    .object("file") { FileLocation.asked(of: $0) })

  /// Asks for the keys that say where a file is: `path`, or `url` with `sha256`.
  package static func asked(of keys: Keys) -> FileLocation? {
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
package struct DataFile: Hashable, Sendable {
  /// The path as the spec writes it.
  package var written: String
  /// The absolute path, confined.
  package var resolved: String
}

extension Shape<DataFile> {
  /// The path of a file that exists where the spec may look.
  package static let dataFile = Shape<String>.text.refined {
    path, value, label, decoding -> DataFile? in
    guard let confinement = decoding[DataConfinement.self] else { return nil }
    let resolved: String
    do throws(Confinement.Refusal) {
      resolved = try confinement.resolve(path)
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

/// Where the data files of a spec may lie; whoever decodes a spec says it.
package enum DataConfinement: DecodingSetting {
  /// Nowhere, until it is said.
  package static let initialValue: Confinement? = nil
}
