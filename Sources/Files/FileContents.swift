import Diagnostics
import Glibc

/// Reads whole files.
public enum FileContents {
  /// The bytes of a regular file.
  ///
  /// A folder, a device or a named pipe is an error and never blocks.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - name: the file as the user named it, for messages.
  ///   - limit: the largest size in bytes; nil for any.
  /// - Throws: `.malformed` when there is no such file or it is larger than `limit`;
  ///   `.inaccessible` when it exists but cannot be read.
  public static func read(
    _ path: String, named name: String, limit: Int? = nil
  ) throws(InputError) -> [UInt8] {
    let (descriptor, size) = try open(path, named: name, limit: limit)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    // One byte more than the size shows the end of the file without growing the array.
    var capacity = size + 1
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        repeat {
          let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          failure = got < 0 ? errno : 0
          count = max(0, got)
        } while failure == EINTR
      }
      if failure != 0 { throw .unreadable(name, failure) }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      if let limit, bytes.count > limit { throw .tooLarge(name, limit: limit) }
      if chunk.isEmpty { return bytes }
      capacity = max(1, min(1 << 20, size - bytes.count + 1))
    }
  }

  /// The SHA-256 of a regular file of any size, in lower-case hexadecimal.
  ///
  /// - Throws: as `read` does.
  public static func digest(of path: String, named name: String) throws(InputError) -> String {
    let (descriptor, _) = try open(path, named: name, limit: nil)
    defer { close(descriptor) }
    var digest = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno != EINTR { throw .unreadable(name, errno) }
      if count == 0 { return digest.finish() }
      digest.update(buffer[..<max(0, count)])
    }
  }

  /// Opens a regular file for reading and tells its size, at most `limit` bytes.
  static func open(
    _ path: String, named name: String, limit: Int?
  ) throws(InputError) -> (descriptor: Int32, size: Int) {
    guard !path.utf8.contains(0) else { throw .missing(name) }
    // O_NONBLOCK: opening a named pipe without a writer would otherwise wait for one.
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR, ENAMETOOLONG: throw .missing(name)
      case ENXIO:
        // Sockets cannot be opened at all.
        throw .wrongKind(name, FileKind(at: path) ?? .device)
      case let code: throw .unreadable(name, code)
      }
    }
    do throws(InputError) {
      return (descriptor, try size(of: descriptor, named: name, limit: limit))
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func size(
    of descriptor: Int32, named name: String, limit: Int?
  ) throws(InputError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(name, errno) }
    if let kind = FileKind(mode: status.st_mode), kind != .regular {
      throw .wrongKind(name, kind)
    }
    let size = Int(status.st_size)
    if let limit, size > limit { throw .tooLarge(name, limit: limit) }
    return size
  }

  /// A size in round units.
  static func byteSize(_ size: Int) -> String {
    for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    where size >= unit && size % unit == 0 {
      return "\(size / unit) \(name)"
    }
    return counted(size, "byte")
  }
}

extension InputError {
  static func wrongKind(_ name: String, _ kind: FileKind) -> InputError {
    InputError(
      .inaccessible,
      [
        Diagnostic(
          file: name, message: "this is \(kind.description), not a file",
          help: "name a regular file")
      ])
  }

  static func missing(_ name: String) -> InputError {
    InputError(
      .malformed,
      [Diagnostic(file: name, message: "no such file", help: "check the path and its spelling")])
  }

  static func unreadable(_ name: String, _ code: Int32) -> InputError {
    InputError(
      .inaccessible,
      [Diagnostic(file: name, message: "cannot be read: \(systemMessage(code))")])
  }

  static func tooLarge(_ name: String, limit: Int) -> InputError {
    InputError(
      .malformed,
      [
        Diagnostic(
          file: name, message: "larger than \(FileContents.byteSize(limit))",
          help: "the limit is \(FileContents.byteSize(limit))")
      ])
  }
}
