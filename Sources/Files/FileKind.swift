import Glibc

/// What stands at a path.
public enum FileKind: Hashable, Sendable {
  /// An ordinary file.
  case regular
  /// A folder.
  case folder
  /// A symbolic link.
  case link
  /// A device.
  case device
  /// A named pipe.
  case pipe
  /// A socket.
  case socket

  /// The kind that the mode of `stat` tells, nil for an unknown one.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFCHR, S_IFBLK: self = .device
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: return nil
    }
  }

  /// What stands at `path`; nil when nothing does, or nothing that can be looked at.
  ///
  /// - Parameter followingLinks: whether a link stands for what it points to.
  public init?(at path: String, followingLinks: Bool = true) {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }

  /// The kind with its article, for messages.
  public var description: String {
    switch self {
    case .regular: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .device: "a device"
    case .pipe: "a named pipe"
    case .socket: "a socket"
    }
  }
}

/// The text of a system error, such as "Permission denied".
func systemMessage(_ code: Int32) -> String {
  String(cString: strerror(code))
}
