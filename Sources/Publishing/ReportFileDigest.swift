import Files
import Reports

extension ReportFile {
  /// The SHA-256 of all that it holds, in lower-case hexadecimal.
  var sha256: String { measured.sha256 }

  /// How many bytes it holds and their SHA-256, part by part, since they may not fit into memory.
  var measured: (byteCount: Int, sha256: String) {
    var digest = SHA256()
    var count = 0
    for index in 0..<partCount {
      let bytes = part(index)
      digest.update(bytes)
      count += bytes.count
    }
    return (count, digest.finish())
  }
}
