import Glibc

/// A file of one's own that bytes are appended to, and whose parts others read at the same time.
public struct AppendedFile: ~Copyable {
  private let descriptor: Int32
  /// Its name in its folder.
  public let name: String
  /// How many bytes it holds.
  public private(set) var size = 0

  /// Makes a file in a folder that is there; nil where that fails or the file is there already.
  public init?(creating name: String, in folder: String) {
    let path = Confinement.join(folder, name)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.name = name
  }

  deinit { close(descriptor) }

  /// Appends bytes, all of them or, as far as possible, none.
  ///
  /// - Returns: why it failed, as text; nil when all were written.
  public mutating func append(_ bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = systemMessage(errno)
        // What was written of it is of no use to anybody.
        _ = ftruncate(descriptor, off_t(size))
        return reason
      }
      rest = rest.dropFirst(count)
    }
    size += bytes.count
    return nil
  }
}

/// A file whose parts are read, whatever is appended to it meanwhile.
public struct ReadableParts: ~Copyable, Sendable {
  private let descriptor: Int32
  /// How many bytes it held when it was opened.
  public let size: Int

  /// Opens a regular file; nil where that fails.
  public init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileKind(mode: status.st_mode) == .regular else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// So many bytes from a place on; nil where there are not so many.
  public borrowing func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
    return readBytes(descriptor, at: offset, count: count)
  }
}

/// So many bytes of an open file; nil where there are not so many.
func readBytes(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
  var done = 0
  var isWhole = true
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while done < count {
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        isWhole = false
        break
      }
      done += got
    }
    filled = done
  }
  return isWhole ? bytes : nil
}
