import Diagnostics
import Files

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
