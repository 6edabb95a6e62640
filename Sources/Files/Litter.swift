import Glibc

/// What processes that were killed have left behind.
enum Litter {
  /// The name beside `name` under which a process writes before it renames: `.name.pid-unique.tmp`.
  static func temporaryName(for name: String) -> String {
    ".\(name).\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
  }

  /// Removes from a folder what processes that are gone were writing, as far as that is possible.
  static func remove(from folder: String) {
    for name in FolderTree.names(in: folder) ?? [] {
      guard let writer = writer(of: name), kill(writer, 0) != 0, errno == ESRCH else { continue }
      let path = Confinement.join(folder, name)
      switch FileKind(at: path, followingLinks: false) {
      case .folder: FolderTree.remove(path)
      case .regular: unlink(path)
      default: break
      }
    }
  }

  /// The process that a temporary name tells; nil for any other name.
  static func writer(of name: String) -> pid_t? {
    let pattern = /\..+\.([1-9][0-9]{0,8})-[0-9a-z]{1,13}\.tmp/
    return name.wholeMatch(of: pattern).flatMap { pid_t($0.1) }
  }
}
