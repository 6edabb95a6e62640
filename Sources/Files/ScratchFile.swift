import Glibc

/// A file without a name, which is gone with the process: for what does not fit into memory.
public struct ScratchFile: ~Copyable {
  private let descriptor: Int32
  private var size = 0

  /// A new file in `TMPDIR`, or `/tmp`; nil where none can be made.
  public init?() {
    // Where POSIX has temporary files unless `TMPDIR` says otherwise; no result depends on it.
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/report-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  ///
  /// - Returns: where they are; nil where they cannot be written, as on a full disk.
  public mutating func append(_ bytes: [UInt8]) -> Range<Int>? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(size + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      done += count
    }
    defer { size += bytes.count }
    return size..<size + bytes.count
  }

  /// The bytes at a place that `append` gave; nil where they cannot be read.
  public borrowing func bytes(in range: Range<Int>) -> [UInt8]? {
    readBytes(descriptor, at: range.lowerBound, count: range.count)
  }
}
