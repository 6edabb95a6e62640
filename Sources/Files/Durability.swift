import CFiles
import Glibc

/// Sees to it that what was written survives a power cut: a rename may reach the disk before the
/// content of what it renames, unless that was waited for.
enum Durability {
  /// Lets the system start to write an open file, so that waiting for it later takes less long.
  static func start(_ descriptor: Int32) { cfiles_start_writing(descriptor) }

  /// Waits until an open file or folder is on the disk.
  ///
  /// - Returns: 0, or why it is not; 0 too where the file system knows no such promise.
  static func wait(for descriptor: Int32) -> Int32 {
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      case EINVAL, EROFS, ENOTSUP: return 0
      case let code: return code
      }
    }
    return 0
  }

  /// Waits until the names in a folder are on the disk.
  static func wait(forFolder folder: String) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written into but not read makes no promise.
    guard descriptor >= 0 else { return errno == EACCES ? 0 : errno }
    defer { close(descriptor) }
    return wait(for: descriptor)
  }

  /// Waits until a folder and all that is in it is on the disk.
  static func wait(forTree folder: String) -> Int32 {
    for name in FolderTree.names(in: folder) ?? [] {
      let path = Confinement.join(folder, name)
      let isFolder = FileKind(at: path, followingLinks: false) == .folder
      let code = isFolder ? wait(forTree: path) : wait(forFile: path)
      guard code == 0 else { return code }
    }
    return wait(forFolder: folder)
  }

  private static func wait(forFile path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    return wait(for: descriptor)
  }
}
