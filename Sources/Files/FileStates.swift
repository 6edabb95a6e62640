import Glibc

/// What some files were at a moment, to tell whether any has changed since.
public struct FileStates: Hashable, Sendable {
  private struct State: Hashable {
    var inode: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let states: [String: State]

  /// What the files at `paths` are now; a file need not be there.
  public init(_ paths: some Sequence<String>) {
    states = paths.reduce(into: [:]) { states, path in
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      states[path] = State(
        inode: UInt(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
        nanoseconds: status.st_mtim.tv_nsec)
    }
  }
}
