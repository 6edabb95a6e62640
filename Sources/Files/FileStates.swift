import Glibc

/// What some files were at a moment, to tell which have changed since.
public struct FileStates: Hashable, Sendable {
  /// What tells two contents of a file apart; a folder and all else is as if it were not there.
  private struct State: Hashable {
    var inode: UInt
    var size: Int
    var written: Instant
    /// Who writes a file can set when that was, but not when its entry changed.
    var changed: Instant

    init?(ofFileAt path: String) {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      inode = UInt(status.st_ino)
      size = Int(status.st_size)
      written = Instant(status.st_mtim)
      changed = Instant(status.st_ctim)
    }
  }

  private struct Instant: Hashable {
    var seconds: Int
    var nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  private let states: [String: State?]

  /// What the files at `paths` are now; a file need not be there.
  public init(_ paths: some Sequence<String>) {
    states = paths.reduce(into: [:]) { states, path in
      states.updateValue(State(ofFileAt: path), forKey: path)
    }
  }

  /// The paths that were looked at.
  public var paths: Set<String> { Set(states.keys) }

  /// Which files are not what they were, came or went; of those at paths that both have looked at, in the
  /// order of their names.
  public func changes(since earlier: FileStates) -> [String] {
    states.filter { path, state in earlier.states[path].map { $0 != state } ?? false }.keys.sorted()
  }
}
