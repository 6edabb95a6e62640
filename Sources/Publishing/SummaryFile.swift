import Diagnostics

#if canImport(Glibc)
  import Glibc
#endif

/// A file that summaries of reports are appended to, such as `$GITHUB_STEP_SUMMARY`.
package struct SummaryFile {
  /// Where it is, as the user named it.
  package let path: String

  /// The file at `path`, which need not be there.
  package init(path: String) { self.path = path }

  /// Finds out whether it can be written, and makes it where it is not there.
  ///
  /// - Throws: `.inaccessible` with the reason.
  package func check() throws(InputError) { try append("") }

  /// Appends text.
  ///
  /// - Throws: `.inaccessible` with the reason.
  package func append(_ text: String) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw fault }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw fault }
      rest = rest.dropFirst(written)
    }
  }

  private var fault: InputError {
    let reason = String(cString: strerror(errno))
    return InputError(
      .inaccessible,
      [Diagnostic(file: path, message: "the summary cannot be written: \(reason)")])
  }
}
