import Diagnostics
import Files
import SpecLanguage

/// The file a spec was read from, with the places of its fields.
public struct SpecSource: Sendable {
  /// The file as the user named it; it stands in messages and in the report.
  public let displayPath: String
  /// The SHA-256 of the file's bytes, in lower-case hexadecimal.
  public let sha256: String
  /// The file's text.
  public let text: SourceText
  /// The spec's folder and the folder that data files may not leave.
  public let confinement: Confinement
  /// The spec as it was read.
  package let document: JSONValue

  /// The SHA-256 of the spec in canonical form, the same however the file is laid out.
  public var canonicalSHA256: String { SHA256.hex(of: Array(document.canonical.utf8)) }

  /// The file relative to the project's folder, the same wherever the command is run.
  public var projectPath: String {
    let name = displayPath.split(separator: "/").last.map(String.init) ?? displayPath
    let folder = confinement.folder.dropFirst(confinement.project.count).drop { $0 == "/" }
    return folder.isEmpty ? name : folder + "/" + name
  }

  /// Where the value at `path` stands, such as `["problems", 0, "split"]`; where the spec leaves it
  /// out, the opening brace of what would hold it.
  public func place(of path: [JSONStep]) -> Place {
    text.place(of: document.range(at: path))
  }

  /// The bytes of the value at `path`; where the spec leaves it out, those of the opening brace of what
  /// would hold it.
  package func range(of path: [JSONStep]) -> Range<Int> { document.range(at: path) }

  /// Whether the spec has a value at `path`.
  public func hasValue(at path: [JSONStep]) -> Bool { document.value(at: path) != nil }

  /// A fault at the value at `path`, with its source line.
  public func diagnostic(
    at path: [JSONStep], message: String, help: String? = nil
  ) -> Diagnostic {
    text.diagnostic(at: document.range(at: path), message: message, help: help)
  }
}
