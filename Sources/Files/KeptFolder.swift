import Glibc

/// A folder of files that many processes write at once, each its own.
public enum KeptFolder {
  /// Why a folder cannot be written into.
  public struct Fault: Error, Hashable, Sendable {
    /// The reason as text.
    public let reason: String

    /// A folder that cannot be written into.
    public init(reason: String) { self.reason = reason }
  }

  /// A file of such a folder.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many bytes it has.
    public let size: Int
    fileprivate let changed: Int
  }

  /// The files in `folder` that end in `.ending`, the one that was changed last at the end; none where there is
  /// no folder.
  public static func files(in folder: String, ending: String) -> [File] {
    let names = (FolderTree.names(in: folder) ?? []).filter {
      $0.hasSuffix("." + ending) && !$0.hasPrefix(".")
    }
    return names.map { name in
      var status = stat()
      let isThere = lstat(Confinement.join(folder, name), &status) == 0
      return File(
        name: name, size: isThere ? Int(status.st_size) : 0,
        changed: isThere ? status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec : 0)
    }.sorted { ($0.changed, $0.name) < ($1.changed, $1.name) }
  }

  /// Removes a file of such a folder.
  public static func remove(_ name: String, from folder: String) {
    unlink(Confinement.join(folder, name))
  }

  /// Makes a file that no other process writes, `<process>-<random>.ending`, and the folder with those above
  /// it where they are missing. The outermost folder that it makes is told to git as one to ignore.
  ///
  /// - Parameter root: what is there already, and what no link may lead out of.
  public static func newFile(
    in folder: String, ending: String, below root: String
  ) throws(Fault) -> AppendedFile {
    try make(folder, below: root)
    let random = String(UInt64.random(in: 0 ... .max), radix: 36)
    guard let file = AppendedFile(creating: "\(getpid())-\(random).\(ending)", in: folder) else {
      throw Fault(reason: systemMessage(errno))
    }
    return file
  }

  /// The process that a file of `newFile(in:ending:below:)` belongs to is still there.
  public static func isWriting(_ name: String) -> Bool {
    guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }) else {
      return false
    }
    return kill(process, 0) == 0 || errno != ESRCH
  }

  private static func make(_ folder: String, below root: String) throws(Fault) {
    guard folder.hasPrefix(root + "/") else { throw Fault(reason: "the folder lies elsewhere") }
    var isIgnored = false
    func makeOne(_ path: String) throws(Fault) {
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw Fault(reason: systemMessage(errno))
      }
      guard !isIgnored else { return }
      isIgnored = true
      if var file = AppendedFile(creating: ".gitignore", in: path) {
        _ = file.append(Array("*\n".utf8))
      }
    }
    if FileKind(at: root) == nil { try makeOne(root) }
    var path = root
    for part in folder.dropFirst(root.count).split(separator: "/") {
      path = Confinement.join(path, String(part))
      switch FileKind(at: path, followingLinks: false) {
      case .folder: continue
      case .link: throw Fault(reason: "\(part) is a symbolic link, which is not followed")
      case let kind?: throw Fault(reason: "\(part) is \(kind.description), not a folder")
      case nil: try makeOne(path)
      }
    }
  }
}
