import Diagnostics
import Glibc

/// The folder for files that are fetched once and can be fetched again.
public struct CacheFolder: Hashable, Sendable {
  /// Where it is, absolute.
  public let path: String

  /// Whether files may be fetched from addresses that are not of the public internet.
  public let reachesEveryAddress: Bool

  /// A folder, which need not exist yet.
  public init(path: String, reachingEveryAddress: Bool = false) {
    self.path = path
    reachesEveryAddress = reachingEveryAddress
  }

  /// The same folder, to which files may be fetched from every address or only from public ones.
  public func reaching(everyAddress: Bool) -> CacheFolder {
    CacheFolder(path: path, reachingEveryAddress: everyAddress)
  }

  /// The user's own: `report` in `XDG_CACHE_HOME` where that is an absolute path, else
  /// `~/.cache/report` (XDG Base Directory Specification); nil without a home.
  public static var user: CacheFolder? {
    if let base = environment("XDG_CACHE_HOME"), base.utf8.first == UInt8(ascii: "/") {
      return CacheFolder(path: Confinement.join(base, "report"))
    }
    guard let home = environment("HOME"), home.utf8.first == UInt8(ascii: "/") else { return nil }
    return CacheFolder(path: Confinement.join(home, ".cache/report"))
  }

  /// Where a file is or will be.
  public func file(_ name: String) -> String { Confinement.join(path, name) }

  /// Whether there is a file of this name.
  public func holds(_ name: String) -> Bool { FileKind(at: file(name)) == .regular }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
