import Files
import Reports

extension ReportFile {
  /// The SHA-256 of all that it holds, in lower-case hexadecimal.
  var sha256: String {
    var digest = SHA256()
    for index in 0..<partCount { digest.update(part(index)) }
    return digest.finish()
  }
}
