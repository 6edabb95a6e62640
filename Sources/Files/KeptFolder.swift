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

    /// Whether its process may still write it: as far as can be told from here, which is for a day where the
    /// process runs on another machine.
    public var isInUse: Bool {
      let parts = name.split(separator: "-")
      guard parts.count == 3, let process = pid_t(parts[0]) else { return false }
      guard parts[1] == KeptFolder.machine else {
        return Int(time(nil)) - changed / 1_000_000_000 < 86_400
      }
      return kill(process, 0) == 0 || errno != ESRCH
    }
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

  /// Makes a file that no other process writes, `<process>-<machine>-<random>.ending`, and the folder with those above
  /// it where they are missing. The outermost folder that it makes is told to git as one to ignore.
  ///
  /// - Parameter root: what is there already, and what no link may lead out of.
  public static func newFile(
    in folder: String, ending: String, below root: String
  ) throws(Fault) -> AppendedFile {
    try make(folder, below: root)
    guard let file = AppendedFile(creating: "\(uniqueName).\(ending)", in: folder) else {
      throw Fault(reason: systemMessage(errno))
    }
    return file
  }

  /// Makes a folder that no other process makes, as `newFile(in:ending:below:)` makes a
  /// file.
  ///
  /// - Returns: its path.
  public static func newFolder(in folder: String, below root: String) throws(Fault) -> String {
    try make(folder, below: root)
    let path = Confinement.join(folder, uniqueName)
    guard mkdir(path, 0o777) == 0 else { throw Fault(reason: systemMessage(errno)) }
    return path
  }

  private static var uniqueName: String {
    "\(getpid())-\(machine)-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  }

  /// What tells this machine from others that write into the same folder: a hash of its name (FNV-1a), since
  /// numbers of processes mean something on their own machine alone.
  private static let machine: String = {
    var name = utsname()
    uname(&name)
    let hash = withUnsafeBytes(of: name.nodename) { bytes in
      bytes.prefix { $0 != 0 }.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
    }
    return String(hash & 0xFFFF_FFFF, radix: 36)
  }()

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
